import { type ClientResponse, hc } from 'hono/client';
import type { ApiType } from '../../src/api.ts';
import { send } from './api.ts';
import { problemOf } from './problems.ts';

/** The server's own routes, with their own types: `read(api.me.$get())`. */
export const api = hc<ApiType>('/', {
  fetch: (input: RequestInfo | URL, init?: RequestInit) =>
    send(input instanceof Request ? input.url : String(input), init),
}).api;

type Success = 200 | 201 | 202;

/** What a route answers when all is well. */
export type BodyOf<R> =
  R extends ClientResponse<infer Body, infer Status, string>
    ? Status extends Success
      ? Body
      : never
    : never;

/** What a call of the client brings: `Answer<typeof api.me.$get>`. */
export type Answer<Call extends (...given: never[]) => Promise<unknown>> = BodyOf<Awaited<ReturnType<Call>>>;

/** The body of a good answer; rejects with `ApiProblem` for any other, with `TypeError` when there is no server. */
export const read = async <R extends ClientResponse<unknown, number, string>>(
  response: Promise<R>,
): Promise<BodyOf<R>> => {
  const answer = await response;
  if (!answer.ok) throw await problemOf(answer as unknown as Response);
  return (await answer.json()) as BodyOf<R>;
};

/** For calls whose good answer is empty (204). */
export const done = async (response: Promise<ClientResponse<unknown, number, string>>): Promise<void> => {
  const answer = await response;
  if (!answer.ok) throw await problemOf(answer as unknown as Response);
};

/** The routes of one company: `read(company.members.$get({ param: { workspaceId } }))`. */
export const company = api.workspaces[':workspaceId'];
