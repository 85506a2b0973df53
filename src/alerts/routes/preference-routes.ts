import { createRoute, z } from '@hono/zod-openapi';
import { may, type PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  addDevice,
  changePreferences,
  joinTelegram,
  readMyWays,
  removeDevice,
} from '../actions/change-ways.ts';
import type { AlertsOptions } from '../actions/deliver.ts';
import { sendTrial } from '../actions/digest.ts';
import type { Sent } from '../actions/send-notice.ts';
import { problems } from '../problems.ts';
import {
  answer,
  body,
  DeviceParams,
  DeviceSchema,
  MyWaysSchema,
  PreferencesSchema,
  TrialSchema,
  WorkspaceParams,
} from './schemas.ts';

const MINE = '/api/workspaces/{workspaceId}/alert-preferences';
const DEVICES = '/api/workspaces/{workspaceId}/alert-devices';
const tags = ['alerts'];

export const trialView = (sent: readonly Sent[]) => ({
  arrived: sent.filter(({ kind }) => kind === 'sent').length,
  problems: sent.flatMap((one) => (one.kind === 'sent' ? [] : [one.problem])),
});

/** How each person is told. */
export const preferenceRoutes = (platform: Platform, options: AlertsOptions) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: MINE,
        tags,
        summary: 'How I am told',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('What I chose, and what there is', MyWaysSchema) },
      }),
      async (context) => {
        const mine = await readMyWays(platform, context.var.actor);
        return mine.ok ? context.json(mine.value, 200) : problemResponse(context, problems[mine.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: MINE,
        tags,
        summary: 'Choose how I am told',
        request: { params: WorkspaceParams, body: body(PreferencesSchema) },
        responses: { ...problemResponses, 204: { description: 'Kept' } },
      }),
      async (context) => {
        const kept = await changePreferences(platform, context.var.actor, context.req.valid('json'));
        return kept.ok ? context.body(null, 204) : problemResponse(context, problems[kept.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${MINE}/trial`,
        tags,
        summary: 'Send me a trial',
        request: {
          params: WorkspaceParams,
          body: body(z.object({ way: z.enum(['mail', 'telegram', 'push']) })),
        },
        responses: { ...problemResponses, 200: answer('How it went', TrialSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'alerts.read')) return problemResponse(context, problems['not-allowed']);
        const { workspaceId, personId } = actor;
        const { way } = context.req.valid('json');
        return context.json(
          trialView(await sendTrial(platform, { workspaceId, personId, way }, options)),
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${MINE}/telegram`,
        tags,
        summary: 'I have written to the bot: remember where',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 204: { description: 'Remembered' } },
      }),
      async (context) => {
        const joined = await joinTelegram(platform, context.var.actor, options);
        return joined.ok ? context.body(null, 204) : problemResponse(context, problems[joined.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: DEVICES,
        tags,
        summary: 'Tell me on this device (W3C Push API)',
        request: { params: WorkspaceParams, body: body(DeviceSchema) },
        responses: { ...problemResponses, 201: answer('The device', z.object({ id: z.uuid() })) },
      }),
      async (context) => {
        const added = await addDevice(platform, context.var.actor, context.req.valid('json'));
        return added.ok
          ? context.json(added.value, 201)
          : problemResponse(context, problems[added.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${DEVICES}/{deviceId}`,
        tags,
        summary: 'No longer on this device',
        request: { params: DeviceParams },
        responses: { ...problemResponses, 204: { description: 'Forgotten' } },
      }),
      async (context) => {
        const gone = await removeDevice(platform, context.var.actor, context.req.valid('param').deviceId);
        return gone.ok ? context.body(null, 204) : problemResponse(context, problems[gone.error.kind]);
      },
    );
