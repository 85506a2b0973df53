import type { CompiledLexicon, LexiconMatch } from '../lexicon/compile-lexicon.ts';
import { MOST_TOKENS, type Token } from '../text/tokenise.ts';
import { clueIndex } from './clues.ts';
import { ratingsIn } from './ratings.ts';
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
  /** 1 for each token that a negation reaches; written over by the next text. */
  readonly negated: Uint8Array;
  readonly sums: {
    readonly good: number;
    readonly bad: number;
    readonly goodOpen: number;
    readonly badOpen: number;
  };
  /** The same after the last "but", or in the last third of the text. */
  readonly end: { readonly good: number; readonly bad: number };
  readonly emoji: { readonly good: number; readonly bad: number };
};

/** How far a negation reaches, in words of the same clause. */
const REACH = 3;
/** "Non buono" is milder than "cattivo" (Taboada and others, 2011, shift; here a factor, measured as good). */
const TURNED = -0.7;

/** Walks a text once with the lexicon: what is good and bad in it, what is negated, what it points to. */
export const hintsOf = (
  tokens: readonly Token[],
  facts: readonly (WordFacts | undefined)[],
  lexicon: CompiledLexicon,
): Hints => {
  const walk = setOut(tokens, facts);
  const { units, keys, matches } = walk;
  for (let unit = 0; unit < units.length; unit += 1) {
    if (keys[unit]?.length === 0) continue;
    lexicon.matchesAt(keys, unit, matches);
    for (const match of matches) take(walk, match, unit);
    matches.length = 0;
  }
  for (const each of settle(walk.found)) weigh(walk, each);
  for (const rating of ratingsIn(tokens, facts)) walk.feelings.push({ ...rating, isOpen: false });
  const { feelings, pointers, others } = walk;
  const { sums, end, emoji } = sumsOf(feelings, tokens, walk.lastContrast);
  return { feelings, pointers, others, negated, sums, end, emoji };
};

type Found = { readonly match: LexiconMatch; readonly unit: number };

type Walk = {
  readonly tokens: readonly Token[];
  /** The tokens that are words or emoji, and the lexicon's numbers for each. */
  readonly units: readonly number[];
  readonly keys: readonly (readonly number[])[];
  readonly feelings: (Feeling & { readonly isOpen: boolean })[];
  readonly pointers: Pointer[];
  readonly others: { category: string; first: number; last: number }[];
  /** What carries a judgement, in the order of the text. */
  readonly found: Found[];
  /** By the word before which an intensifier stands; hardly any text has one. */
  strength: Map<number, number> | undefined;
  readonly matches: LexiconMatch[];
  lastContrast: number;
};

const setOut = (tokens: readonly Token[], facts: readonly (WordFacts | undefined)[]): Walk => {
  const units: number[] = [];
  const keys: (readonly number[])[] = [];
  negated.fill(0, 0, tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    const fact = facts[at];
    if (!fact) continue;
    units.push(at);
    keys.push(fact.keys);
  }
  return {
    tokens,
    units,
    keys,
    feelings: [],
    pointers: [],
    others: [],
    found: [],
    strength: undefined,
    matches: [],
    lastContrast: -1,
  };
};

const negated = new Uint8Array(MOST_TOKENS);

const take = (walk: Walk, match: LexiconMatch, unit: number): void => {
  const { role } = match;
  if (role === 'feeling' || role === 'negator') walk.found.push({ match, unit });
  else if (role === 'intensifier') {
    walk.strength ??= new Map();
    walk.strength.set(unit + match.length, match.weight);
  } else point(walk, match, tokenOf(walk, unit), tokenOf(walk, unit + match.length - 1));
};

const tokenOf = ({ units }: Walk, unit: number): number => units[unit] ?? 0;

const point = (walk: Walk, { category, clue }: LexiconMatch, first: number, last: number): void => {
  if (clue < 0) {
    walk.others.push({ category, first, last });
    return;
  }
  walk.pointers.push({ clue, first, last });
  if (clue === CONTRAST) walk.lastContrast = last;
};
const CONTRAST = clueIndex['rule:contrast'];

const weigh = (walk: Walk, { match, unit }: Found): void => {
  if (match.role === 'negator') {
    negate(walk, unit + match.length - 1);
    return;
  }
  const [first, last] = [tokenOf(walk, unit), tokenOf(walk, unit + match.length - 1)];
  const turned = negated[first] === 1 ? TURNED : 1;
  const score = match.weight * turned * (walk.strength?.get(unit) ?? 1);
  walk.feelings.push({ first, last, score, isOpen: match.isOpen });
};

/** From the word after a negation on, until the clause ends. */
const negate = (walk: Walk, unit: number): void => {
  for (let next = unit + 1; next < walk.units.length && next <= unit + REACH; next += 1) {
    if (endsClause(walk.tokens, tokenOf(walk, next - 1), tokenOf(walk, next))) return;
    negated[tokenOf(walk, next)] = 1;
  }
};

/** Longer phrases before shorter ones, ours before the open lists: "non male" is neither a negation nor "male". */
const settle = (found: readonly Found[]): readonly Found[] => {
  const kept: Found[] = [];
  let free = 0;
  for (let at = 0; at < found.length; ) {
    const first = found[at] as Found;
    let best = first;
    for (at += 1; at < found.length && (found[at] as Found).unit === first.unit; at += 1)
      if (rank(found[at] as Found) > rank(best)) best = found[at] as Found;
    if (best.unit < free) continue;
    kept.push(best);
    free = best.unit + best.match.length;
  }
  return kept;
};

const rank = ({ match }: Found): number => match.length * 2 + (match.isOpen ? 0 : 1);

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
