import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  ProblemSchema,
  problemResponse,
  problemResponses,
  requestLanguage,
} from '../../platform/http/problem.ts';
import { createRouter, invalidRequest } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { acceptAsNewcomer, acceptAsPerson } from '../actions/accept-invitation.ts';
import { readInvitation } from '../actions/read-invitation.ts';
import type { Authentication } from '../authentication.ts';
import { readSession } from '../http/read-session.ts';
import { signInResponse } from '../http/sign-in-response.ts';
import { roles } from '../model/policy.ts';
import { problems } from '../problems.ts';
import {
  answer,
  body,
  InstantSchema,
  JoinedSchema,
  LanguageSchema,
  line,
  PasswordSchema,
  SecretParams,
} from './schemas.ts';

const gone = {
  description: 'Used, withdrawn or expired',
  content: { 'application/problem+json': { schema: ProblemSchema } },
};

const OfferSchema = z
  .object({
    company: z.string(),
    email: z.string(),
    roles: z.array(z.enum(roles)),
    expiresAt: InstantSchema,
    hasAccount: z.boolean().openapi({ description: 'Whether the address must sign in to accept' }),
  })
  .openapi('Offer');

const NewcomerSchema = z.object({
  name: line(120),
  password: PasswordSchema,
  language: LanguageSchema.optional(),
});

/** What whoever holds an invitation's link can do, signed in or not. */
export const acceptanceRoutes = (platform: Platform, authentication: Authentication) =>
  createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/invitations/{secret}',
        tags: ['people'],
        summary: 'What an invitation offers',
        request: { params: SecretParams },
        responses: {
          200: answer('The offer', OfferSchema),
          400: problemResponses[400],
          404: problemResponses[404],
          410: gone,
        },
      }),
      async (context) => {
        const found = await readInvitation(platform, context.req.valid('param').secret);
        if (!found.ok) return problemResponse(context, problems[found.error.kind]);
        const { company, email, roles: offered, expiresAt, hasAccount } = found.value;
        return context.json(
          { company, email, roles: [...offered], expiresAt: expiresAt.toISOString(), hasAccount },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/invitations/{secret}/accept',
        tags: ['people'],
        summary: 'Join the company: as the signed-in person, or with a new account, which signs in',
        request: { params: SecretParams, body: body(NewcomerSchema.partial()) },
        responses: {
          ...problemResponses,
          201: answer('Joined', JoinedSchema),
          410: gone,
        },
      }),
      async (context) => {
        const { secret } = context.req.valid('param');
        const session = await readSession(context, authentication);
        const accepted = session
          ? await acceptAsPerson(platform, session.person, secret)
          : await acceptAsVisitor(platform, context, secret, context.req.valid('json'));
        if (!accepted.ok)
          return problemResponse(
            context,
            'status' in accepted.error ? accepted.error : problems[accepted.error.kind],
          );
        const { workspaceId, slug, email } = accepted.value;
        const { password } = context.req.valid('json');
        if (!session && password) await signInResponse(context, authentication, { email, password });
        return context.json({ workspaceId, slug }, 201);
      },
    );

/** Without a session: the link is looked at first, so that a void one says so before any field is asked for. */
const acceptAsVisitor = async (
  platform: Platform,
  context: Context,
  secret: string,
  fields: z.infer<ReturnType<typeof NewcomerSchema.partial>>,
) => {
  const offer = await readInvitation(platform, secret);
  if (!offer.ok) return offer;
  if (offer.value.hasAccount) return { ok: false, error: { kind: 'sign-in-first' } } as const;
  const newcomer = NewcomerSchema.safeParse(fields);
  if (!newcomer.success)
    return { ok: false, error: invalidRequest(newcomer.error.issues, requestLanguage(context)) } as const;
  const { language = requestLanguage(context), ...rest } = newcomer.data;
  return acceptAsNewcomer(platform, { ...rest, language }, secret);
};
