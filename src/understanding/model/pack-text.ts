import { type LexiconEntry, type LexiconProblem, parseLexicon } from '../../language/index.ts';

/** Words of this kind are known to every pack; an aspect is named by the company itself. */
const categories: readonly string[] = ['polarity', 'negator', 'intensifier'];
const ASPECT = /^aspect:[\p{Ll}\d][\p{Ll}\d_-]{0,39}$/u;
const STRONGEST = 4;

export type PackProblem = {
  /** From 1. */
  readonly line: number;
  readonly kind: LexiconProblem['kind'] | 'unknown-category' | 'weight-out-of-range';
};

/** What a pack says, and each line that cannot be understood. */
export const readPack = (
  text: string,
): { readonly entries: readonly LexiconEntry[]; readonly problems: readonly PackProblem[] } => {
  const { entries, problems } = parseLexicon(text);
  const all = [...problems, ...lineProblems(text)].sort((one, other) => one.line - other.line);
  return { entries, problems: all };
};

/** What the words' own format does not ask: that headings mean something here, and that weights have a measure. */
const lineProblems = (text: string): readonly PackProblem[] => {
  let category = '';
  return text.split(/\r?\n/).flatMap((written, index): PackProblem[] => {
    const line = written.replace(/(^|\s)\/\/.*$/, '').trim();
    if (line.startsWith('# ')) {
      category = line.slice(2).trim();
      const isKnown = categories.includes(category) || ASPECT.test(category);
      return isKnown ? [] : [{ line: index + 1, kind: 'unknown-category' }];
    }
    const weight = Number(/^[+-]?\d+(?:\.\d+)?(?=\s)/.exec(line)?.[0] ?? 0);
    return category === 'polarity' && Math.abs(weight) > STRONGEST
      ? [{ line: index + 1, kind: 'weight-out-of-range' }]
      : [];
  });
};

/** Says what is wrong with a line, with its number. */
export const packProblemWords: Readonly<
  Record<
    PackProblem['kind'],
    { readonly it: (line: number) => string; readonly en: (line: number) => string }
  >
> = {
  'no-category': {
    it: (line) => `Riga ${line}: prima delle parole serve un titolo, come «# polarity» o «# aspect:annata».`,
    en: (line) =>
      `Line ${line}: words need a heading above them, such as “# polarity” or “# aspect:vintage”.`,
  },
  'no-words': {
    it: (line) => `Riga ${line}: qui manca una parola (forse una barra «|» di troppo).`,
    en: (line) => `Line ${line}: a word is missing here (perhaps one bar “|” too many).`,
  },
  'too-long': {
    it: (line) => `Riga ${line}: un’espressione può avere al massimo sei parole.`,
    en: (line) => `Line ${line}: a phrase can have six words at most.`,
  },
  'unknown-category': {
    it: (line) =>
      `Riga ${line}: questo titolo non lo conosco. Si può scrivere «# polarity», «# negator», «# intensifier» o «# aspect:nome», con il nome in minuscolo e senza spazi.`,
    en: (line) =>
      `Line ${line}: I do not know this heading. It can be “# polarity”, “# negator”, “# intensifier” or “# aspect:name”, with the name in lower case and without spaces.`,
  },
  'weight-out-of-range': {
    it: (line) => `Riga ${line}: il peso va da -4 (pessimo) a 4 (splendido).`,
    en: (line) => `Line ${line}: weights go from -4 (terrible) to 4 (splendid).`,
  },
};
