import type { Candidate } from './phrases.ts';

/** How much a company wants to be told: only what can hurt; what a careful colleague would say; everything. */
export const strictnesses = ['gentle', 'normal', 'strict'] as const;
export type Strictness = (typeof strictnesses)[number];

export const isShown = ({ finding, picky }: Candidate, strictness: Strictness): boolean => {
  if (strictness === 'strict') return true;
  if (strictness === 'gentle') return finding.level === 'warning' && !picky;
  return !picky;
};
