import { clueIndex } from '../features/clues.ts';
import type { LexiconEntry } from './lexicon-file.ts';

/** What a match does to a reading: it carries a feeling, or it turns or strengthens one, or it points to something. */
export type LexiconRole = 'feeling' | 'negator' | 'intensifier' | 'pointer';

export type LexiconMatch = {
  readonly category: string;
  readonly role: LexiconRole;
  /** The clue that it is counted as, or -1 for an aspect of a company's own. */
  readonly clue: number;
  /** A feeling of the open lists, which count for less than ours. */
  readonly isOpen: boolean;
  readonly weight: number;
  /** How many words it spans. */
  readonly length: number;
};

type Node = { readonly next: Map<number, Node>; readonly ends: LexiconMatch[] };

export type CompiledLexicon = {
  /** The lexicon's own numbers for a folded word: none for most words. */
  keysOf(folded: string): readonly number[];
  /** Adds to `found` all that begins at word `at` of a text whose words have these keys. */
  matchesAt(keys: readonly (readonly number[])[], at: number, found: LexiconMatch[]): void;
};

const NONE: readonly never[] = [];

/** Builds a tree over word numbers: a text is walked once, and words that the lexicon does not know cost nothing. */
export const compileLexicon = (entries: readonly LexiconEntry[]): CompiledLexicon => {
  const exact = new Map<string, number>();
  const prefixes = new Map<string, number>();
  const root: Node = { next: new Map(), ends: [] };
  const kinds = new Map<string, Kind>();
  const kindOf = (category: string): Kind => {
    const kind = kinds.get(category) ?? kindOfCategory(category);
    kinds.set(category, kind);
    return kind;
  };
  for (const { category, words, weight } of entries) {
    let node = root;
    for (const { stem, isPrefix } of words) node = step(node, numberOf(isPrefix ? prefixes : exact, stem));
    node.ends.push({ ...kindOf(category), weight, length: words.length });
  }
  function numberOf(book: Map<string, number>, stem: string): number {
    const known = book.get(stem) ?? exact.size + prefixes.size;
    book.set(stem, known);
    return known;
  }
  const stems = plantStems(prefixes);
  const firsts: (Node | undefined)[] = Array.from({ length: exact.size + prefixes.size }, (_, key) =>
    root.next.get(key),
  );
  return {
    keysOf: (folded) => {
      const whole = exact.get(folded);
      const keys = whole === undefined ? [] : [whole];
      stems.walk(folded, keys);
      return keys.length === 0 ? NONE : keys;
    },
    matchesAt: (keys, at, found) => {
      for (const key of keys[at] ?? NONE) {
        const first = firsts[key];
        if (first) gather(first, keys, at, found);
      }
    },
  };
};

/** Stems as a tree of characters: a word is compared with all of them in one walk. A row a node for the letters a to z; other characters are rare. */
const plantStems = (prefixes: ReadonlyMap<string, number>) => {
  const others = new Map<number, number>();
  let next = new Int32Array(1_024 * ROW);
  const keyOf: (number | undefined)[] = [undefined];
  const childOf = (node: number, code: number): number => {
    const letter = code - FIRST_LETTER;
    return letter >= 0 && letter < LETTERS
      ? (next[node * ROW + letter] as number)
      : (others.get(node * 65_536 + code) ?? 0);
  };
  const addChild = (node: number, code: number): number => {
    const child = keyOf.push(undefined) - 1;
    if ((child + 1) * ROW > next.length) {
      const larger = new Int32Array(next.length * 2);
      larger.set(next);
      next = larger;
    }
    const letter = code - FIRST_LETTER;
    if (letter >= 0 && letter < LETTERS) next[node * ROW + letter] = child;
    else others.set(node * 65_536 + code, child);
    return child;
  };
  for (const [stem, key] of prefixes) {
    let node = 0;
    for (let at = 0; at < stem.length; at += 1) {
      const code = stem.charCodeAt(at);
      node = childOf(node, code) || addChild(node, code);
    }
    keyOf[node] = key;
  }
  return {
    /** Adds to `keys` the numbers of all stems that the word begins with. */
    walk: (word: string, keys: number[]): void => {
      let node = 0;
      for (let at = 0; at < word.length; at += 1) {
        node = childOf(node, word.charCodeAt(at));
        if (node === 0) return;
        const key = keyOf[node];
        if (key !== undefined) keys.push(key);
      }
    },
  };
};
const FIRST_LETTER = 97;
const LETTERS = 26;
/** Numbers a node: a power of two near the letters. */
const ROW = 32;

const step = (node: Node, key: number): Node => {
  const known = node.next.get(key);
  if (known) return known;
  const fresh: Node = { next: new Map(), ends: [] };
  node.next.set(key, fresh);
  return fresh;
};

/** What ends at a node, and what goes on from it with the words after. */
const gather = (
  node: Node,
  keys: readonly (readonly number[])[],
  at: number,
  found: LexiconMatch[],
): void => {
  for (const end of node.ends) found.push(end);
  if (node.next.size === 0) return;
  for (const key of keys[at + 1] ?? NONE) {
    const next = node.next.get(key);
    if (next) gather(next, keys, at + 1, found);
  }
};

type Kind = Pick<LexiconMatch, 'category' | 'role' | 'clue' | 'isOpen'>;

const kindOfCategory = (category: string): Kind => ({
  category,
  role:
    category === 'polarity' || category === 'open'
      ? 'feeling'
      : category === 'negator' || category === 'intensifier'
        ? category
        : 'pointer',
  clue: clueOf.get(category) ?? -1,
  isOpen: category === 'open',
});

/** The clue that a category of the lexicon is counted as. */
const clueOf: ReadonlyMap<string, number> = new Map(
  Object.entries(clueIndex)
    .filter(([clue]) => clue.startsWith('rule:') || clue.startsWith('aspect:'))
    .map(([clue, index]) => [clue.replace(/^rule:/, ''), index]),
);
