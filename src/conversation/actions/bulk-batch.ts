import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { decidePlace, type PlaceWish, type ThreadPlace } from '../model/organise.ts';
import { type BulkItem, readMarksOf, type SettledItem, saveMarks } from '../store/bulk-rows.ts';
import { lockPlaces, type NewPlace, savePlaces } from '../store/place-rows.ts';

/** Carries a wish out on one batch; returns what became of each. */
export const applyPlaces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadIds: readonly ThreadId[],
  wish: PlaceWish,
  now: Date,
): Promise<readonly SettledItem[]> => {
  const places = new Map((await lockPlaces(tx, workspaceId, threadIds)).map((one) => [one.id, one]));
  const saved: NewPlace[] = [];
  const settled = threadIds.map((threadId): SettledItem => {
    const thread = places.get(threadId);
    if (!thread) return { threadId, state: 'gone', before: null, version: null };
    const { version, place: before } = thread;
    const decided = decidePlace(before, wish, now);
    if (!decided.ok || decided.value.changes.length === 0)
      return { threadId, state: 'same', before, version };
    saved.push({ id: threadId, before, after: decided.value.place });
    return { threadId, state: 'applied', before, version: version + 1 };
  });
  await savePlaces(tx, workspaceId, saved, personId);
  return settled;
};

/** Puts one batch back to where it stood; what somebody has touched since stays as they left it. */
export const restorePlaces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  items: readonly BulkItem[],
  now: Date,
): Promise<readonly SettledItem[]> => {
  const ids = items.map(({ threadId }) => threadId);
  const places = new Map((await lockPlaces(tx, workspaceId, ids)).map((one) => [one.id, one]));
  const saved: NewPlace[] = [];
  const settled = items.map((item): SettledItem => {
    const thread = places.get(item.threadId);
    if (!thread) return { ...item, state: 'gone' };
    if (thread.version !== item.version || !item.before || !('status' in item.before))
      return { ...item, state: 'kept' };
    saved.push({ id: thread.id, before: thread.place, after: stillToCome(item.before, now) });
    return { ...item, state: 'undone', version: thread.version + 1 };
  });
  await savePlaces(tx, workspaceId, saved, personId);
  return settled;
};

/** What was put aside until a moment that has passed meanwhile is in sight again. */
const stillToCome = (place: ThreadPlace, now: Date): ThreadPlace =>
  place.snoozedUntil && Date.parse(place.snoozedUntil) <= now.getTime()
    ? { ...place, status: 'open', snoozedUntil: null }
    : place;

export const applyMarks = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadIds: readonly ThreadId[],
  isRead: boolean,
): Promise<readonly SettledItem[]> => {
  const marks = new Map(
    (await readMarksOf(tx, workspaceId, personId, threadIds)).map((mark) => [mark.id, mark]),
  );
  await saveMarks(
    tx,
    workspaceId,
    personId,
    [...marks.values()].map(({ id, lastActivityAt }) => ({ id, readUntil: isRead ? lastActivityAt : null })),
  );
  return threadIds.map((threadId) => {
    const mark = marks.get(threadId);
    return mark
      ? { threadId, state: 'applied', before: { readUntil: mark.readUntil }, version: null }
      : { threadId, state: 'gone', before: null, version: null };
  });
};

export const restoreMarks = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  items: readonly BulkItem[],
): Promise<readonly SettledItem[]> => {
  const marks = items.map(({ threadId, before }) => ({
    id: threadId,
    readUntil: before && 'readUntil' in before ? before.readUntil : null,
  }));
  await saveMarks(tx, workspaceId, personId, marks);
  return items.map((item) => ({ ...item, state: 'undone' as const }));
};
