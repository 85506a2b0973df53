import { createRoute } from '@hono/zod-openapi';
import { findWorkspace, type PeopleEnv } from '../../people/index.ts';
import { notFound, problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { completeAuthorisation, readState } from '../actions/complete-authorisation.ts';
import { renewAuthorisation } from '../actions/renew-authorisation.ts';
import { problemOf } from '../problems.ts';
import { AuthoriseSchema, answer, ConnectionParams, ReturnQuery, WorkspaceParams } from './schemas.ts';

const tags = ['channels'];

/** The way to a channel's own page and back (OAuth 2.0, RFC 6749 4.1). */
export const authorisationRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/workspaces/{workspaceId}/connections/{id}/authorise',
        tags,
        summary: 'Give permission again to a connection that has lost its access',
        request: { params: ConnectionParams },
        responses: {
          ...problemResponses,
          202: answer('Where to send the person to give permission', AuthoriseSchema),
        },
      }),
      async (context) => {
        const begun = await renewAuthorisation(platform, context.var.actor, context.req.valid('param').id);
        if (!begun.ok) return problemResponse(context, problemOf(begun.error, requestLanguage(context)));
        if (begun.value.kind !== 'authorise') return problemResponse(context, notFound);
        const { url, connectionId } = begun.value;
        return context.json({ authorizeUrl: url, connectionId }, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/connections/oauth/callback',
        tags,
        summary: 'Where channels send people back to; goes on to the company that the state names',
        request: { query: ReturnQuery },
        responses: { ...problemResponses, 302: { description: 'On to the company' } },
      }),
      (context) => {
        const query = context.req.valid('query');
        const state = readState(platform, query.state);
        if (!state) return problemResponse(context, notFound);
        const search = new URLSearchParams(query as Record<string, string>);
        return context.redirect(
          `${platform.config.baseUrl}/api/workspaces/${state.workspaceId}/connections/authorised?${search}`,
          302,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/connections/authorised',
        tags,
        summary: 'Keeps what the channel granted, and goes back to the page of channels',
        request: { params: WorkspaceParams, query: ReturnQuery },
        responses: { ...problemResponses, 302: { description: 'Back to the page of channels' } },
      }),
      async (context) => {
        const { actor } = context.var;
        const query = context.req.valid('query') as Record<string, string>;
        const state = readState(platform, query.state ?? '');
        if (!state) return problemResponse(context, notFound);
        const completed = await completeAuthorisation(platform, actor, state, query);
        const workspace = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          findWorkspace(tx, actor.workspaceId),
        );
        if (!workspace) return problemResponse(context, notFound);
        const outcome = {
          esito: completed.ok ? 'collegato' : problemOf(completed.error, requestLanguage(context)).code,
        };
        return context.redirect(
          `${platform.config.baseUrl}/${workspace.slug}/impostazioni/canali?${new URLSearchParams(outcome)}`,
          302,
        );
      },
    );
