import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelContext, ChannelProblem, Json } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { textDigest } from '../text-digest.ts';
import type { Graph, GraphCall } from './graph-call.ts';
import type { GraphFailure } from './graph-problem.ts';
import { readPages } from './paging.ts';

/** A list of Graph, newest first, and what its members mean. */
export type PolledList = {
  readonly name: string;
  readonly call: GraphCall;
  /** When a member last changed, for knowing how far down to go; undefined reads on. */
  timeOf(document: unknown): string | undefined;
  itemsOf(document: unknown): readonly RawItem[];
};

const CursorSchema = z.object({
  account: z.string(),
  turn: z.number().int().nonnegative(),
  /** By list: the newest time that is safely ours. */
  marks: z.record(z.string(), z.string()),
  /** Digests of what was handed over, oldest first: the overlap is not handed over again. */
  seen: z.array(z.string()),
  /** What we go and look for, whether it is still there: oldest first. */
  known: z.array(z.object({ id: z.string(), missed: z.boolean().optional() })),
});
export type ListsCursor = z.infer<typeof CursorSchema>;

export const readListsCursor = (cursor: Json, account: string): ListsCursor => {
  const read = CursorSchema.safeParse(cursor).data;
  return read?.account === account ? read : { account, turn: 0, marks: {}, seen: [], known: [] };
};

const MOST_PAGES = 10;
const MOST_SEEN = 1_500;
const MOST_KNOWN = 300;
/** Members appear late and out of order: each time the list is read this far beneath the newest that we have. */
const OVERLAP_MS = 60 * 60_000;
/** Of what Meta allows: what is left is kept for what people do. */
const RUNNING_LOW_PERCENT = 80;
const RECHECK_AT_ONCE = 10;
/** Calls are few for a page that few people visit: not at every poll. */
const RECHECK_EVERY = 3;

type Plan = {
  readonly lists: readonly PolledList[];
  /** Asks whether an item is still there. Only a certain no is `false`. */
  isThere?(id: string): Promise<Result<boolean, GraphFailure>>;
  /** The item that says that this one is gone. */
  removed(id: string): RawItem;
  /** Which of what came is worth looking for again; undefined for what is not. */
  lookedForAs?(item: RawItem): string | undefined;
};

/**
 * Reads lists one after the other, each down to a little beneath what we have. A list that we may not read is passed over, since people
 * may give some permissions and not others; any other failure ends the round, with what was found before it.
 */
export const pollLists = async (
  context: Pick<ChannelContext<unknown, unknown>, 'log'>,
  graph: Graph,
  begun: ListsCursor,
  plan: Plan,
): Promise<Result<Batch, ChannelProblem>> => {
  const found = createFinds(begun, plan);
  let failure: GraphFailure | undefined;
  let refused: GraphFailure | undefined;
  let isLow = false;
  let read = 0;
  for (const list of plan.lists) {
    if (isLow || failure) break;
    const pages = await readDown(graph, list, begun.marks[list.name]);
    if (pages.ok) {
      read += 1;
      found.take(list, pages.value.data);
      isLow = pages.value.percent >= RUNNING_LOW_PERCENT;
    } else if (pages.error.problem.kind === 'forbidden') refused = pages.error;
    else failure = pages.error;
  }
  if (!failure && !isLow) failure = await found.lookAgain();
  const worst = failure ?? (read === 0 ? refused : undefined);
  if (worst && found.items.length === 0) return err(worst.problem);
  if (failure) context.log.warn({ problem: failure.problem.kind }, 'part of a poll failed');
  return ok({ items: found.items, cursor: found.cursor() });
};

const readDown = (graph: Graph, { call, timeOf }: PolledList, mark: string | undefined) => {
  const until = mark === undefined ? undefined : Date.parse(mark) - OVERLAP_MS;
  const isEnough = (page: readonly unknown[]): boolean =>
    page.some((document) => {
      const time = Date.parse(timeOf(document) ?? '');
      return until !== undefined && time < until;
    });
  // The first time there is nothing to go down to, and one page is enough.
  return readPages(graph, call, until === undefined ? 1 : MOST_PAGES, isEnough);
};

const createFinds = (begun: ListsCursor, plan: Plan) => {
  const items: RawItem[] = [];
  const marks = { ...begun.marks };
  const seen = new Set(begun.seen);
  const known = new Map(begun.known.map((one) => [one.id, one]));

  const hand = (item: RawItem): void => {
    const digest = textDigest(item.nativeId, item.revision).slice(0, 16);
    const isNew = !seen.delete(digest);
    seen.add(digest);
    if (isNew) items.push(item);
    const id = plan.lookedForAs?.(item);
    if (id !== undefined && isNew) known.set(id, { id });
  };

  const take = (list: PolledList, documents: readonly unknown[]): void => {
    for (const document of documents.toReversed()) {
      const time = list.timeOf(document);
      const before = marks[list.name];
      if (time && (before === undefined || time > before)) marks[list.name] = time;
      for (const item of list.itemsOf(document)) hand(item);
    }
  };

  /** Gone is what was missing twice. */
  const lookAgain = async (): Promise<GraphFailure | undefined> => {
    if (!plan.isThere || begun.turn % RECHECK_EVERY !== RECHECK_EVERY - 1) return undefined;
    for (const { id, missed } of chosen([...known.values()], begun.turn)) {
      const there = await plan.isThere(id);
      if (!there.ok) return there.error.effect === 'refused' ? undefined : there.error;
      if (there.value) known.set(id, { id });
      else if (!missed) known.set(id, { id, missed: true });
      else {
        known.delete(id);
        items.push(plan.removed(id));
      }
    }
    return undefined;
  };

  const cursor = (): Json => {
    const kept = [...known.values()].slice(-MOST_KNOWN);
    const next: ListsCursor = {
      account: begun.account,
      turn: begun.turn + 1,
      marks,
      seen: [...seen].slice(-MOST_SEEN),
      known: kept,
    };
    return JSON.parse(JSON.stringify(next)) as Json;
  };
  return { items, take, lookAgain, cursor };
};

/** What was missed before, and a part of the others in turn. */
const chosen = (known: ListsCursor['known'], turn: number): ListsCursor['known'] => {
  const parts = Math.max(1, Math.ceil(known.length / RECHECK_AT_ONCE));
  const from = (Math.floor(turn / RECHECK_EVERY) % parts) * RECHECK_AT_ONCE;
  const part = known.slice(from, from + RECHECK_AT_ONCE);
  return [...new Set([...known.filter(({ missed }) => missed).slice(0, RECHECK_AT_ONCE), ...part])];
};
