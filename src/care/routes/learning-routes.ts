import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { readCauseTree, saveCauseWish } from '../actions/change-causes.ts';
import { listImprovements, saveImprovementWish } from '../actions/change-improvements.ts';
import { problems, withFound } from '../problems.ts';
import {
  CauseChangeSchema,
  CauseTreeSchema,
  CauseWishSchema,
  ImprovementChangeSchema,
  ImprovementListSchema,
  ImprovementWishSchema,
} from './learning-schemas.ts';
import { answer, body, CauseParams, ImprovementParams, WorkspaceParams } from './schemas.ts';

const CAUSES = '/api/workspaces/{workspaceId}/causes';
const IMPROVEMENTS = '/api/workspaces/{workspaceId}/improvements';
const tags = ['care'];
const SavedSchema = z.object({ id: z.uuid(), version: z.number().int() });

/** Why complaints come about, and what was changed because of them. */
export const learningRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: CAUSES,
        tags,
        summary: 'The tree of causes, and aspects that have no branch yet',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The tree', CauseTreeSchema) },
      }),
      async (context) => {
        const tree = await readCauseTree(platform, context.var.actor);
        if (!tree.ok) return problemResponse(context, problems[tree.error.kind]);
        const causes = tree.value.causes.map(({ workspaceId: _, createdAt: _at, ...cause }) => cause);
        return context.json(
          { causes, branches: [...tree.value.branches], words: [...tree.value.words] },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: CAUSES,
        tags,
        summary: 'Plant a cause',
        request: { params: WorkspaceParams, body: body(CauseWishSchema) },
        responses: { ...problemResponses, 201: answer('Planted', SavedSchema) },
      }),
      async (context) => {
        const saved = await saveCauseWish(platform, context.var.actor, null, context.req.valid('json'));
        return saved.ok
          ? context.json(saved.value, 201)
          : problemResponse(context, problems[saved.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${CAUSES}/{causeId}`,
        tags,
        summary: 'Rename a cause, hang it elsewhere, give it words, retire it',
        request: { params: CauseParams, body: body(CauseChangeSchema) },
        responses: { ...problemResponses, 200: answer('Changed', SavedSchema) },
      }),
      async (context) => {
        const { version, ...wish } = context.req.valid('json');
        const seen = { id: context.req.valid('param').causeId, version };
        const saved = await saveCauseWish(platform, context.var.actor, seen, wish);
        return saved.ok
          ? context.json(saved.value, 200)
          : problemResponse(context, problems[saved.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: IMPROVEMENTS,
        tags,
        summary: 'What was changed because of complaints, and what came of it',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The improvements', ImprovementListSchema) },
      }),
      async (context) => {
        const list = await listImprovements(platform, context.var.actor);
        if (!list.ok) return problemResponse(context, problems[list.error.kind]);
        const improvements = list.value.map(({ workspaceId: _, doneAt, createdAt, ...rest }) => ({
          ...rest,
          doneAt: doneAt?.toISOString() ?? null,
          createdAt: createdAt.toISOString(),
        }));
        return context.json({ improvements }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: IMPROVEMENTS,
        tags,
        summary: 'Write down an improvement',
        request: { params: WorkspaceParams, body: body(ImprovementWishSchema) },
        responses: { ...problemResponses, 201: answer('Written', SavedSchema) },
      }),
      async (context) => {
        const saved = await saveImprovementWish(platform, context.var.actor, null, context.req.valid('json'));
        return saved.ok ? context.json(saved.value, 201) : problemResponse(context, problemOf(saved.error));
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${IMPROVEMENTS}/{improvementId}`,
        tags,
        summary: 'Change an improvement, if it is still as you saw it',
        request: { params: ImprovementParams, body: body(ImprovementChangeSchema) },
        responses: { ...problemResponses, 200: answer('Changed', SavedSchema) },
      }),
      async (context) => {
        const { version, ...wish } = context.req.valid('json');
        const seen = { id: context.req.valid('param').improvementId, version };
        const saved = await saveImprovementWish(platform, context.var.actor, seen, wish);
        return saved.ok ? context.json(saved.value, 200) : problemResponse(context, problemOf(saved.error));
      },
    );

const problemOf = (error: { readonly kind: keyof typeof problems; readonly found?: readonly string[] }) =>
  error.found ? withFound(problems[error.kind], error.found) : problems[error.kind];
