import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { callGraph, type Graph } from './graph-call.ts';

/** How each of Meta's networks says that a comment is hidden. Source: the pages named where it is used. */
type Hiding = { readonly path: string; readonly form: Readonly<Record<string, string>> };

/** A comment that is gone already is no problem: nobody sees it. */
export const hideComment = async (
  graph: Graph,
  { path, form }: Hiding,
): Promise<Result<void, ChannelProblem>> => {
  const done = await callGraph(graph, { method: 'POST', path, form }, z.object({ success: z.literal(true) }));
  return done.ok || done.error.problem.kind === 'not-found' ? ok(undefined) : err(done.error.problem);
};

export const noComment: ChannelProblem = { kind: 'forbidden', detail: 'only comments can be hidden' };
