import type { Filter, Query, Term } from '../query/query.ts';
import { foldWord } from '../words-of.ts';
import {
  pairHash,
  prefixHash,
  rawHash,
  rawHashBackwards,
  STEM,
  stemOf,
  suffixHash,
  wordHash,
} from './hash.ts';
import { LONGEST_PART } from './scan-text.ts';
import { type TermPattern, termPattern } from './term-pattern.ts';

/** Numbers of which a document shows at least one whenever it answers to the query. */
type Anchors = {
  readonly hashes: readonly number[];
  /** How the words begin that bring them (see `stemOf`); of two in a row the second. Short beginnings and endings are looked for in every word. */
  readonly stems: readonly number[];
  /** Lengths of the beginnings and endings among them, that the reader of texts has to look for. */
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** How often they will be met in vain, roughly: the less the better. */
  readonly cost: number;
};

/** Words so short that every text has them. */
const COMMON_LENGTH = 3;
const COMMON_COST = 200;
/** Longer words are rarer. */
const LONG_COST = 100;

/** Null when nothing must be met for the query to answer (the parser lets no such query through). `weightOf`: how many wait for a number already. */
export const anchorsOf = (query: Query, weightOf: (hash: number) => number): Anchors | null => {
  switch (query.kind) {
    case 'and':
      return cheapest(query.parts.map((part) => anchorsOf(part, weightOf)));
    case 'or':
      return all(query.parts.map((part) => anchorsOf(part, weightOf)));
    case 'near':
      return cheapest([anchorsOf(query.left, weightOf), anchorsOf(query.right, weightOf)]);
    case 'term':
      return ofTerm(query, weightOf);
    case 'wildcard':
      return ofStar(query.text);
    case 'filter':
      return query.field === 'link' ? ofLink(query, weightOf) : null;
    default:
      return null;
  }
};

const cheapest = (found: readonly (Anchors | null)[]): Anchors | null =>
  found.reduce((best, one) => (one && (!best || one.cost < best.cost) ? one : best), null);

const all = (found: readonly (Anchors | null)[]): Anchors | null => {
  const known = found.filter((one) => one !== null);
  if (known.length < found.length) return null;
  return {
    hashes: [...new Set(known.flatMap(({ hashes }) => hashes))],
    stems: [...new Set(known.flatMap(({ stems }) => stems))],
    prefixes: known.flatMap(({ prefixes }) => prefixes),
    suffixes: known.flatMap(({ suffixes }) => suffixes),
    cost: known.reduce((sum, { cost }) => sum + cost, 0),
  };
};

const plain = (hashes: readonly number[], words: readonly string[], cost: number): Anchors => ({
  hashes,
  stems: [...new Set(words.map(stemOf))],
  prefixes: [],
  suffixes: [],
  cost,
});

const ofTerm = (term: Term, weightOf: (hash: number) => number): Anchors | null =>
  ofPattern(termPattern(term), weightOf);

/** A link is read to the letter: no forms of its words. */
const ofLink = ({ value }: Filter, weightOf: (hash: number) => number): Anchors | null => {
  const pattern = termPattern({
    kind: 'term',
    text: value.replace(/^https?:\/\/(?:www\.)?/i, ''),
    exact: true,
  });
  return ofPattern({ ...pattern, joined: null }, weightOf);
};

const ofPattern = (pattern: TermPattern, weightOf: (hash: number) => number): Anchors | null => {
  const choices: (Anchors | null)[] = pattern.words.map((forms) => ofForms(forms, weightOf));
  for (let index = 1; index < pattern.words.length; index += 1)
    choices.push(ofPair(pattern.words[index - 1], pattern.words[index]));
  const best = cheapest(choices);
  if (!best || pattern.joined === null) return best;
  const { joined } = pattern;
  return {
    ...best,
    hashes: [...new Set([...best.hashes, wordHash(joined)])],
    stems: [...new Set([...best.stems, stemOf(joined)])],
  };
};

const ofForms = (forms: readonly string[], weightOf: (hash: number) => number): Anchors => {
  const hashes = forms.map(wordHash);
  const waiting = hashes.reduce((sum, hash) => sum + weightOf(hash), 0);
  const shortest = Math.min(...forms.map(({ length }) => length));
  const cost = (shortest <= COMMON_LENGTH ? COMMON_COST : LONG_COST / shortest) + waiting;
  return plain(hashes, forms, cost);
};

const ofPair = (
  [first, ...more]: readonly string[] = [],
  [second, ...others]: readonly string[] = [],
): Anchors | null =>
  first === undefined || second === undefined || more.length > 0 || others.length > 0
    ? null
    : plain([pairHash(rawHash(first), rawHash(second))], [second], first.length + second.length <= 5 ? 9 : 2);

const ofStar = (text: string): Anchors => {
  const isEnding = text.startsWith('*');
  const whole = foldWord(text.replace('*', ''));
  const literal = isEnding ? whole.slice(-LONGEST_PART) : whole.slice(0, LONGEST_PART);
  const length = literal.length;
  return isEnding
    ? { ...plain([suffixHash(rawHashBackwards(literal))], [], 500 / length), suffixes: [length] }
    : {
        ...plain([prefixHash(rawHash(literal))], length < STEM ? [] : [literal], 500 / length),
        prefixes: [length],
      };
};
