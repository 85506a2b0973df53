import type { Word } from '../words-of.ts';
import type { ReadText } from './document.ts';
import type { TermPattern } from './term-pattern.ts';

/** From one word of a text to another, both included. */
export type Stretch = { readonly from: number; readonly to: number };

/** Between two words of a phrase: a space, a hyphen, quotes... but not the rest of a sentence. */
export const LONGEST_GAP = 3;

/** Where a term stands in a text. */
export const findTerm = (pattern: TermPattern, { text, words }: ReadText): readonly Stretch[] => {
  const found: Stretch[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const to = endOfTerm(pattern, text, words, at);
    if (to !== undefined) found.push({ from: at, to });
  }
  return found;
};

/** Where one word is that begins or ends so. */
export const findStar = (pattern: string, { words }: ReadText): readonly Stretch[] => {
  const isEnd = pattern.startsWith('*');
  const literal = pattern.replace('*', '');
  return words.flatMap(({ folded }, at) =>
    (isEnd ? folded.endsWith(literal) : folded.startsWith(literal)) ? [{ from: at, to: at }] : [],
  );
};

const endOfTerm = (
  pattern: TermPattern,
  text: string,
  words: readonly Word[],
  at: number,
): number | undefined => {
  const first = words[at];
  if (!first) return undefined;
  if (
    first.folded === pattern.joined &&
    /(?:[#@/]|www\.)$/i.test(text.slice(Math.max(0, first.start - 4), first.start))
  )
    return at;
  if (!pattern.words[0]?.includes(first.folded)) return undefined;
  if (pattern.sign !== '' && text[first.start - 1] !== pattern.sign) return undefined;
  for (let index = 1; index < pattern.words.length; index += 1) {
    const [previous, next] = [words[at + index - 1], words[at + index]];
    if (!previous || !next || !pattern.words[index]?.includes(next.folded)) return undefined;
    if (!isBetween(pattern.between?.[index - 1], text, previous.end, next.start)) return undefined;
  }
  const to = at + pattern.words.length - 1;
  return pattern.between && !standsAlone(text, first.start, words[to]?.end ?? 0) ? undefined : to;
};

const isBetween = (literal: string | undefined, text: string, start: number, end: number): boolean =>
  literal === undefined
    ? end - start <= LONGEST_GAP
    : end - start === literal.length && text.slice(start, end).toLowerCase() === literal;

/** `rossi.it` is not in `buoni-rossi.it` nor in `rossi.it.example`; it is in `www.rossi.it`. */
const standsAlone = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 3), start)) &&
  !/^[.-][\p{L}\p{N}]/u.test(text.slice(end, end + 3));
