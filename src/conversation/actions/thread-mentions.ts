import type { Transaction } from '../../platform/db/database.ts';
import { type MentionId, newId, type ThreadId, type WorkspaceId } from '../../platform/ids.ts';
import { firstSummary, type Turn } from '../model/first-summary.ts';
import { type KnownThreads, type MentionFacts, planThreads, type ThreadPlan } from '../model/thread-plan.ts';
import { holdThreads } from '../store/hold-threads.ts';
import { insertThreads } from '../store/insert-threads.ts';
import { readKnownThreads } from '../store/known-threads.ts';
import { readMentionFacts } from '../store/mention-facts.ts';
import { mergeThreads } from '../store/merge-threads.ts';
import { readPartings } from '../store/parting-rows.ts';
import { refreshThreads } from '../store/refresh-threads.ts';
import { forgetQuotes } from '../store/reply-rows.ts';
import { writeThreads } from '../store/write-threads.ts';

/** Mentions that are looked up and written together. */
const CHUNK = 500;

/** What changed: `merged` are threads that are no more, with the one that they have become part of. */
export type ThreadedChange = {
  readonly threadIds: readonly ThreadId[];
  readonly merged: ReadonlyMap<ThreadId, ThreadId>;
  /** Those that were over until they wrote again. */
  readonly reopened: readonly ThreadId[];
};

/**
 * Puts mentions (new, edited or taken back) into their threads and brings the summaries up to date.
 * Set-based, inside the caller's transaction; saying the same mentions again changes nothing.
 */
export const threadMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<ThreadedChange> => {
  const changed = new Set<ThreadId>();
  const merged = new Map<ThreadId, ThreadId>();
  const reopened = new Set<ThreadId>();
  if (ids.length > 0) await holdThreads(tx, workspaceId, 'shared');
  for (let start = 0; start < ids.length; start += CHUNK) {
    const change = await threadChunk(tx, workspaceId, ids.slice(start, start + CHUNK));
    for (const id of change.threadIds) changed.add(id);
    for (const id of change.reopened) reopened.add(id);
    for (const [from, into] of change.merged) {
      merged.set(from, into);
      changed.delete(from);
      reopened.delete(from);
    }
  }
  return { threadIds: [...changed], merged, reopened: [...reopened] };
};

const threadChunk = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<ThreadedChange> => {
  const batch = await readMentionFacts(tx, workspaceId, ids);
  if (batch.length === 0) return { threadIds: [], merged: new Map(), reopened: [] };
  const known = await readKnownThreads(tx, workspaceId, batch);
  const plan = await planApart(tx, workspaceId, batch, known);
  await mergeThreads(tx, workspaceId, plan.merges);
  await writeThreads(tx, workspaceId, plan, known, batch);
  const threadIds = [
    ...new Set([...plan.threadOfMention.values(), ...plan.merges.map((merge) => merge.into)]),
  ];
  const fresh = batch
    .filter((mention) => !known.threadOfMention.has(mention.id))
    .map((mention) => mention.id);
  await insertThreads(tx, workspaceId, withSummaries(batch, plan));
  const merged = new Set(plan.merges.map((merge) => merge.into));
  const made = new Set(plan.newThreads.map(({ id }) => id));
  const older = threadIds.filter((id) => !made.has(id) || merged.has(id));
  const reopened = await refreshThreads(tx, workspaceId, older, {
    fresh,
    added: addedTo(batch, known, plan),
    merged,
  });
  const removed = batch.filter((mention) => mention.removed).map((mention) => mention.id);
  await forgetQuotes(tx, workspaceId, removed);
  return { threadIds, merged: new Map(plan.merges.map(({ from, into }) => [from, into])), reopened };
};

/** Only a plan that would join threads asks whether a person has parted them: nothing else pays for it. */
const planApart = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  batch: readonly MentionFacts[],
  known: KnownThreads,
): Promise<ThreadPlan> => {
  const plan = planThreads(batch, known, newId);
  if (plan.merges.length === 0) return plan;
  const touched = plan.merges.flatMap(({ from, into }) => [from, into]);
  const partings = await readPartings(tx, workspaceId, touched);
  return partings.length === 0 ? plan : planThreads(batch, known, newId, partings);
};

const withSummaries = (batch: readonly Turn[], plan: ThreadPlan) => {
  const turns = Map.groupBy(batch, ({ id }) => plan.threadOfMention.get(id));
  return plan.newThreads.flatMap((thread) => {
    const [first, ...others] = turns.get(thread.id) ?? [];
    return first ? [{ ...thread, ...firstSummary([first, ...others]) }] : [];
  });
};

/** How many mentions that are not taken back each thread has more than before. */
const addedTo = (
  batch: readonly MentionFacts[],
  known: KnownThreads,
  plan: ThreadPlan,
): ReadonlyMap<ThreadId, number> => {
  const added = new Map<ThreadId, number>();
  for (const { id, removed } of batch) {
    const threadId = plan.threadOfMention.get(id);
    if (threadId === undefined) continue;
    const before = known.threadOfMention.has(id) && !known.removed?.has(id) ? 1 : 0;
    added.set(threadId, (added.get(threadId) ?? 0) + (removed ? 0 : 1) - before);
  }
  return added;
};
