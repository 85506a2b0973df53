import type { QueryProblem } from './query-problem.ts';

type Place = { readonly start: number; readonly end: number; readonly text: string };
/** A piece of a query's text. `word` is what no blank, quote or parenthesis divides. */
export type Token = Place &
  (
    | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'word' }
    /** `+word` is a word; `-word` is `not` and a word. */
    | { readonly kind: 'phrase'; readonly inside: string }
    | { readonly kind: 'near'; readonly distance: number }
    /** `channel:` and the value after it, quoted or not. */
    | { readonly kind: 'field'; readonly name: string; readonly value: string }
  );

const LONGEST_DISTANCE = 100;
const DEFAULT_DISTANCE = 5;
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  E: 'and',
  OR: 'or',
  O: 'or',
  NOT: 'not',
  NON: 'not',
};

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '„': '“', '«': '»' };
/** One sticky pattern for each kind of piece, tried in this order. */
const BLANK = /\s+/y;
const NEAR = /(?:NEAR|VICINO)(?:\/(\d+))?(?=[\s()"«“]|$)/y;
const FIELD = /(\p{L}+):(?!\/\/)/uy;
const WORD = /[^\s()"“”„«»]+/y;

/** Cuts a query's text into its pieces. Total: what cannot be understood is a problem with its place. Linear. */
export const scanQuery = (
  text: string,
): { readonly tokens: readonly Token[]; readonly problems: readonly QueryProblem[] } => {
  const tokens: Token[] = [];
  const problems: QueryProblem[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = matchAt(BLANK, text, at);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const token = tokenAt(text, at, problems);
    tokens.push(...token);
    at = token.at(-1)?.end ?? at + 1;
  }
  return { tokens, problems };
};

const tokenAt = (text: string, start: number, problems: QueryProblem[]): readonly Token[] => {
  const character = text.charAt(start);
  const single = (kind: 'open' | 'close' | 'not'): Token[] => [
    { kind, start, end: start + 1, text: character },
  ];
  if (character === '(') return single('open');
  if (character === ')') return single('close');
  if (/[-−–]/.test(character) && isMinus(text, start)) return single('not');
  if (character in QUOTES || character === '»') return [phraseAt(text, start, problems)];
  return [nearAt(text, start, problems) ?? fieldAt(text, start, problems) ?? wordAt(text, start)];
};

/** A minus at the beginning of a piece takes away what follows it at once; by itself or doubled it is a dash. */
const isMinus = (text: string, at: number): boolean => /[^\s)\-−–]/.test(text.charAt(at + 1));

const phraseAt = (text: string, start: number, problems: QueryProblem[]): Token => {
  const closing = QUOTES[text.charAt(start)] ?? '"';
  const found = [...new Set([closing, '"'])]
    .map((mark) => text.indexOf(mark, start + 1))
    .filter((at) => at > 0);
  const close = closing === '"' ? text.indexOf('"', start + 1) : Math.min(...found, Number.POSITIVE_INFINITY);
  const isClosed = close > 0 && Number.isFinite(close);
  const end = isClosed ? close + 1 : text.length;
  const whole = text.slice(start, end);
  if (!isClosed) problems.push({ kind: 'unclosed-quote', start, end, at: whole });
  return { kind: 'phrase', start, end, text: whole, inside: text.slice(start + 1, isClosed ? close : end) };
};

const nearAt = (text: string, start: number, problems: QueryProblem[]): Token | undefined => {
  const found = matchAt(NEAR, text, start);
  if (!found) return undefined;
  const distance = found[1] === undefined ? DEFAULT_DISTANCE : Number(found[1]);
  const place = { start, end: start + found[0].length };
  if (distance < 1 || distance > LONGEST_DISTANCE)
    problems.push({ kind: 'near-distance', ...place, at: found[0] });
  return { kind: 'near', ...place, text: found[0], distance };
};

const fieldAt = (text: string, start: number, problems: QueryProblem[]): Token | undefined => {
  const found = matchAt(FIELD, text, start);
  if (!found) return undefined;
  const from = start + found[0].length;
  const name = found[1] ?? '';
  if (text.charAt(from) in QUOTES) {
    const phrase = phraseAt(text, from, problems);
    const value = phrase.kind === 'phrase' ? phrase.inside : '';
    return { kind: 'field', start, end: phrase.end, text: text.slice(start, phrase.end), name, value };
  }
  const value = matchAt(WORD, text, from)?.[0] ?? '';
  const end = from + value.length;
  return { kind: 'field', start, end, text: text.slice(start, end), name, value };
};

const wordAt = (text: string, start: number): Token => {
  const found = matchAt(WORD, text, start)?.[0] ?? text.charAt(start);
  return {
    kind: Object.hasOwn(operators, found) ? (operators[found] ?? 'word') : 'word',
    start,
    end: start + found.length,
    text: found,
  };
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
