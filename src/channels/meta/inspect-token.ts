import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { callGraph, type Graph } from './graph-call.ts';
import { Id, maybe } from './tolerant.ts';

const InspectedSchema = z.object({
  data: z.object({
    app_id: maybe(Id),
    user_id: maybe(Id),
    is_valid: z.boolean(),
    /** Seconds since 1970; 0: it does not end. */
    expires_at: maybe(z.number()),
    /** Until when we may read with it unless the person gives permission again; 0: no such end. */
    data_access_expires_at: maybe(z.number()),
    scopes: z.array(z.string()).catch([]),
  }),
});

export type InspectedToken = {
  readonly scopes: readonly string[];
  /** App-scoped id of who gave the permission. */
  readonly userId: string | undefined;
  /** The earlier of both ends; absent when it has none. */
  readonly expiresAt?: Date;
};

/**
 * What a token may do and until when, asked with the app's own token: a wrong app secret shows here and not when the first notice comes.
 * https://developers.facebook.com/docs/graph-api/reference/debug_token
 */
export const inspectToken = async (
  graph: Graph,
  app: { readonly clientId: string; readonly clientSecret: string },
): Promise<Result<InspectedToken, ChannelProblem>> => {
  const { token: inspected } = graph;
  if (inspected === undefined)
    return err({ kind: 'unauthorised', detail: 'no permission is kept: join this channel again' });
  const asApp: Graph = { ...graph, token: `${app.clientId}|${app.clientSecret}`, appSecret: undefined };
  const call = { path: 'debug_token', params: { input_token: inspected } };
  const answer = await callGraph(asApp, call, InspectedSchema);
  if (!answer.ok) return err(ofApp(answer.error.problem));
  const { is_valid, app_id, scopes, user_id, expires_at, data_access_expires_at } = answer.value.output.data;
  if (!is_valid) return err({ kind: 'unauthorised', detail: 'the token does not hold' });
  if (app_id !== undefined && app_id !== app.clientId)
    return err({ kind: 'misconfigured', field: 'clientId', detail: 'the token is of another app' });
  const ends = [expires_at, data_access_expires_at].flatMap((end) => (end && end > 0 ? [end] : []));
  return ok({
    scopes,
    userId: user_id,
    ...(ends.length > 0 ? { expiresAt: new Date(Math.min(...ends) * 1_000) } : {}),
  });
};

/** The app's own token is its number and its secret: refused, one of them is wrong. */
const ofApp = (problem: ChannelProblem): ChannelProblem =>
  problem.kind === 'unauthorised' || problem.kind === 'bad-response'
    ? { kind: 'misconfigured', field: 'clientSecret', detail: problem.detail }
    : problem;
