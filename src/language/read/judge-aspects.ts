import { clueIndex } from '../features/clues.ts';
import type { Features } from '../features/features.ts';
import type { Token } from '../text/tokenise.ts';
import type { Contributions } from './contributions.ts';
import type { Polarity } from './reading.ts';

/** Below this the words around an aspect say nothing of it, and the text as a whole speaks. */
const SILENCE = 0.25;

/** For each token the number of its clause: a new one begins at a mark that parts, or at a "but". */
export const clausesOf = (features: Features): readonly number[] => {
  const clauses: number[] = [];
  const { tokens, hints } = features;
  const contrasts = hints.pointers.filter(({ clue }) => clue === CONTRAST);
  let clause = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, raw } = tokens[at] as Token;
    if (contrasts.length > 0 && contrasts.some(({ first }) => first === at)) clause += 1;
    clauses.push(clause);
    if (kind === 'mark' && (raw === ',' || raw === '.' || PARTING.test(raw))) clause += 1;
  }
  return clauses;
};
const CONTRAST = clueIndex['rule:contrast'];
const PARTING = /[.,;:!?…()\-–]/;

/**
 * How an aspect is spoken of: the feeling of the clauses that name it (`valence`: what each token adds for good, less what it
 * adds for bad), and where they are silent the feeling of the whole.
 */
export const judgeAspect = (
  named: readonly number[],
  clauses: readonly number[],
  valence: Contributions,
  whole: Polarity,
): Polarity => {
  if (whole === 'neu') return 'neu';
  const where = new Set(named.map((at) => clauses[at]));
  const feelings = [...where].map((clause) => {
    let sum = 0;
    for (let at = 0; at < clauses.length; at += 1) if (clauses[at] === clause) sum += valence[at] as number;
    return sum;
  });
  const good = feelings.some((feeling) => feeling > SILENCE);
  const bad = feelings.some((feeling) => feeling < -SILENCE);
  if (good && bad) return 'mixed';
  if (good) return 'pos';
  if (bad) return 'neg';
  return whole;
};
