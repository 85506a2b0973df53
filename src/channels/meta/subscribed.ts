import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { callGraph, type Graph } from './graph-call.ts';
import { Id, listOf } from './tolerant.ts';

const SubscribedSchema = z.object({
  data: listOf(z.object({ id: Id, subscribed_fields: listOf(z.string(), 200) }), 100),
});

/**
 * Reads back whether our app is told of what happens on the page, and asks for it when not: it is easy to miss and fails without a word.
 * https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps/
 */
export const subscribePage = async (
  graph: Graph,
  clientId: string,
  fields: readonly string[],
): Promise<Result<void, ChannelProblem>> => {
  const path = 'me/subscribed_apps';
  const read = await callGraph(graph, { path }, SubscribedSchema);
  if (!read.ok) return err(read.error.problem);
  const ours = read.value.output.data.find(({ id }) => id === clientId);
  if (ours && fields.every((field) => ours.subscribed_fields.includes(field))) return ok(undefined);
  const wanted = new Set([...(ours?.subscribed_fields ?? []), ...fields]);
  const form = { subscribed_fields: [...wanted].join(',') };
  const done = await callGraph(graph, { method: 'POST', path, form }, z.object({ success: z.literal(true) }));
  return done.ok ? ok(undefined) : err(done.error.problem);
};
