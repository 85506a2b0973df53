import { createRoute, z } from '@hono/zod-openapi';
import { notAllowed, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { invite } from '../actions/invite.ts';
import { sendInvitationMail } from '../actions/send-invitation-mail.ts';
import { withdrawInvitation } from '../actions/withdraw-invitation.ts';
import type { PeopleEnv } from '../http/people-env.ts';
import { may } from '../model/actor.ts';
import { roles } from '../model/policy.ts';
import { problems } from '../problems.ts';
import { selectOpenInvitations } from '../store/invitations.ts';
import { findWorkspace } from '../store/workspaces.ts';
import {
  answer,
  body,
  EmailSchema,
  InstantSchema,
  InvitationParams,
  RolesSchema,
  WorkspaceParams,
} from './schemas.ts';

const OpenSchema = z.object({
  invitations: z.array(
    z
      .object({
        id: z.uuid(),
        email: z.string(),
        roles: z.array(z.enum(roles)),
        createdAt: InstantSchema,
        expiresAt: InstantSchema,
      })
      .openapi('Invitation'),
  ),
});

const MadeSchema = z.object({
  id: z.uuid(),
  link: z.url().openapi({ description: 'Shown this once' }),
  expiresAt: InstantSchema,
  mailed: z.boolean().openapi({ description: 'Whether the mail server took it; else hand the link over' }),
});

/** Offering places: for whoever manages the members. */
export const invitationRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/invitations',
        tags: ['people'],
        summary: 'Invitations that are still open',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The open invitations', OpenSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'members.manage')) return problemResponse(context, notAllowed);
        const rows = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          selectOpenInvitations(tx, actor.workspaceId, platform.clock.now()),
        );
        const invitations = rows.map((row) => ({
          ...row,
          createdAt: row.createdAt.toISOString(),
          expiresAt: row.expiresAt.toISOString(),
        }));
        return context.json({ invitations }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/workspaces/{workspaceId}/invitations',
        tags: ['people'],
        summary: 'Invite somebody; an earlier open invitation to the same address is replaced',
        request: {
          params: WorkspaceParams,
          body: body(z.object({ email: EmailSchema, roles: RolesSchema })),
        },
        responses: { ...problemResponses, 201: answer('Invited', MadeSchema) },
      }),
      async (context) => {
        const { actor, person } = context.var;
        if (!may(actor, 'members.manage')) return problemResponse(context, notAllowed);
        const made = await invite(platform, actor, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problems[made.error.kind]);
        const invited = made.value;
        const link = `${platform.config.baseUrl}/invito/${invited.secret}`;
        const workspace = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          findWorkspace(tx, actor.workspaceId),
        );
        const mailed =
          workspace !== null &&
          (await sendInvitationMail(platform, {
            by: actor,
            workspace,
            invited,
            link,
            language: person.language,
          }));
        return context.json(
          { id: invited.id, link, expiresAt: invited.expiresAt.toISOString(), mailed },
          201,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/workspaces/{workspaceId}/invitations/{id}',
        tags: ['people'],
        summary: 'Withdraw an open invitation',
        request: { params: InvitationParams },
        responses: { ...problemResponses, 204: { description: 'Withdrawn' } },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'members.manage')) return problemResponse(context, notAllowed);
        const done = await withdrawInvitation(platform, actor, context.req.valid('param').id);
        return done.ok ? context.body(null, 204) : problemResponse(context, problems[done.error.kind]);
      },
    );
