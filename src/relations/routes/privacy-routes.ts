import { createRoute, z } from '@hono/zod-openapi';
import { closeRequest, listRequests, saysWhere, spokenKey } from '../../listening/index.ts';
import { may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { erasePerson } from '../actions/erase-contact.ts';
import type { Lent } from '../model/lent.ts';
import { problemOf } from '../problems.ts';
import { ErasedSchema } from './contact-schemas.ts';
import { answer, body, OneParams, WorkspaceParams } from './schemas.ts';

const REQUESTS = '/api/workspaces/{workspaceId}/privacy-requests';
const tags = ['privacy'];

const line = z
  .string()
  .trim()
  .min(3)
  .max(300)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not readable')
  .refine(
    (text) => saysWhere(spokenKey(text)),
    'a name alone is not enough: say where, such as anna@example.org',
  );

const ErasureSchema = z
  .object({
    authorIds: z.array(z.uuid()).max(100).default([]),
    accounts: z
      .array(line)
      .max(50)
      .default([])
      .openapi({ description: 'Mail addresses, handles with their place, addresses of profiles' }),
    requestId: z.uuid().optional().openapi({ description: 'The request that this fulfils: it is closed' }),
  })
  .refine(({ authorIds, accounts }) => authorIds.length + accounts.length > 0, {
    path: ['accounts'],
    message: 'whom to erase',
  })
  .openapi('Erasure');

const RequestSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['object', 'erase', 'access']),
    accounts: z.string().nullable(),
    contact: z.string().nullable(),
    message: z.string().nullable(),
    language: z.enum(['it', 'en']),
    receivedAt: z.iso.datetime(),
    state: z.enum(['open', 'done', 'refused']),
    closedAt: z.iso.datetime().nullable(),
    closedBy: z.string().nullable(),
    receipt: z.record(z.string(), z.int()).nullable(),
  })
  .openapi('PrivacyRequest');

/** What people ask about their data, and what is done. */
export const privacyRoutes = (platform: Platform, evidenceOf?: Lent['evidenceOf']) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/workspaces/{workspaceId}/erasures',
        tags,
        summary: 'Erase a person from everything heard, and leave them out from now on',
        request: { params: WorkspaceParams, body: body(ErasureSchema) },
        responses: { ...problemResponses, 200: answer('What was erased: it names nobody', ErasedSchema) },
      }),
      async (context) => {
        const { authorIds, accounts, requestId } = context.req.valid('json');
        const { actor } = context.var;
        const erased = await erasePerson(platform, actor, { authorIds, typed: accounts }, evidenceOf);
        if (!erased.ok) return problemResponse(context, problemOf(erased.error));
        const { says: _, ...numbers } = erased.value.what;
        if (requestId) await closeRequest(platform, actor, requestId, 'done', numbers);
        return context.json(erased.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: REQUESTS,
        tags,
        summary: 'What people ask about their data, those that wait first',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The requests', z.object({ requests: z.array(RequestSchema) })),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'privacy.manage')) return problemResponse(context, notAllowed);
        return context.json({ requests: [...(await listRequests(platform, actor.workspaceId))] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${REQUESTS}/{id}/closing`,
        tags,
        summary: 'Close a request: who asked is forgotten, that it was done stays',
        request: { params: OneParams, body: body(z.object({ state: z.enum(['done', 'refused']) })) },
        responses: { ...problemResponses, 204: { description: 'It is closed' } },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'privacy.manage')) return problemResponse(context, notAllowed);
        const { id } = context.req.valid('param');
        const closed = await closeRequest(platform, actor, id, context.req.valid('json').state);
        return closed ? context.body(null, 204) : problemResponse(context, notFound);
      },
    );
