import type { PersonId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';

/** Where a conversation stands among us. `snoozedUntil` is there exactly when the status is `snoozed`. */
export type ThreadPlace = {
  readonly status: 'open' | 'snoozed' | 'done';
  readonly assigneeId: PersonId | null;
  readonly teamId: string | null;
  /** ISO 8601. */
  readonly snoozedUntil: string | null;
  /** Each once, in the order of their ids. */
  readonly labelIds: readonly string[];
};

/** What a person wants of it; what is left out stays as it is. */
export type PlaceWish = {
  readonly status?: 'open' | 'done';
  readonly assigneeId?: PersonId | null;
  readonly teamId?: string | null;
  /** Out of sight until then, or until they write again; null: back at once. */
  readonly snoozedUntil?: string | null;
  /** All that it shall wear. */
  readonly labelIds?: readonly string[];
  readonly addLabels?: readonly string[];
  readonly removeLabels?: readonly string[];
};

export type PlaceChange = 'closed' | 'reopened' | 'assigned' | 'team' | 'snoozed' | 'labelled';

export type PlaceFailure = { readonly kind: 'snooze-past' | 'snooze-and-status' };

/** Where it stands after the wish, and in what that differs: nothing when it stood so already. */
export const decidePlace = (
  place: ThreadPlace,
  wish: PlaceWish,
  now: Date,
): Result<{ readonly place: ThreadPlace; readonly changes: readonly PlaceChange[] }, PlaceFailure> => {
  if (wish.snoozedUntil && wish.status) return err({ kind: 'snooze-and-status' });
  if (wish.snoozedUntil && Date.parse(wish.snoozedUntil) <= now.getTime())
    return err({ kind: 'snooze-past' });
  const next: ThreadPlace = {
    ...standing(place, wish),
    assigneeId: wish.assigneeId === undefined ? place.assigneeId : wish.assigneeId,
    teamId: wish.teamId === undefined ? place.teamId : wish.teamId,
    labelIds: labelsAfter(place.labelIds, wish),
  };
  return ok({ place: next, changes: changesBetween(place, next) });
};

const standing = (place: ThreadPlace, wish: PlaceWish): Pick<ThreadPlace, 'status' | 'snoozedUntil'> => {
  if (wish.snoozedUntil) {
    return { status: 'snoozed', snoozedUntil: new Date(wish.snoozedUntil).toISOString() };
  }
  if (wish.status) return { status: wish.status, snoozedUntil: null };
  if (wish.snoozedUntil === null && place.status === 'snoozed') return { status: 'open', snoozedUntil: null };
  return { status: place.status, snoozedUntil: place.snoozedUntil };
};

const labelsAfter = (worn: readonly string[], wish: PlaceWish): readonly string[] => {
  const removed = new Set(wish.removeLabels ?? []);
  const kept = [...(wish.labelIds ?? worn), ...(wish.addLabels ?? [])].filter((id) => !removed.has(id));
  return [...new Set(kept)].sort();
};

/** In what two places differ, in the order in which it is told. */
export const changesBetween = (before: ThreadPlace, after: ThreadPlace): readonly PlaceChange[] => [
  ...(before.assigneeId === after.assigneeId ? [] : ['assigned' as const]),
  ...(before.teamId === after.teamId ? [] : ['team' as const]),
  ...statusChange(before, after),
  ...(before.labelIds.join() === after.labelIds.join() ? [] : ['labelled' as const]),
];

const statusChange = (before: ThreadPlace, after: ThreadPlace): readonly PlaceChange[] => {
  if (before.status === after.status && before.snoozedUntil === after.snoozedUntil) return [];
  if (after.status === 'snoozed') return ['snoozed'];
  return after.status === 'done' ? ['closed'] : ['reopened'];
};
