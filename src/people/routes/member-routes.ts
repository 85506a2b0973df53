import { createRoute, z } from '@hono/zod-openapi';
import { notAllowed, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeRoles } from '../actions/change-roles.ts';
import { endMembership } from '../actions/end-membership.ts';
import type { PeopleEnv } from '../http/people-env.ts';
import { may } from '../model/actor.ts';
import { problems } from '../problems.ts';
import { type MemberRow, selectMembers } from '../store/memberships.ts';
import { answer, body, MemberParams, MemberSchema, RolesSchema, WorkspaceParams } from './schemas.ts';

/** Who works in the company, and as what. */
export const memberRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/members',
        tags: ['people'],
        summary: 'The people of the company',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The members', z.object({ members: z.array(MemberSchema) })),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'members.read')) return problemResponse(context, notAllowed);
        const members = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          selectMembers(tx, actor.workspaceId),
        );
        return context.json({ members: members.map(present) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/workspaces/{workspaceId}/members/{personId}',
        tags: ['people'],
        summary: 'Change what a member may do',
        request: { params: MemberParams, body: body(z.object({ roles: RolesSchema })) },
        responses: { ...problemResponses, 200: answer('The member as changed', MemberSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'members.manage')) return problemResponse(context, notAllowed);
        const { personId } = context.req.valid('param');
        const { roles } = context.req.valid('json');
        const changed = await changeRoles(platform, actor, { personId, roles });
        if (!changed.ok) return problemResponse(context, problems[changed.error.kind]);
        return context.json(present(changed.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/workspaces/{workspaceId}/members/{personId}',
        tags: ['people'],
        summary: 'End a membership; everybody may end their own',
        request: { params: MemberParams },
        responses: { ...problemResponses, 204: { description: 'Ended' } },
      }),
      async (context) => {
        const { actor } = context.var;
        const { personId } = context.req.valid('param');
        if (!may(actor, 'members.manage') && personId !== actor.personId)
          return problemResponse(context, notAllowed);
        const ended = await endMembership(platform, actor, personId);
        return ended.ok ? context.body(null, 204) : problemResponse(context, problems[ended.error.kind]);
      },
    );

const present = (member: MemberRow) => ({
  ...member,
  roles: [...member.roles],
  createdAt: member.createdAt.toISOString(),
});
