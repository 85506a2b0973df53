import type { MapCircle } from '../views.ts';

/** As many as can be told apart; the circles after these share the last one, and keep their names. */
export const circleInks = [
  'bg-circle-1',
  'bg-circle-2',
  'bg-circle-3',
  'bg-circle-4',
  'bg-circle-5',
  'bg-circle-6',
  'bg-circle-7',
  'bg-circle-8',
] as const;

const LAST = circleInks.length - 1;

/** The place of each circle among the colours: the largest have one of their own. */
export const placesOf = (circles: readonly MapCircle[]): ReadonlyMap<string, number> =>
  new Map(
    [...circles]
      .sort((one, other) => other.size - one.size || one.id.localeCompare(other.id))
      .map(({ id }, place) => [id, Math.min(place, LAST)]),
  );
