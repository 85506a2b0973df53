import type { ThreadPlace } from '../../conversation/index.ts';
import type { Standing } from './plan.ts';

/** Whether nobody but rules has changed a conversation since a deed: every version after it is one of theirs. */
export const isUntouched = (deedVersion: number, version: number, byRules: ReadonlySet<number>): boolean => {
  if (version - deedVersion > byRules.size) return false;
  for (let each = deedVersion + 1; each <= version; each += 1) if (!byRules.has(each)) return false;
  return version >= deedVersion;
};

/**
 * Where a conversation stands once a deed is taken back: what the deed changed and what still is as it left it goes back; what other rules
 * made of it since stays. `known` says who is still there to be given it back.
 */
export const takeBack = (
  now: Standing,
  { before, after }: { readonly before: Standing; readonly after: Standing },
  known: {
    readonly labels: ReadonlySet<string>;
    readonly people: ReadonlySet<string>;
    readonly teams: ReadonlySet<string>;
    readonly at: Date;
  },
): Standing => {
  const back = <Value>(is: Value, was: Value, became: Value): Value =>
    was !== became && is === became ? was : is;
  const { place } = now;
  const put = after.place.labelIds.filter((id) => !before.place.labelIds.includes(id));
  const took = before.place.labelIds.filter(
    (id) => !after.place.labelIds.includes(id) && known.labels.has(id),
  );
  const labelIds = [...new Set([...place.labelIds.filter((id) => !put.includes(id)), ...took])].sort();
  const assigneeId = back(place.assigneeId, before.place.assigneeId, after.place.assigneeId);
  const teamId = back(place.teamId, before.place.teamId, after.place.teamId);
  return {
    within: back(now.within, before.within, after.within),
    place: {
      ...standing(place, before.place, after.place, known.at),
      assigneeId: assigneeId && !known.people.has(assigneeId) ? null : assigneeId,
      teamId: teamId && !known.teams.has(teamId) ? null : teamId,
      labelIds,
    },
  };
};

/** What was put aside until a moment that has passed meanwhile is in sight. */
const standing = (
  is: ThreadPlace,
  was: ThreadPlace,
  became: ThreadPlace,
  now: Date,
): Pick<ThreadPlace, 'status' | 'snoozedUntil'> => {
  const same = (one: ThreadPlace, other: ThreadPlace) =>
    one.status === other.status && one.snoozedUntil === other.snoozedUntil;
  if (same(was, became) || !same(is, became)) return { status: is.status, snoozedUntil: is.snoozedUntil };
  return was.snoozedUntil && Date.parse(was.snoozedUntil) <= now.getTime()
    ? { status: 'open', snoozedUntil: null }
    : { status: was.status, snoozedUntil: was.snoozedUntil };
};
