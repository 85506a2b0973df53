import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeCareSettings, readCareSettings } from '../actions/change-settings.ts';
import { problems, withFound } from '../problems.ts';
import { answer, body, paragraph, WorkspaceParams } from './schemas.ts';

const SETTINGS = '/api/workspaces/{workspaceId}/care/settings';
const tags = ['care'];
const days = z.number().int().min(1).max(60);

const ChangeSchema = z
  .object({
    opensByItself: z.boolean(),
    sureFrom: z.number().min(0.5).max(0.99),
    solveWithin: z.object({ 1: days, 2: days, 3: days, 4: days }),
    isPublic: z.boolean(),
    italian: paragraph.max(400),
    english: paragraph.max(400),
  })
  .partial()
  .openapi('CareSettingsChange');

const CareSettingsSchema = z
  .object({
    opensByItself: z.boolean(),
    sureFrom: z.number(),
    solveWithin: z.object({ 1: days, 2: days, 3: days, 4: days }),
    isPublic: z.boolean(),
    publicSince: z.iso.datetime().nullable(),
    italian: z.string(),
    english: z.string(),
    publicKey: z.string().nullable(),
    /** Under which the register is read: `/registro/<slug>`, `/register/<slug>`. */
    slug: z.string(),
    signedDay: z.string().nullable(),
    digest: z.string().nullable(),
  })
  .openapi('CareSettings');

/** How the company cares, and whether anyone may read its register. */
export const settingsRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: SETTINGS,
        tags,
        summary: 'How complaints become cases, and how the register stands',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The settings', CareSettingsSchema) },
      }),
      async (context) => {
        const settings = await readCareSettings(platform, context.var.actor);
        if (!settings.ok) return problemResponse(context, problems[settings.error.kind]);
        const {
          workspaceId: _w,
          sealedKey: _k,
          lastNumber: _n,
          publicSince,
          sureFrom,
          ...rest
        } = settings.value;
        return context.json(
          {
            ...rest,
            sureFrom: Math.round(sureFrom * 100) / 100,
            solveWithin: { ...rest.solveWithin },
            publicSince: publicSince?.toISOString() ?? null,
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: SETTINGS,
        tags,
        summary: 'Change how complaints become cases; open or close the register',
        request: { params: WorkspaceParams, body: body(ChangeSchema) },
        responses: { ...problemResponses, 204: { description: 'Changed' } },
      }),
      async (context) => {
        const given = context.req.valid('json');
        const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const changed = await changeCareSettings(platform, context.var.actor, change);
        if (changed.ok) return context.body(null, 204);
        return problemResponse(
          context,
          'found' in changed.error
            ? withFound(problems[changed.error.kind], changed.error.found)
            : problems[changed.error.kind],
        );
      },
    );
