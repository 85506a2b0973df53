import { foldWord } from '../../words-of.ts';
import { adjectives, asTheyAre, irregular } from './known-words.ts';
import { nounForms } from './noun-forms.ts';
import { verbForms } from './verb-forms.ts';

/** Shorter words change too much of themselves: `re`, `tè`, `spa`. */
const SHORTEST = 4;
const LETTERS = /^[a-zàèéìíòóùú]+$/;

/**
 * The forms in which an Italian word may be met, folded, itself among them: `vino` is also `vini`; `buono` also `buona`, `buoni`,
 * `buone`, `buon`; `degustare` also all that is made of it regularly. By rules and short lists, not by a dictionary: some forms that
 * do not exist are among them, which nobody will meet. A noun in -o does not become one in -a (`tappo` is not `tappa`), for this is
 * what stemming would do. What ends in a consonant, in an accent, or is short, stays as it is.
 */
export const formsOf = (word: string): readonly string[] => {
  const known = memory.get(word);
  if (known) return known;
  const forms = makeForms(word);
  if (memory.size >= MOST_KEPT) memory.clear();
  memory.set(word, forms);
  return forms;
};

const memory = new Map<string, readonly string[]>();
const MOST_KEPT = 50_000;

const makeForms = (word: string): readonly string[] => {
  const lower = word.toLowerCase().normalize('NFC');
  const folded = foldWord(word);
  const fixed = irregular.get(folded);
  if (fixed) return [...new Set([folded, ...fixed])];
  const isSame =
    folded.length < SHORTEST || !LETTERS.test(lower) || !/[aeio]$/.test(lower) || asTheyAre.has(folded);
  if (isSame) return [folded];
  const isAdjective = adjectives.has(folded.replace(/(?<=[cg])h[ei]$|[aeio]$/, ''));
  return [...new Set([folded, ...nounForms(folded, isAdjective), ...verbForms(folded)])];
};
