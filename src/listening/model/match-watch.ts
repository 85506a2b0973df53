import { type Word, wordsOf } from './words-of.ts';

/** A watch as the matcher needs it. */
export type WatchRule = {
  readonly id: string;
  readonly terms: readonly string[];
  readonly except: readonly string[];
};

/** Start and end in UTF-16 units of the original text. */
export type Span = readonly [start: number, end: number];

export type WatchMatch = { readonly watchId: string; readonly spans: readonly Span[] };

/** All watches of a workspace, ready to be asked of many texts. */
export type CompiledWatches = {
  /** What to ask a channel's own search for: each term once. */
  readonly searches: readonly string[];
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  readonly count: number;
};

type Pattern = {
  readonly watchId: string;
  readonly calledOff: boolean;
  readonly words: readonly string[];
  /** `#` or `@`: the term was typed with it. `joined`: a phrase written as one word after `#`, `@`, `/` or `www.`. */
  readonly before: '' | '#' | '@' | 'joined';
};

/** Between two words of a phrase: a space, a hyphen, quotes... but not the rest of a sentence. */
export const LONGEST_GAP = 3;

export const compileWatches = (watches: readonly WatchRule[]): CompiledWatches => {
  const patterns = new Map<string, Pattern[]>();
  for (const watch of watches) {
    const all = [
      ...watch.terms.flatMap((term) => patternsOf(term, watch.id, false)),
      ...watch.except.flatMap((term) => patternsOf(term, watch.id, true)),
    ];
    for (const pattern of all) {
      const first = pattern.words[0] ?? '';
      const known = patterns.get(first);
      if (known) known.push(pattern);
      else patterns.set(first, [pattern]);
    }
  }
  const searches = new Set(watches.flatMap((watch) => watch.terms.map((term) => term.trim())));
  return { searches: [...searches].filter(Boolean), patterns, count: watches.length };
};

/** A phrase is also met as the one word that hashtags and handles make of it: `#CantinaRossi`. */
const patternsOf = (term: string, watchId: string, calledOff: boolean): Pattern[] => {
  const words = wordsOf(term).map((word) => word.folded);
  if (words.length === 0) return [];
  const sign = /^\s*([#@])/.exec(term)?.[1] as '#' | '@' | undefined;
  const plain: Pattern = { watchId, calledOff, words, before: sign ?? '' };
  if (words.length === 1 || sign) return [plain];
  return [plain, { watchId, calledOff, words: [words.join('')], before: 'joined' }];
};

/**
 * Which watches a text answers to: case and accents do not matter, words are whole words. `texts[0]` is the body,
 * where the spans are; the others (title, alt texts...) count too but are not marked. Linear in the text.
 */
export const matchWatches = (watches: CompiledWatches, texts: readonly string[]): WatchMatch[] => {
  if (watches.count === 0) return [];
  const spans = new Map<string, Span[]>();
  const calledOff = new Set<string>();
  texts.forEach((text, index) => {
    const words = wordsOf(text);
    words.forEach((word, at) => {
      for (const pattern of watches.patterns.get(word.folded) ?? []) {
        const end = endOfMatch(pattern, text, words, at);
        if (end === undefined) continue;
        if (pattern.calledOff) calledOff.add(pattern.watchId);
        else collect(spans, pattern.watchId, index === 0 ? [word.start, end] : undefined);
      }
    });
  });
  return [...spans]
    .filter(([watchId]) => !calledOff.has(watchId))
    .map(([watchId, found]) => ({ watchId, spans: mergeSpans(found) }));
};

/** Whether any watch answers: what streams ask before they keep an item. */
export const wantsText = (watches: CompiledWatches, text: string): boolean =>
  matchWatches(watches, [text]).length > 0;

const collect = (spans: Map<string, Span[]>, watchId: string, span: Span | undefined): void => {
  const found = spans.get(watchId) ?? [];
  if (span) found.push(span);
  spans.set(watchId, found);
};

const endOfMatch = (
  pattern: Pattern,
  text: string,
  words: readonly Word[],
  at: number,
): number | undefined => {
  const first = words[at];
  if (!first || !startsRight(pattern, text, first.start)) return undefined;
  let previous = first;
  for (let index = 1; index < pattern.words.length; index += 1) {
    const next = words[at + index];
    if (!next || next.folded !== pattern.words[index] || next.start - previous.end > LONGEST_GAP)
      return undefined;
    previous = next;
  }
  return previous.end;
};

const startsRight = (pattern: Pattern, text: string, start: number): boolean => {
  if (pattern.before === '') return true;
  const before = text.slice(Math.max(0, start - 4), start);
  return pattern.before === 'joined' ? /(?:[#@/]|www\.)$/i.test(before) : before.endsWith(pattern.before);
};

/** Sorted, without overlaps. */
export const mergeSpans = (spans: readonly Span[]): Span[] => {
  const merged: [number, number][] = [];
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
};
