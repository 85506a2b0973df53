import { newcomer } from '../communities/find-communities.ts';
import { matchCommunities } from '../communities/match-communities.ts';
import { SMALLEST_CIRCLE } from './study-batch.ts';

export type CirclesOfToday = {
  /** By label of today: the circle's identity; null for those too small to be one. */
  readonly ids: readonly (string | null)[];
  readonly sizes: readonly number[];
};

/**
 * Communities found today with the identities of yesterday's circles where they go on, and new ones where they do not.
 * `yesterday` names by person the circle of the last batch; null for none.
 */
export const circlesOfToday = (
  labels: Uint32Array,
  count: number,
  yesterday: readonly (string | null)[],
  newId: () => string,
): CirclesOfToday => {
  const known = [...new Set(yesterday.flatMap((id) => (id === null ? [] : [id])))].sort();
  const placeOf = new Map(known.map((id, place) => [id, place]));
  const before = Uint32Array.from(yesterday, (id) =>
    id === null ? newcomer : (placeOf.get(id) ?? newcomer),
  );
  const { kept } = matchCommunities(labels, before);
  const sizes = new Array<number>(count).fill(0);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const ids = sizes.map((size, label) => {
    if (size < SMALLEST_CIRCLE) return null;
    return known[kept[label] ?? -1] ?? newId();
  });
  return { ids, sizes };
};
