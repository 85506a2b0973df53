import { createRoute } from '@hono/zod-openapi';
import { toneTitles } from '../../language/index.ts';
import { may, type PeopleEnv } from '../../people/index.ts';
import {
  notAllowed,
  problemResponse,
  problemResponses,
  requestLanguage,
} from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeSettings } from '../actions/change-settings.ts';
import { lookAtDraft } from '../actions/look-at-draft.ts';
import { problemOf } from '../problems.ts';
import { readSettings } from '../store/settings.ts';
import {
  answer,
  body,
  DraftLookSchema,
  DraftSchema,
  SettingsChangeSchema,
  SettingsSchema,
  WorkspaceParams,
} from './schemas.ts';
import { sendable } from './sendable.ts';

const BASE = '/api/workspaces/{workspaceId}';
const tags = ['understanding'];

/** How our own words sound, and how much of that the company wants to be told. */
export const toneRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/tone`,
        tags,
        summary: 'What a careful colleague would say of a draft; nothing is kept',
        request: { params: WorkspaceParams, body: body(DraftSchema) },
        responses: {
          ...problemResponses,
          200: answer('Findings, by offsets into the text', DraftLookSchema),
        },
      }),
      async (context) => {
        const look = await lookAtDraft(platform, context.var.actor, context.req.valid('json'));
        if (!look.ok) return problemResponse(context, problemOf(look.error, requestLanguage(context)));
        const findings = look.value.findings.map((each) => ({ ...each, title: toneTitles[each.kind] }));
        return context.json(sendable({ findings, personalData: look.value.personalData }), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${BASE}/understanding`,
        tags,
        summary: 'How the company wants its words looked at',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The settings', SettingsSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'workspace.read')) return problemResponse(context, notAllowed);
        const { toneStrictness } = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          readSettings(tx, actor.workspaceId),
        );
        return context.json({ toneStrictness }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${BASE}/understanding`,
        tags,
        summary: 'Change how the company’s words are looked at',
        request: { params: WorkspaceParams, body: body(SettingsChangeSchema) },
        responses: { ...problemResponses, 200: answer('The settings', SettingsSchema) },
      }),
      async (context) => {
        const changed = await changeSettings(platform, context.var.actor, context.req.valid('json'));
        if (!changed.ok) return problemResponse(context, problemOf(changed.error, requestLanguage(context)));
        return context.json(changed.value, 200);
      },
    );
