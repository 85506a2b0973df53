import { clueIndex } from '../features/clues.ts';
import type { Features } from '../features/features.ts';
import type { Polarity } from './reading.ts';

/** Below this the words around an aspect say nothing of it, and the text as a whole speaks. */
const SILENCE = 0.25;

/** For each token the number of its clause: a new one begins at a mark that parts, or at a "but". */
export const clausesOf = (features: Features): readonly number[] => {
  const clauses = new Array<number>(features.tokens.length).fill(0);
  const contrasts = new Set(
    features.hints.pointers
      .filter(({ clue }) => clue === clueIndex['rule:contrast'])
      .map(({ first }) => first),
  );
  let clause = 0;
  features.tokens.forEach(({ kind, raw }, at) => {
    if (contrasts.has(at)) clause += 1;
    clauses[at] = clause;
    if (kind === 'mark' && /[.,;:!?…()\-–]/.test(raw)) clause += 1;
  });
  return clauses;
};

/**
 * How an aspect is spoken of: the feeling of the clauses that name it (`valence`: what each token adds for good, less what it
 * adds for bad), and where they are silent the feeling of the whole.
 */
export const judgeAspect = (
  named: readonly number[],
  clauses: readonly number[],
  valence: readonly number[],
  whole: Polarity,
): Polarity => {
  if (whole === 'neu') return 'neu';
  const where = new Set(named.map((at) => clauses[at]));
  const feelings = [...where].map((clause) => {
    let sum = 0;
    for (let at = 0; at < valence.length; at += 1) if (clauses[at] === clause) sum += valence[at] as number;
    return sum;
  });
  const good = feelings.some((feeling) => feeling > SILENCE);
  const bad = feelings.some((feeling) => feeling < -SILENCE);
  if (good && bad) return 'mixed';
  if (good) return 'pos';
  if (bad) return 'neg';
  return whole;
};
