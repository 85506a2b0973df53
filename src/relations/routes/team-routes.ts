import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { askForTeam, cancelChoice } from '../actions/choose-team.ts';
import { listTeams, readProposal, removeTeam, saveTeam } from '../actions/field-teams.ts';
import { graphProblem } from './field-problems.ts';
import {
  answer,
  body,
  ChooseSchema,
  ChoosingSchema,
  OneParams,
  ProposalSchema,
  SaveTeamSchema,
  sendable,
  TeamSchema,
  TeamsSchema,
} from './field-schemas.ts';

const FIELD = '/api/workspaces/{workspaceId}/fields/{id}';
const tags = ['relations'];

/** People chosen for a field: proposed, kept, compared. */
export const teamRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: `${FIELD}/choose`,
        tags,
        summary: 'Have a team chosen; how far it is comes as `field.changed`',
        request: { params: OneParams, body: body(ChooseSchema) },
        responses: { ...problemResponses, 202: answer('Begun', ChoosingSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const asked = await askForTeam(platform, context.var.actor, id, context.req.valid('json'));
        if (!asked.ok) return problemResponse(context, graphProblem(asked.error));
        return context.json({ state: 'choosing' as const }, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${FIELD}/choose`,
        tags,
        summary: 'Call the choice off',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('Nothing is under way', ChoosingSchema) },
      }),
      async (context) => {
        const stopped = await cancelChoice(platform, context.var.actor, context.req.valid('param').id);
        if (!stopped.ok) return problemResponse(context, graphProblem(stopped.error));
        return context.json({ state: 'idle' as const }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${FIELD}/team`,
        tags,
        summary: 'What was chosen last; null before the first choice',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('The proposal', ProposalSchema) },
      }),
      async (context) => {
        const team = await readProposal(platform, context.var.actor, context.req.valid('param').id);
        if (!team.ok) return problemResponse(context, graphProblem(team.error));
        return context.json(sendable(team.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${FIELD}/teams`,
        tags,
        summary: 'The teams that were kept, the latest first',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('The teams', TeamsSchema) },
      }),
      async (context) => {
        const teams = await listTeams(platform, context.var.actor, context.req.valid('param').id);
        if (!teams.ok) return problemResponse(context, graphProblem(teams.error));
        return context.json({ teams: sendable(teams.value) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${FIELD}/teams`,
        tags,
        summary: 'Keep what was chosen, under a name',
        request: { params: OneParams, body: body(SaveTeamSchema) },
        responses: { ...problemResponses, 201: answer('The team', TeamSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const saved = await saveTeam(platform, context.var.actor, id, context.req.valid('json').name);
        if (!saved.ok) return problemResponse(context, graphProblem(saved.error));
        return context.json(sendable(saved.value), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/workspaces/{workspaceId}/field-teams/{id}',
        tags,
        summary: 'Remove a team that was kept',
        request: { params: OneParams },
        responses: { ...problemResponses, 204: { description: 'Removed' } },
      }),
      async (context) => {
        const removed = await removeTeam(platform, context.var.actor, context.req.valid('param').id);
        if (!removed.ok) return problemResponse(context, graphProblem(removed.error));
        return context.body(null, 204);
      },
    );
