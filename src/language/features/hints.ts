import type { CompiledLexicon, LexiconMatch } from '../lexicon/compile-lexicon.ts';
import type { Token } from '../text/tokenise.ts';
import { type Clue, clueIndex } from './clues.ts';
import type { WordFacts } from './word-facts.ts';

/** A judgement that words of the lexicon carry, where they stand. */
export type Feeling = {
  /** First and last token, both included. */
  readonly first: number;
  readonly last: number;
  /** Above zero good, below bad; turned and weakened by a negation, strengthened by an intensifier. */
  readonly score: number;
};

/** Words that point to something, such as an aspect or a question. */
export type Pointer = { readonly clue: number; readonly first: number; readonly last: number };

export type Hints = {
  readonly feelings: readonly Feeling[];
  readonly pointers: readonly Pointer[];
  /** Custom aspects of a company's packs, which the shipped model has no head for. */
  readonly others: readonly { readonly category: string; readonly first: number; readonly last: number }[];
  /** 1 for each token that a negation reaches. */
  readonly negated: readonly number[];
  readonly sums: {
    readonly good: number;
    readonly bad: number;
    readonly goodOpen: number;
    readonly badOpen: number;
  };
  /** The same after the last "but", or in the last third of the text. */
  readonly end: { readonly good: number; readonly bad: number };
  readonly emoji: { readonly good: number; readonly bad: number };
  readonly counts: ReadonlyMap<number, number>;
};

/** How far a negation reaches, in words of the same clause. */
const REACH = 3;
/** "Non buono" is milder than "cattivo" (Taboada and others, 2011, shift; here a factor, measured as good). */
const TURNED = -0.7;
const NO_KEYS: readonly number[] = [];

/** Walks a text once with the lexicon: what is good and bad in it, what is negated, what it points to. */
export const hintsOf = (
  tokens: readonly Token[],
  facts: readonly (WordFacts | undefined)[],
  lexicon: CompiledLexicon,
): Hints => {
  const units: number[] = [];
  for (let at = 0; at < tokens.length; at += 1) if (facts[at]) units.push(at);
  const keys = units.map((at) => facts[at]?.keys ?? NO_KEYS);
  const walk = createWalk(tokens, units);
  for (let unit = 0; unit < units.length; unit += 1) {
    if (keys[unit] === NO_KEYS || keys[unit]?.length === 0) continue;
    for (const match of lexicon.matchesAt(keys, unit)) walk.take(match, unit);
  }
  return walk.finish();
};

const createWalk = (tokens: readonly Token[], units: readonly number[]) => {
  const negated = new Array<number>(tokens.length).fill(0);
  const feelings: (Feeling & { readonly isOpen: boolean })[] = [];
  const pointers: Pointer[] = [];
  const others: { category: string; first: number; last: number }[] = [];
  const counts = new Map<number, number>();
  const found: { match: LexiconMatch; unit: number }[] = [];
  const strength = new Map<number, number>();
  let lastContrast = -1;

  const tokenOf = (unit: number): number => units[unit] ?? 0;
  const point = (category: string, first: number, last: number): void => {
    const clue = clueIndex[(category.startsWith('aspect:') ? category : `rule:${category}`) as Clue];
    if (clue === undefined) {
      others.push({ category, first, last });
      return;
    }
    counts.set(clue, (counts.get(clue) ?? 0) + 1);
    pointers.push({ clue, first, last });
    if (category === 'contrast') lastContrast = last;
  };
  /** From the word after a negation on, until the clause ends. */
  const negate = (unit: number): void => {
    for (let next = unit + 1; next < units.length && next <= unit + REACH; next += 1) {
      if (endsClause(tokens, tokenOf(next - 1), tokenOf(next))) return;
      negated[tokenOf(next)] = 1;
    }
  };

  return {
    take: (match: LexiconMatch, unit: number): void => {
      const { category } = match;
      if (category === 'polarity' || category === 'open' || category === 'negator')
        found.push({ match, unit });
      else if (category === 'intensifier') strength.set(unit + match.length, match.weight);
      else point(category, tokenOf(unit), tokenOf(unit + match.length - 1));
    },
    finish: (): Hints => {
      settle(found).forEach(({ match, unit }) => {
        if (match.category === 'negator') {
          negate(unit + match.length - 1);
          return;
        }
        const [first, last] = [tokenOf(unit), tokenOf(unit + match.length - 1)];
        const turned = negated[first] === 1 ? TURNED : 1;
        const score = match.weight * turned * (strength.get(unit) ?? 1);
        feelings.push({ first, last, score, isOpen: match.category === 'open' });
      });
      return { feelings, pointers, others, negated, counts, ...sumsOf(feelings, tokens, lastContrast) };
    },
  };
};

/** Longer phrases before shorter ones, ours before the open lists: "non male" is neither a negation nor "male". */
const settle = (
  found: readonly { match: LexiconMatch; unit: number }[],
): { match: LexiconMatch; unit: number }[] => {
  const best = new Map<number, { match: LexiconMatch; unit: number }>();
  const rank = ({ match }: { match: LexiconMatch }) => match.length * 2 + (match.category === 'open' ? 0 : 1);
  for (const each of found) {
    const now = best.get(each.unit);
    if (!now || rank(each) > rank(now)) best.set(each.unit, each);
  }
  const kept: { match: LexiconMatch; unit: number }[] = [];
  let free = 0;
  for (const each of [...best.values()].sort((a, b) => a.unit - b.unit)) {
    if (each.unit < free) continue;
    kept.push(each);
    free = each.unit + each.match.length;
  }
  return kept;
};

const endsClause = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' && /[.,;:!?()…]/.test(token.raw)) return true;
  }
  return false;
};

const sumsOf = (
  feelings: readonly (Feeling & { readonly isOpen: boolean })[],
  tokens: readonly Token[],
  lastContrast: number,
): Pick<Hints, 'sums' | 'end' | 'emoji'> => {
  const sums = { good: 0, bad: 0, goodOpen: 0, badOpen: 0 };
  const end = { good: 0, bad: 0 };
  const emoji = { good: 0, bad: 0 };
  const endFrom = lastContrast >= 0 ? lastContrast : Math.floor((tokens.length * 2) / 3);
  for (const { first, score, isOpen } of feelings) {
    const size = Math.abs(score);
    const isGood = score > 0;
    if (isOpen) sums[isGood ? 'goodOpen' : 'badOpen'] += size;
    else sums[isGood ? 'good' : 'bad'] += size;
    if (tokens[first]?.kind === 'emoji') emoji[isGood ? 'good' : 'bad'] += 1;
    if (first >= endFrom) end[isGood ? 'good' : 'bad'] += isOpen ? size / 2 : size;
  }
  return { sums, end, emoji };
};
