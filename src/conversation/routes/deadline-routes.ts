import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { keepSettings, readFigures, readSettings } from '../actions/keep-desk-settings.ts';
import type { Desk } from '../model/correspondent.ts';
import { problemOf } from '../problems.ts';
import type { DeskSettings } from '../store/desk-settings-rows.ts';
import { FiguresQuery, FiguresSchema, hoursShown, SettingsSchema } from './desk-schemas.ts';
import { answer, body, WorkspaceParams } from './schemas.ts';

const HERE = '/api/workspaces/{workspaceId}';
const tags = ['conversation'];

/** When the company answers, within how long, and how that is kept. */
export const deadlineRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/desk-settings`,
        tags,
        summary: 'When the company answers, and within how long',
        request: { params: WorkspaceParams },
        responses: { 200: answer('The settings', SettingsSchema), ...problemResponses },
      }),
      async (context) => {
        const read = await readSettings(desk, context.var.actor);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json(shown(read.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${HERE}/desk-settings`,
        tags,
        summary: 'Change when the company answers and within how long; every clock that runs is set anew',
        request: { params: WorkspaceParams, body: body(SettingsSchema) },
        responses: { 200: answer('As they are now', SettingsSchema), ...problemResponses },
      }),
      async (context) => {
        const kept = await keepSettings(desk, context.var.actor, context.req.valid('json'));
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json(shown(kept.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/desk-figures`,
        tags,
        summary: 'How what was promised was kept, with 95 % intervals: by team, never by person',
        request: { params: WorkspaceParams, query: FiguresQuery },
        responses: { 200: answer('The figures', FiguresSchema), ...problemResponses },
      }),
      async (context) => {
        const read = await readFigures(desk, context.var.actor, context.req.valid('query').days);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        const { whole, teams, channels, intents, gravities } = read.value;
        const groups = { teams: [...teams], channels: [...channels], intents: [...intents] };
        return context.json({ whole, ...groups, gravities: [...gravities] }, 200);
      },
    );

const shown = ({ hours, targets, ...rest }: DeskSettings) => ({
  ...rest,
  hours: hoursShown(hours),
  targets: targets.map((target) => ({
    ...target,
    channels: [...target.channels],
    intents: [...target.intents],
  })),
});
