import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import { callGraph, type Graph, type GraphCall } from './graph-call.ts';
import type { GraphFailure } from './graph-problem.ts';

/** A page as Graph gives it; `after` where there is another. https://developers.facebook.com/docs/graph-api/results */
const PageSchema = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({
      cursors: z
        .object({ after: z.string().optional().catch(undefined) })
        .optional()
        .catch(undefined),
      next: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export type Listed = { readonly data: readonly unknown[]; readonly after?: string; readonly percent: number };

/** One page. `paging.next` carries the token and is never followed: its cursor is enough. */
export const readPage = async (graph: Graph, call: GraphCall): Promise<Result<Listed, GraphFailure>> => {
  const answer = await callGraph(graph, call, PageSchema);
  if (!answer.ok) return answer;
  const { data, paging } = answer.value.output;
  const after = paging?.next ? paging.cursors?.after : undefined;
  return ok({ data, percent: answer.value.usage.percent, ...(after ? { after } : {}) });
};

/** Pages one after the other, at most `most` of them or until `enough` says so. */
export const readPages = async (
  graph: Graph,
  call: GraphCall,
  most: number,
  enough: (page: readonly unknown[]) => boolean = () => false,
): Promise<Result<Listed & { readonly isComplete: boolean }, GraphFailure>> => {
  const data: unknown[] = [];
  let after: string | undefined;
  let percent = 0;
  for (let page = 0; page < most; page += 1) {
    const read = await readPage(graph, { ...call, params: { ...call.params, after } });
    if (!read.ok) return read;
    data.push(...read.value.data);
    percent = Math.max(percent, read.value.percent);
    if (!read.value.after || enough(read.value.data)) return ok({ data, percent, isComplete: true });
    after = read.value.after;
  }
  return ok({ data, percent, isComplete: false });
};
