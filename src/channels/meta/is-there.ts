import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import { callGraph, type Graph } from './graph-call.ts';
import type { GraphFailure } from './graph-problem.ts';
import { Id } from './tolerant.ts';

/** Whether a node can still be read. "Does not exist" (100/33) also says "not for you any more": who asks counts it only when it is said twice. */
export const isThere = async (graph: Graph, id: string): Promise<Result<boolean, GraphFailure>> => {
  const call = { path: encodeURIComponent(id), params: { fields: 'id' } };
  const answer = await callGraph(graph, call, z.object({ id: Id }));
  if (answer.ok) return ok(true);
  return answer.error.problem.kind === 'not-found' ? ok(false) : answer;
};
