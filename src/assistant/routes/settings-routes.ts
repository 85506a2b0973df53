import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Assistant } from '../actions/assistant.ts';
import { changeSettings } from '../actions/change-settings.ts';
import { type AssistantState, readAssistant } from '../actions/read-assistant.ts';
import { tryAssistant } from '../actions/try-assistant.ts';
import type { AssistantSettings } from '../model/settings.ts';
import { problemOf } from '../problems.ts';
import { answer, body, SettingsChangeSchema, StateSchema, TrialSchema, WorkspaceParams } from './schemas.ts';

const BASE = '/api/workspaces/{workspaceId}/assistant';
const tags = ['assistant'];

/** Which language model helps, for what, and at what cost. */
export const settingsRoutes = (assistant: Assistant) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: BASE,
        tags,
        summary: 'Whether a language model helps here, and what it cost this month',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('As it stands', StateSchema) },
      }),
      async (context) => {
        const state = await readAssistant(assistant, context.var.actor);
        if (!state.ok) return problemResponse(context, problemOf(state.error));
        return context.json(stateView(state.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: BASE,
        tags,
        summary: 'Choose the language model, what it is for and what it may cost',
        request: { params: WorkspaceParams, body: body(SettingsChangeSchema) },
        responses: { ...problemResponses, 200: answer('As it stands now', StateSchema) },
      }),
      async (context) => {
        const { uses, ...change } = context.req.valid('json');
        const { actor } = context.var;
        const wanted = { ...change, forUncertain: uses.uncertain, forDrafts: uses.drafts };
        const changed = await changeSettings(assistant, actor, wanted);
        if (!changed.ok) return problemResponse(context, problemOf(changed.error));
        const state = await readAssistant(assistant, actor);
        if (!state.ok) return problemResponse(context, problemOf(state.error));
        return context.json(stateView(state.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/check`,
        tags,
        summary: 'Try the settings as they are kept: what is wrong is said in words',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('How it went', TrialSchema) },
      }),
      async (context) => {
        const tried = await tryAssistant(assistant, context.var.actor);
        if (!tried.ok) return problemResponse(context, problemOf(tried.error));
        const trial = tried.value;
        if (trial.ok)
          return context.json({ ok: true, milliseconds: trial.value.milliseconds, problem: null }, 200);
        const { code, title, detail } = problemOf(trial.error);
        const language = requestLanguage(context);
        const problem = { code, title: title[language], detail: detail?.[language] ?? '' };
        return context.json({ ok: false, milliseconds: null, problem }, 200);
      },
    );

const stateView = ({ drafts, manage }: AssistantState) => ({
  drafts,
  settings: manage && settingsView(manage.settings),
  month: manage && { ...manage.month, cost: manage.month.cost / 1_000_000 },
  restingUntil: manage?.restingUntil?.toISOString() ?? null,
});

const settingsView = ({ sealedKey, forUncertain, forDrafts, ...settings }: AssistantSettings) => ({
  enabled: settings.enabled,
  baseUrl: settings.baseUrl,
  model: settings.model,
  hasKey: sealedKey !== null,
  uses: { uncertain: forUncertain, drafts: forDrafts },
  priceIn: settings.priceIn,
  priceOut: settings.priceOut,
  monthlyCap: settings.monthlyCap,
  timeoutSeconds: settings.timeoutSeconds,
});
