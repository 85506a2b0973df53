import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changePack, createPack, removePack } from '../actions/change-packs.ts';
import type { CompanyReader } from '../actions/company-reader.ts';
import { listOwnAspects } from '../actions/list-own-aspects.ts';
import { listPacks } from '../actions/list-packs.ts';
import { previewPack } from '../actions/preview-pack.ts';
import type { ShippedPack } from '../actions/shipped-packs.ts';
import { problemOf } from '../problems.ts';
import {
  answer,
  body,
  NewPackSchema,
  OneParams,
  OwnAspectsSchema,
  PackChangeSchema,
  PacksSchema,
  PackViewSchema,
  PreviewAskedSchema,
  PreviewSchema,
  WorkspaceParams,
} from './schemas.ts';
import { sendable } from './sendable.ts';

const PACKS = '/api/workspaces/{workspaceId}/packs';
const tags = ['understanding'];

/** Words of the trade: what is shipped, what the company made of it, and what it would change. */
export const packRoutes = (platform: Platform, reader: CompanyReader, shipped: readonly ShippedPack[]) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: PACKS,
        tags,
        summary: 'The company’s words, and those that are shipped for each sector',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The packs', PacksSchema) },
      }),
      async (context) => {
        const packs = await listPacks(platform, context.var.actor);
        if (!packs.ok) return problemResponse(context, problemOf(packs.error, requestLanguage(context)));
        return context.json({ packs: [...packs.value], shipped: [...shipped] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${PACKS}/aspects`,
        tags,
        summary: 'The things that the company’s words in use give a name to, for filters',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('Their names', OwnAspectsSchema) },
      }),
      async (context) => {
        const named = await listOwnAspects(platform, context.var.actor);
        if (!named.ok) return problemResponse(context, problemOf(named.error, requestLanguage(context)));
        return context.json({ aspects: [...named.value] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: PACKS,
        tags,
        summary: 'Add a pack',
        request: { params: WorkspaceParams, body: body(NewPackSchema) },
        responses: { ...problemResponses, 201: answer('The pack', PackViewSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        const made = await createPack(platform, actor, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problemOf(made.error, requestLanguage(context)));
        return context.json(packView(made.value, actor.name), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${PACKS}/{id}`,
        tags,
        summary: 'Change a pack, or lay it aside',
        request: { params: OneParams, body: body(PackChangeSchema) },
        responses: { ...problemResponses, 200: answer('The pack', PackViewSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        const { id } = context.req.valid('param');
        const { name, sector, text, enabled } = context.req.valid('json');
        const change = {
          ...(name === undefined ? {} : { name }),
          ...(sector === undefined ? {} : { sector }),
          ...(text === undefined ? {} : { text }),
          ...(enabled === undefined ? {} : { enabled }),
        };
        const changed = await changePack(platform, actor, id, change);
        if (!changed.ok) return problemResponse(context, problemOf(changed.error, requestLanguage(context)));
        return context.json(packView(changed.value, actor.name), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${PACKS}/{id}`,
        tags,
        summary: 'Remove a pack',
        request: { params: OneParams },
        responses: { ...problemResponses, 204: { description: 'Removed' } },
      }),
      async (context) => {
        const removed = await removePack(platform, context.var.actor, context.req.valid('param').id);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${PACKS}/preview`,
        tags,
        summary: 'What the last mentions would say with these words; nothing is kept',
        request: { params: WorkspaceParams, body: body(PreviewAskedSchema) },
        responses: { ...problemResponses, 200: answer('What would change', PreviewSchema) },
      }),
      async (context) => {
        const asked = context.req.valid('json');
        const preview = await previewPack(platform, reader, context.var.actor, asked);
        if (!preview.ok) return problemResponse(context, problemOf(preview.error, requestLanguage(context)));
        return context.json(sendable(preview.value), 200);
      },
    );

type Row = Parameters<typeof createPack>[2] & { readonly id: string; readonly updatedAt: Date };

const packView = ({ id, name, sector, enabled, text, updatedAt }: Row, updatedByName: string) => ({
  id,
  name,
  sector,
  enabled,
  text,
  updatedAt: updatedAt.toISOString(),
  updatedByName,
});
