import { createRoute, z } from '@hono/zod-openapi';
import { may, type PeopleEnv } from '../../people/index.ts';
import {
  notAllowed,
  problemResponse,
  problemResponses,
  requestLanguage,
} from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { addConnection } from '../actions/add-connection.ts';
import { changeConnection } from '../actions/change-connection.ts';
import { checkConnection } from '../actions/check-connection.ts';
import { removeConnection } from '../actions/remove-connection.ts';
import { problemOf } from '../problems.ts';
import { selectConnections } from '../store/connections.ts';
import { ConnectionSchema, presentConnection } from '../views.ts';
import {
  AddConnectionSchema,
  AuthoriseSchema,
  answer,
  body,
  ChangeConnectionSchema,
  ConnectionParams,
  WorkspaceParams,
} from './schemas.ts';

const tags = ['channels'];
const path = '/api/workspaces/{workspaceId}/connections';
const onePath = `${path}/{id}` as const;

/** The channels that a company has joined up. */
export const connectionRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{ method: 'get', path, tags, summary: 'The connections of the company and how they are' },
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The connections', z.object({ connections: z.array(ConnectionSchema) })),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'connections.read')) return problemResponse(context, notAllowed);
        const rows = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          selectConnections(tx, actor.workspaceId),
        );
        return context.json({ connections: rows.map(presentConnection) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'post', path, tags, summary: 'Join a channel up: tried first, kept when it works' },
        request: { params: WorkspaceParams, body: body(AddConnectionSchema) },
        responses: {
          ...problemResponses,
          201: answer('The connection', ConnectionSchema),
          202: answer('Where to send the person to give permission', AuthoriseSchema),
        },
      }),
      async (context) => {
        const added = await addConnection(platform, context.var.actor, context.req.valid('json'));
        if (!added.ok) return problemResponse(context, problemOf(added.error, requestLanguage(context)));
        if (added.value.kind === 'added') return context.json(presentConnection(added.value.row), 201);
        const { url, connectionId } = added.value;
        return context.json({ authorizeUrl: url, connectionId }, 202);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'patch', path: onePath, tags, summary: 'Rename, correct, pause or resume' },
        request: { params: ConnectionParams, body: body(ChangeConnectionSchema) },
        responses: { ...problemResponses, 200: answer('The connection', ConnectionSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const changed = await changeConnection(platform, context.var.actor, id, context.req.valid('json'));
        if (!changed.ok) return problemResponse(context, problemOf(changed.error, requestLanguage(context)));
        return context.json(presentConnection(changed.value), 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'post', path: `${onePath}/check`, tags, summary: 'Try it now and say how it is' },
        request: { params: ConnectionParams },
        responses: { ...problemResponses, 200: answer('The connection', ConnectionSchema) },
      }),
      async (context) => {
        const checked = await checkConnection(platform, context.var.actor, context.req.valid('param').id);
        if (!checked.ok) return problemResponse(context, problemOf(checked.error, requestLanguage(context)));
        return context.json(presentConnection(checked.value), 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'delete', path: onePath, tags, summary: 'Remove: what it brought stays' },
        request: { params: ConnectionParams },
        responses: { ...problemResponses, 204: { description: 'Removed' } },
      }),
      async (context) => {
        const removed = await removeConnection(platform, context.var.actor, context.req.valid('param').id);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    );
