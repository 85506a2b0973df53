import { createRoute, z } from '@hono/zod-openapi';
import { notAllowed, notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { updateWorkspace } from '../actions/update-workspace.ts';
import type { PeopleEnv } from '../http/people-env.ts';
import { may } from '../model/actor.ts';
import { selectAuditEntries } from '../store/audit-entries.ts';
import { findWorkspace, type WorkspaceChanges } from '../store/workspaces.ts';
import {
  answer,
  body,
  InstantSchema,
  line,
  TimeZoneSchema,
  WorkspaceParams,
  WorkspaceSchema,
} from './schemas.ts';

const ChangesSchema = z
  .object({ name: line(120), timeZone: TimeZoneSchema, register: z.enum(['same', 'lei', 'tu', 'voi']) })
  .partial();

const AuditSchema = z.object({
  entries: z.array(
    z
      .object({
        id: z.uuid(),
        personId: z.uuid().nullable(),
        personName: z.string().nullable(),
        action: z.string(),
        subjectKind: z.string(),
        subjectId: z.string().nullable(),
        details: z.record(z.string(), z.unknown()),
        createdAt: InstantSchema,
      })
      .openapi('AuditEntry'),
  ),
  next: z.uuid().nullable().openapi({ description: 'The `before` of the following page; null on the last' }),
});

const AuditQuery = z.object({
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The company itself and the record of what was changed in it. */
export const workspaceRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}',
        tags: ['people'],
        summary: 'The company',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The company', WorkspaceSchema) },
      }),
      async (context) => {
        const { workspaceId } = context.var.actor;
        const workspace = await platform.database.inWorkspace(workspaceId, (tx) =>
          findWorkspace(tx, workspaceId),
        );
        return workspace ? context.json(workspace, 200) : problemResponse(context, notFound);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/workspaces/{workspaceId}',
        tags: ['people'],
        summary: 'Change the company',
        request: { params: WorkspaceParams, body: body(ChangesSchema) },
        responses: { ...problemResponses, 200: answer('The company as changed', WorkspaceSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'workspace.manage')) return problemResponse(context, notAllowed);
        const changes = context.req.valid('json') as WorkspaceChanges;
        const workspace = await updateWorkspace(platform, actor, changes);
        return workspace ? context.json(workspace, 200) : problemResponse(context, notFound);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/audit',
        tags: ['people'],
        summary: 'Who changed what and when, the latest first',
        request: { params: WorkspaceParams, query: AuditQuery },
        responses: { ...problemResponses, 200: answer('A page of the record', AuditSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'audit.read')) return problemResponse(context, notAllowed);
        const { before, limit } = context.req.valid('query');
        const rows = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          selectAuditEntries(tx, actor.workspaceId, { before, limit: limit + 1 }),
        );
        const entries = rows.slice(0, limit).map((row) => ({
          ...row,
          details: row.details as Record<string, unknown>,
          createdAt: row.createdAt.toISOString(),
        }));
        const next = rows.length > limit ? (entries.at(-1)?.id ?? null) : null;
        return context.json({ entries, next }, 200);
      },
    );
