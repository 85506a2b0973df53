import { foldText } from '../../platform/text/index.ts';
import { tokenise } from '../text/tokenise.ts';

/** One entry: words that, said in this order, mean something for `category`. A word that ends in `*` stands for all that begin so. */
export type LexiconEntry = {
  /** 'polarity', 'negator', 'intensifier', a rule such as 'question', or `aspect:<name>`. */
  readonly category: string;
  /** Folded, in order, 1 to 6. */
  readonly words: readonly { readonly stem: string; readonly isPrefix: boolean }[];
  /** Polarity: -4 to 4. Intensifiers: a factor. Rules and aspects: how telling, usually 1. */
  readonly weight: number;
};

export type LexiconProblem = {
  readonly line: number;
  readonly kind: 'no-category' | 'no-words' | 'too-long';
};

const MOST_WORDS = 6;

/**
 * Reads the format of models/lexicon and of a company's packs: `# category` opens a category; below it each line holds phrases parted
 * by `|`, after an optional weight (`-3 pessim* | una delusione`). `//` begins a remark.
 */
export const parseLexicon = (
  text: string,
): { readonly entries: readonly LexiconEntry[]; readonly problems: readonly LexiconProblem[] } => {
  const entries: LexiconEntry[] = [];
  const problems: LexiconProblem[] = [];
  let category = '';
  text.split(/\r?\n/).forEach((written, index) => {
    const line = written.replace(/(^|\s)\/\/.*$/, '').trim();
    if (line === '') return;
    if (line.startsWith('# ')) {
      category = line.slice(2).trim();
      return;
    }
    if (category === '') {
      problems.push({ line: index + 1, kind: 'no-category' });
      return;
    }
    const [, weight, phrases = ''] = /^([+-]?\d+(?:\.\d+)?)?\s*(.*)$/.exec(line) ?? [];
    for (const phrase of phrases.split('|')) {
      const words = wordsOf(phrase);
      if (words.length === 0) problems.push({ line: index + 1, kind: 'no-words' });
      else if (words.length > MOST_WORDS) problems.push({ line: index + 1, kind: 'too-long' });
      else entries.push({ category, words, weight: weight === undefined ? 1 : Number(weight) });
    }
  });
  return { entries, problems };
};

/** The words of a phrase as texts are cut: `l'ho` is two, an emoji is one. */
const wordsOf = (phrase: string): LexiconEntry['words'] => {
  const tokens = tokenise(phrase);
  return tokens
    .filter(({ kind }) => kind === 'word' || kind === 'emoji' || kind === 'number')
    .map(({ raw, end }) => ({ stem: foldWord(raw), isPrefix: phrase[end] === '*' }));
};

/** Case, accents, invisible characters, and vowels that were stretched for the sound of it. */
export const foldWord = (raw: string): string => {
  const folded = PLAIN.test(raw)
    ? raw
    : LATIN.test(raw)
      ? foldLatin(raw)
      : foldText(raw.replace(/^#/, '').replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, ''));
  return hasThreeAlike(folded) ? folded.replace(/(\p{L})\1{2,}/gu, '$1') : folded;
};
const PLAIN = /^[a-z]+$/;
/** Letters of Italian and of its neighbours, each of which folds by itself and to one letter. */
const LATIN =
  /^[A-Za-z\u00c0-\u00c5\u00c7-\u00cf\u00d1-\u00d6\u00d9-\u00dd\u00e0-\u00e5\u00e7-\u00ef\u00f1-\u00f6\u00f9-\u00fd]+$/;

const foldLatin = (raw: string): string => {
  const lower = raw.toLowerCase();
  let folded = '';
  let from = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code < 128) continue;
    folded += lower.slice(from, at) + (plainLetters[code - FIRST_ACCENTED] as string);
    from = at + 1;
  }
  return from === 0 ? lower : folded + lower.slice(from);
};
const FIRST_ACCENTED = 0xe0;
const plainLetters = Array.from({ length: 32 }, (_, at) =>
  foldText(String.fromCharCode(FIRST_ACCENTED + at)),
);

/** Three equal code units in a row: most words have none, and need no closer look. */
export const hasThreeAlike = (text: string): boolean => {
  for (let at = 2; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === text.charCodeAt(at - 1) && code === text.charCodeAt(at - 2)) return true;
  }
  return false;
};
