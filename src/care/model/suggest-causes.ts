import { foldText } from './fold-text.ts';

type CauseHints = {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly aspects: readonly string[];
  readonly isRetired: boolean;
};

type SaidText = { readonly body: string; readonly aspects: readonly string[] };

/** Causes that a complaint may have, the likeliest first: a word of theirs counts twice an aspect. At most three. */
export const suggestCauses = <Cause extends CauseHints>(
  causes: readonly Cause[],
  said: readonly SaidText[],
): readonly Cause[] => {
  const texts = said.map(({ body }) => ` ${foldText(body)}`);
  const aspects = new Set(said.flatMap((one) => one.aspects));
  return causes
    .filter(({ isRetired }) => !isRetired)
    .map((cause) => ({
      cause,
      points:
        2 *
          cause.words.filter((word) => word !== '' && texts.some((text) => text.includes(` ${word}`)))
            .length +
        cause.aspects.filter((aspect) => aspects.has(aspect)).length,
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.cause.name.localeCompare(b.cause.name, 'it'))
    .slice(0, 3)
    .map(({ cause }) => cause);
};

/** Aspects of which several unfiled complaints speak, and no cause of ours knows: seeds of new branches. */
export const suggestBranches = (
  causes: readonly CauseHints[],
  said: readonly SaidText[],
  least = 2,
): readonly { readonly aspect: string; readonly cases: number }[] => {
  const known = new Set(causes.filter(({ isRetired }) => !isRetired).flatMap(({ aspects }) => aspects));
  const counts = new Map<string, number>();
  for (const { aspects } of said)
    for (const aspect of new Set(aspects))
      if (!known.has(aspect)) counts.set(aspect, (counts.get(aspect) ?? 0) + 1);
  return [...counts]
    .map(([aspect, cases]) => ({ aspect, cases }))
    .filter(({ cases }) => cases >= least)
    .sort((a, b) => b.cases - a.cases || (a.aspect < b.aspect ? -1 : 1));
};

const WORD = /\p{L}{5,}/gu;
const MOST_WORDS = 6;

/**
 * Words that stand in several unfiled complaints and that no cause of ours knows, folded: seeds of new branches. Small words of a
 * language say nothing (`isSmall`); several mentions of one case count once.
 */
export const suggestWords = (
  causes: readonly CauseHints[],
  said: readonly (SaidText & { readonly caseId: string })[],
  isSmall: (word: string) => boolean,
  least = 3,
): readonly { readonly word: string; readonly cases: number }[] => {
  const known = causes.filter(({ isRetired }) => !isRetired).flatMap(({ words }) => words);
  const cases = new Map<string, Set<string>>();
  for (const { body, caseId } of said)
    for (const [word] of foldText(body).matchAll(WORD))
      if (!known.some((one) => word.startsWith(one)) && !isSmall(word))
        cases.set(word, (cases.get(word) ?? new Set()).add(caseId));
  return [...cases]
    .map(([word, ids]) => ({ word, cases: ids.size }))
    .filter((one) => one.cases >= least)
    .sort((a, b) => b.cases - a.cases || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
};

/** A cause and all that hangs from it. Cycles, which cannot be made, would end here all the same. */
export const withBranches = (
  causes: readonly { readonly id: string; readonly parentId: string | null }[],
  id: string,
): readonly string[] => {
  const found = new Set([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { id: child, parentId } of causes)
      if (parentId !== null && found.has(parentId) && !found.has(child)) {
        found.add(child);
        grew = true;
      }
  }
  return [...found];
};
