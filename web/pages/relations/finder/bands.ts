import type { Band } from '../views.ts';

/** Of which following people are chosen: percentiles of the field's people. */
export const bands = {
  middle: { from: 60, to: 97 },
  closer: { from: 40, to: 90 },
  wider: { from: 75, to: 99 },
} as const satisfies Record<string, Band>;

export type BandName = keyof typeof bands | 'any' | 'own';

/** The name of a band; `own` for one that somebody set to measure. */
export const bandName = (band: Band | null): BandName => {
  if (band === null) return 'any';
  const names = Object.keys(bands) as (keyof typeof bands)[];
  return names.find((name) => bands[name].from === band.from && bands[name].to === band.to) ?? 'own';
};
