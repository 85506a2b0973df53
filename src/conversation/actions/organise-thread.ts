import { audit, listMembers, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents, type NewEvent } from '../../platform/events/append-events.ts';
import type { PersonId, ThreadId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { type ThreadChangeReason, threadChanges } from '../model/live-changes.ts';
import {
  decidePlace,
  type PlaceChange,
  type PlaceFailure,
  type PlaceWish,
  type ThreadPlace,
} from '../model/organise.ts';
import type { ThreadSummary } from '../model/views.ts';
import { readLabels } from '../store/label-rows.ts';
import { type LockedPlace, lockPlaces, savePlaces } from '../store/place-rows.ts';
import { readTeams } from '../store/team-rows.ts';
import { readThreadSummary } from '../store/thread-rows.ts';

export type Organisation = PlaceWish & {
  readonly threadId: ThreadId;
  /** As the person saw it: a change by somebody else in between is told, not overwritten. */
  readonly version: number;
};

export type WishFailure = { readonly kind: 'not-allowed' | 'not-a-member' | 'not-a-team' | 'not-a-label' };

export type OrganiseFailure =
  | { readonly kind: 'not-found' }
  | WishFailure
  | PlaceFailure
  /** Somebody was quicker: who, null when the conversation itself moved on (they wrote again). */
  | { readonly kind: 'changed'; readonly byName: string | null };

/** Entrusts a thread to a member or a team (or to nobody), sets it open, done or out of sight until later, labels it: all in one. */
export const organiseThread = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  { threadId, version, ...wish }: Organisation,
): Promise<Result<ThreadSummary, OrganiseFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    const refused = await refuseWish(tx, actor, wish);
    if (refused?.kind === 'not-allowed') return err(refused);
    const [thread] = await lockPlaces(tx, actor.workspaceId, [threadId]);
    if (!thread) return err({ kind: 'not-found' });
    if (thread.version !== version) return err(await changedBy(tx, actor, thread));
    if (refused) return err(refused);
    const decided = decidePlace(thread.place, wish, desk.clock.now());
    if (!decided.ok) return decided;
    const { place, changes } = decided.value;
    if (changes.length > 0) {
      const saved = { id: thread.id, before: thread.place, after: place };
      await savePlaces(tx, actor.workspaceId, [saved], actor.personId);
      await tell(tx, actor, thread, place, changes);
    }
    const summary = await readThreadSummary(tx, actor.workspaceId, actor.personId, thread.id);
    return summary ? ok(summary) : err({ kind: 'not-found' });
  });

/** What cannot be wished by this person, or of this company; undefined when it can. */
export const refuseWish = async (
  tx: Transaction,
  actor: Member,
  wish: PlaceWish,
): Promise<WishFailure | undefined> => {
  const { assigneeId, teamId, ...rest } = wish;
  if (Object.values(rest).some((part) => part !== undefined) && !may(actor, 'threads.organise'))
    return { kind: 'not-allowed' };
  if ((assigneeId !== undefined || teamId !== undefined) && !may(actor, 'threads.assign'))
    return { kind: 'not-allowed' };
  if (assigneeId && !(await isMember(tx, actor, assigneeId))) return { kind: 'not-a-member' };
  if (teamId && !(await readTeams(tx, actor.workspaceId)).some(({ id }) => id === teamId))
    return { kind: 'not-a-team' };
  const put = [...(wish.labelIds ?? []), ...(wish.addLabels ?? [])];
  if (put.length === 0) return undefined;
  const known = new Set((await readLabels(tx, actor.workspaceId)).map(({ id }) => id));
  return put.every((id) => known.has(id)) ? undefined : { kind: 'not-a-label' };
};

const isMember = async (tx: Transaction, actor: Member, personId: PersonId): Promise<boolean> =>
  (await listMembers(tx, actor.workspaceId)).some((member) => member.personId === personId);

const changedBy = async (
  tx: Transaction,
  actor: Member,
  { changedBy: personId }: LockedPlace,
): Promise<OrganiseFailure> => {
  if (!personId) return { kind: 'changed', byName: null };
  const names = await personNames(tx, actor.workspaceId, [personId]);
  return { kind: 'changed', byName: names.get(personId) ?? null };
};

/** What upper rooms hear of it. */
export const placeEvents = (
  thread: LockedPlace,
  place: ThreadPlace,
  changes: readonly PlaceChange[],
  personId: PersonId,
): readonly NewEvent[] => {
  const threadId = thread.id;
  const from = thread.place;
  return changes.map((change) => {
    switch (change) {
      case 'assigned': {
        const payload = { threadId, from: from.assigneeId, to: place.assigneeId, personId };
        return { kind: 'thread.assigned', payload };
      }
      case 'team':
        return {
          kind: 'thread.entrusted',
          payload: { threadId, from: from.teamId, to: place.teamId, personId },
        };
      case 'snoozed':
        return { kind: 'thread.snoozed', payload: { threadId, until: place.snoozedUntil, personId } };
      case 'labelled': {
        const put = place.labelIds.filter((id) => !from.labelIds.includes(id));
        return { kind: 'thread.labelled', payload: { threadId, labelIds: place.labelIds, put, personId } };
      }
      default:
        return { kind: `thread.${change}`, payload: { threadId, personId } };
    }
  });
};

/** Told to the audit: whose hands, and whether it is over. Labels and naps are no matter for it. */
const audited: Partial<Readonly<Record<PlaceChange, string>>> = {
  assigned: 'thread.assigned',
  team: 'thread.entrusted',
  closed: 'thread.closed',
  reopened: 'thread.reopened',
};

const reasons: Readonly<Record<PlaceChange, ThreadChangeReason>> = {
  assigned: 'assigned',
  team: 'assigned',
  closed: 'status',
  reopened: 'status',
  snoozed: 'status',
  labelled: 'labels',
};

const tell = async (
  tx: Transaction,
  actor: Member,
  thread: LockedPlace,
  place: ThreadPlace,
  changes: readonly PlaceChange[],
): Promise<void> => {
  const events = placeEvents(thread, place, changes, actor.personId);
  for (const [index, change] of changes.entries()) {
    const [event, action] = [events[index], audited[change]];
    if (!event || !action) continue;
    const { from, to } = event.payload;
    const details = from === undefined ? undefined : { from, to };
    const subject = { subjectKind: 'thread', subjectId: thread.id };
    await audit(tx, actor, { action, ...subject, ...(details ? { details } : {}) });
  }
  await appendEvents(tx, actor.workspaceId, events);
  const [first = 'labelled'] = changes;
  await appendLive(tx, actor.workspaceId, threadChanges([thread.id], reasons[first]));
};
