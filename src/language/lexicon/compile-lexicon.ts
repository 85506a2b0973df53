import type { LexiconEntry } from './lexicon-file.ts';

export type LexiconMatch = {
  readonly category: string;
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
  for (const { category, words, weight } of entries) {
    let node = root;
    for (const { stem, isPrefix } of words) node = step(node, numberOf(isPrefix ? prefixes : exact, stem));
    node.ends.push({ category, weight, length: words.length });
  }
  function numberOf(book: Map<string, number>, stem: string): number {
    const known = book.get(stem) ?? exact.size + prefixes.size;
    book.set(stem, known);
    return known;
  }
  const stems = plantStems(prefixes);
  return {
    keysOf: (folded) => {
      const whole = exact.get(folded);
      const keys = whole === undefined ? [] : [whole];
      let stem: Stem | undefined = stems;
      for (let at = 0; stem && at < folded.length; at += 1) {
        stem = stem.next.get(folded.charCodeAt(at));
        if (stem?.key !== undefined) keys.push(stem.key);
      }
      return keys.length === 0 ? NONE : keys;
    },
    matchesAt: (keys, at, found) => collect(root, keys, at, found),
  };
};

type Stem = { readonly next: Map<number, Stem>; key: number | undefined };

/** Stems as a tree of characters: a word is compared with all of them in one walk. */
const plantStems = (prefixes: ReadonlyMap<string, number>): Stem => {
  const root: Stem = { next: new Map(), key: undefined };
  for (const [stem, key] of prefixes) {
    let node = root;
    for (let at = 0; at < stem.length; at += 1) {
      const code = stem.charCodeAt(at);
      const next = node.next.get(code) ?? { next: new Map(), key: undefined };
      node.next.set(code, next);
      node = next;
    }
    node.key = key;
  }
  return root;
};

const step = (node: Node, key: number): Node => {
  const known = node.next.get(key);
  if (known) return known;
  const fresh: Node = { next: new Map(), ends: [] };
  node.next.set(key, fresh);
  return fresh;
};

const collect = (
  node: Node,
  keys: readonly (readonly number[])[],
  at: number,
  found: LexiconMatch[],
): void => {
  for (const key of keys[at] ?? NONE) {
    const next = node.next.get(key);
    if (!next) continue;
    for (const end of next.ends) found.push(end);
    if (next.next.size > 0) collect(next, keys, at + 1, found);
  }
};
