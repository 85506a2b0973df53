import { createRoute, type z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { followThread } from '../actions/follow-thread.ts';
import { addLabel, changeLabel, listLabels, removeLabel } from '../actions/keep-labels.ts';
import { keepPreference } from '../actions/keep-preference.ts';
import { keepTeam, listTeams, removeTeam } from '../actions/keep-teams.ts';
import type { Desk } from '../model/correspondent.ts';
import { problemOf } from '../problems.ts';
import type { Team } from '../store/team-rows.ts';
import {
  hoursShown,
  LabelChangeSchema,
  LabelParams,
  LabelSchema,
  LabelsSchema,
  NewLabelSchema,
  NewTeamSchema,
  PreferenceSchema,
  TeamChangeSchema,
  TeamParams,
  TeamSchema,
  TeamsSchema,
} from './desk-schemas.ts';
import { answer, body, ThreadParams, WorkspaceParams } from './schemas.ts';

const HERE = '/api/workspaces/{workspaceId}';
const tags = ['conversation'];
const done = { description: 'Done' };

const reading = <Path extends string, Schema extends z.ZodType>(
  path: Path,
  summary: string,
  schema: Schema,
) =>
  createRoute({
    method: 'get',
    path,
    tags,
    summary,
    request: { params: WorkspaceParams },
    responses: { 200: answer(summary, schema), ...problemResponses },
  });

/** What the company sets up for its desk: labels and teams; and what each sets up for themselves. */
export const deskRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .route('/', labelRoutes(desk))
    .route('/', teamRoutes(desk))
    .route('/', followRoutes(desk));

const labelRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(reading(`${HERE}/labels`, 'The labels of conversations', LabelsSchema), async (context) => {
      const listed = await listLabels(desk, context.var.actor);
      if (!listed.ok) return problemResponse(context, problemOf(listed.error, requestLanguage(context)));
      return context.json({ labels: [...listed.value] }, 200);
    })
    .openapi(
      createRoute({
        method: 'post',
        path: `${HERE}/labels`,
        tags,
        summary: 'Add a label',
        request: { params: WorkspaceParams, body: body(NewLabelSchema) },
        responses: { 201: answer('The label', LabelSchema), ...problemResponses },
      }),
      async (context) => {
        const added = await addLabel(desk, context.var.actor, context.req.valid('json'));
        if (!added.ok) return problemResponse(context, problemOf(added.error, requestLanguage(context)));
        return context.json(added.value, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${HERE}/labels/{labelId}`,
        tags,
        summary: 'Change a label',
        request: { params: LabelParams, body: body(LabelChangeSchema) },
        responses: { 200: answer('The label', LabelSchema), ...problemResponses },
      }),
      async (context) => {
        const label = { id: context.req.valid('param').labelId, ...context.req.valid('json') };
        const changed = await changeLabel(desk, context.var.actor, label);
        if (!changed.ok) return problemResponse(context, problemOf(changed.error, requestLanguage(context)));
        return context.json(changed.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${HERE}/labels/{labelId}`,
        tags,
        summary: 'Remove a label, from every conversation too',
        request: { params: LabelParams },
        responses: { 204: done, ...problemResponses },
      }),
      async (context) => {
        const removed = await removeLabel(desk, context.var.actor, context.req.valid('param').labelId);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    );

const teamRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(reading(`${HERE}/teams`, 'The teams that answer', TeamsSchema), async (context) => {
      const listed = await listTeams(desk, context.var.actor);
      if (!listed.ok) return problemResponse(context, problemOf(listed.error, requestLanguage(context)));
      return context.json({ teams: listed.value.map(teamShown) }, 200);
    })
    .openapi(
      createRoute({
        method: 'post',
        path: `${HERE}/teams`,
        tags,
        summary: 'Make a team',
        request: { params: WorkspaceParams, body: body(NewTeamSchema) },
        responses: { 201: answer('The team', TeamSchema), ...problemResponses },
      }),
      async (context) => {
        const made = await keepTeam(desk, context.var.actor, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problemOf(made.error, requestLanguage(context)));
        return context.json(teamShown(made.value), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${HERE}/teams/{teamId}`,
        tags,
        summary: 'Change a team: its name, who belongs to it',
        request: { params: TeamParams, body: body(TeamChangeSchema) },
        responses: { 200: answer('The team', TeamSchema), ...problemResponses },
      }),
      async (context) => {
        const { version, ...wish } = context.req.valid('json');
        const seen = { id: context.req.valid('param').teamId, version };
        const kept = await keepTeam(desk, context.var.actor, wish, seen);
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json(teamShown(kept.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${HERE}/teams/{teamId}`,
        tags,
        summary: 'Dissolve a team; its conversations stay with whoever has them',
        request: { params: TeamParams },
        responses: { 204: done, ...problemResponses },
      }),
      async (context) => {
        const removed = await removeTeam(desk, context.var.actor, context.req.valid('param').teamId);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    );

const teamShown = (team: Team) => ({
  ...team,
  memberIds: [...team.memberIds],
  hours: team.hours && hoursShown(team.hours),
});

const follow = <Method extends 'put' | 'delete'>(method: Method, summary: string) =>
  createRoute({
    method,
    path: `${HERE}/threads/{threadId}/following`,
    tags,
    summary,
    request: { params: ThreadParams },
    responses: { 204: done, ...problemResponses },
  });

const followRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(follow('put', 'Follow a conversation'), async (context) => {
      const { threadId } = context.req.valid('param');
      const followed = await followThread(desk, context.var.actor, threadId, true);
      if (!followed.ok) return problemResponse(context, problemOf(followed.error, requestLanguage(context)));
      return context.body(null, 204);
    })
    .openapi(follow('delete', 'No longer follow it'), async (context) => {
      const { threadId } = context.req.valid('param');
      const followed = await followThread(desk, context.var.actor, threadId, false);
      if (!followed.ok) return problemResponse(context, problemOf(followed.error, requestLanguage(context)));
      return context.body(null, 204);
    })
    .openapi(
      reading(`${HERE}/desk-preference`, 'How I want to be told', PreferenceSchema),
      async (context) => {
        const kept = await keepPreference(desk, context.var.actor);
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json(kept.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${HERE}/desk-preference`,
        tags,
        summary: 'Change how I want to be told',
        request: { params: WorkspaceParams, body: body(PreferenceSchema) },
        responses: { 200: answer('As it is now', PreferenceSchema), ...problemResponses },
      }),
      async (context) => {
        const kept = await keepPreference(desk, context.var.actor, context.req.valid('json'));
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json(kept.value, 200);
      },
    );
