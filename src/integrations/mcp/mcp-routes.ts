import { createMcpHandler, hostHeaderValidationResponse } from '@modelcontextprotocol/server';
import type { Context } from 'hono';
import { bearerOf, type KeyReader } from '../../people/index.ts';
import { type Problem, problemResponse } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { foreignOrigin, ownOrigins } from '../../platform/http/same-origin.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Ask, createMcpServer } from './create-server.ts';
import type { Call } from './tools.ts';

const LARGEST_BODY = 1_000_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export type McpParts = {
  readonly readKey: KeyReader;
  /** Our own API, answered in this process, with all its guards. */
  readonly answer: (request: Request) => Response | Promise<Response>;
  readonly version: string;
};

const foreignHost: Problem = {
  status: 403,
  code: 'foreign-host',
  title: { it: 'Questo server non ha questo nome.', en: 'This server does not have this name.' },
};

/**
 * `/mcp`: the Model Context Protocol over HTTP, one request at a time, nothing kept in between. Only with a key; the name that is asked for
 * and the page that asks must be ours (DNS rebinding).
 */
export const mcpRoutes = (platform: Pick<Platform, 'config'>, { readKey, answer, version }: McpParts) => {
  const { baseUrl } = platform.config;
  const names = [new URL(baseUrl).hostname, ...LOOPBACK];
  const handler = createMcpHandler(
    ({ authInfo }) => {
      const workspaceId = String(authInfo?.extra?.workspaceId ?? '');
      const ask = askWith(answer, baseUrl, workspaceId, authInfo?.token ?? '');
      return createMcpServer(authInfo?.scopes ?? [], ask, version);
    },
    { maxRequestBodySize: LARGEST_BODY },
  );
  const router = createRouter();
  router.all('/mcp', async (context) => {
    const refused = refuseForeign(context, baseUrl, names);
    if (refused) return refused;
    const read = await readKey(context);
    if (!read.ok) return read.response;
    const { key, scopes } = read.holder;
    const response = await handler.fetch(context.req.raw, {
      authInfo: {
        token: bearerOf(context) ?? '',
        clientId: key.id,
        scopes: [...scopes],
        extra: { workspaceId: key.workspaceId },
      },
    });
    return new Response(response.body, response);
  });
  return router;
};

const refuseForeign = (context: Context, baseUrl: string, names: string[]): Response | undefined => {
  if (hostHeaderValidationResponse(context.req.raw, names)) return problemResponse(context, foreignHost);
  const origin = context.req.header('origin');
  return origin && !ownOrigins(baseUrl, context.req.url).includes(origin)
    ? problemResponse(context, foreignOrigin)
    : undefined;
};

const askWith =
  (answer: McpParts['answer'], baseUrl: string, workspaceId: string, token: string): Ask =>
  async ({ method, path, body }: Call) => {
    const response = await answer(
      new Request(new URL(`/api/workspaces/${workspaceId}${path}`, baseUrl), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'accept-language': 'en',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? { done: true } : (JSON.parse(text) as unknown) };
  };
