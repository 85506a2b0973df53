import { err, ok, type Result } from '../../../platform/result.ts';
import { wordsOf } from '../words-of.ts';
import { hasAnchor } from './has-anchor.ts';
import { both, either, type Field, isNearPart, type Query } from './query.ts';
import type { QueryProblem } from './query-problem.ts';
import { scanQuery, type Token } from './scan-query.ts';

const LONGEST_QUERY = 10_000;
const MOST_TERMS = 300;
const DEEPEST = 25;
/** Letters that a star needs beside it. */
const SHORTEST_STAR = 3;

/** The names of filters in both languages. */
const fieldNames: Readonly<Record<string, Field>> = {
  channel: 'channel',
  canale: 'channel',
  lang: 'lang',
  language: 'lang',
  lingua: 'lang',
  author: 'author',
  autore: 'author',
  autrice: 'author',
  link: 'link',
  place: 'place',
  luogo: 'place',
};

/**
 * Reads a query: words, "phrases", AND E, OR O, NOT NON and the minus, parentheses, NEAR/5 VICINO/5, stars, filters. Two things
 * side by side are both wanted. NOT binds first, then NEAR, AND, OR. Total on any text: all problems come back with their places.
 */
export const parseQuery = (text: string): Result<Query, readonly [QueryProblem, ...QueryProblem[]]> => {
  if (text.length > LONGEST_QUERY)
    return err([{ kind: 'too-long', start: LONGEST_QUERY, end: text.length, at: '' }]);
  const { tokens, problems: scanned } = scanQuery(text);
  const reading: Reading = { tokens, at: 0, depth: 0, terms: 0, problems: [...scanned] };
  const query = readAll(reading);
  if (tokens.length === 0) problem(reading, 'empty', { start: 0, end: text.length, text: '' });
  else if (query && reading.problems.length === 0) checkWhole(reading, query, text);
  const [first, ...rest] = reading.problems.toSorted((one, other) => one.start - other.start);
  if (first) return err([first, ...rest]);
  return query ? ok(query) : err([{ kind: 'empty', start: 0, end: text.length, at: '' }]);
};

type Reading = {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  terms: number;
  readonly problems: QueryProblem[];
};

const problem = (
  reading: Reading,
  kind: QueryProblem['kind'],
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): undefined => {
  reading.problems.push({ kind, start, end, at: text });
  return undefined;
};

/** Any text can be asked for what it does not say: a query wants something that it says. */
const checkWhole = (reading: Reading, query: Query, text: string): void => {
  const whole = { start: 0, end: text.length, text: '' };
  if (reading.terms > MOST_TERMS) problem(reading, 'too-many', whole);
  if (hasAnchor(query)) return;
  problem(reading, hasPositiveFilter(query) ? 'only-filters' : 'only-exclusions', whole);
};

const hasPositiveFilter = (query: Query): boolean =>
  query.kind === 'filter' ||
  ((query.kind === 'and' || query.kind === 'or') && query.parts.some(hasPositiveFilter));

/** Goes on after a parenthesis too many, so that one mistake does not hide the next. */
const readAll = (reading: Reading): Query | undefined => {
  const parts: Query[] = [];
  while (reading.at < reading.tokens.length) {
    const part = readOr(reading);
    if (part) parts.push(part);
    const token = reading.tokens[reading.at];
    if (token?.kind === 'close') {
      problem(reading, 'unopened-paren', token);
      reading.at += 1;
    }
  }
  const [first, ...rest] = parts;
  return first && both([first, ...rest]);
};

const readOr = (reading: Reading): Query | undefined => {
  const parts = [readAnd(reading)];
  for (let token = reading.tokens[reading.at]; token?.kind === 'or'; token = reading.tokens[reading.at]) {
    reading.at += 1;
    if (!parts.at(-1)) problem(reading, 'nothing-before', token);
    const next = readAnd(reading);
    if (!next) problem(reading, 'nothing-after', token);
    parts.push(next);
  }
  return joined(parts, either);
};

const readAnd = (reading: Reading): Query | undefined => {
  const parts: (Query | undefined)[] = [];
  for (let token = reading.tokens[reading.at]; token; token = reading.tokens[reading.at]) {
    if (token.kind === 'or' || token.kind === 'close') break;
    if (token.kind !== 'and') {
      parts.push(readNear(reading));
      continue;
    }
    reading.at += 1;
    if (parts.length === 0) problem(reading, 'nothing-before', token);
    const next = reading.tokens[reading.at];
    if (!next || next.kind === 'or' || next.kind === 'close' || next.kind === 'and')
      problem(reading, 'nothing-after', token);
  }
  return joined(parts, both);
};

const joined = (
  parts: readonly (Query | undefined)[],
  join: (parts: readonly [Query, ...Query[]]) => Query,
): Query | undefined => {
  const [first, ...rest] = parts.filter((part) => part !== undefined);
  return first && join([first, ...rest]);
};

const readNear = (reading: Reading): Query | undefined => {
  let left = readNot(reading);
  for (let token = reading.tokens[reading.at]; token?.kind === 'near'; token = reading.tokens[reading.at]) {
    reading.at += 1;
    const next = reading.tokens[reading.at];
    const isThere = next && ['word', 'phrase', 'open', 'field', 'not'].includes(next.kind);
    const right = isThere ? readNot(reading) : problem(reading, 'nothing-after', token);
    if (!left || !right) continue;
    if (!isNearPart(left) || !isNearPart(right)) problem(reading, 'near-part', token);
    else left = { kind: 'near', distance: token.distance, left, right };
  }
  return left;
};

const readNot = (reading: Reading): Query | undefined => {
  const token = reading.tokens[reading.at];
  if (token?.kind !== 'not') return readOne(reading);
  reading.at += 1;
  const next = reading.tokens[reading.at];
  if (!next || ['and', 'or', 'close', 'near'].includes(next.kind))
    return problem(reading, 'nothing-after', token);
  const part = deeper(reading, token, readNot);
  return part && { kind: 'not', part };
};

const readOne = (reading: Reading): Query | undefined => {
  const token = reading.tokens[reading.at];
  if (!token) return undefined;
  reading.at += 1;
  if (token.kind === 'open') return readGroup(reading, token);
  if (token.kind === 'near') return problem(reading, 'nothing-before', token);
  if (token.kind === 'field') return readFilter(reading, token);
  reading.terms += 1;
  if (token.kind === 'phrase') return readPhrase(reading, token);
  return readWord(reading, token);
};

const readGroup = (reading: Reading, open: Token): Query | undefined => {
  const before = reading.problems.length;
  const inside = deeper(reading, open, readOr);
  const close = reading.tokens[reading.at];
  if (close?.kind === 'close') reading.at += 1;
  else problem(reading, 'unclosed-paren', open);
  if (!inside && close?.kind === 'close' && reading.problems.length === before)
    problem(reading, 'empty-group', { start: open.start, end: close.end, text: '()' });
  return inside;
};

/** Beyond the deepest the rest is left unread: no text may exhaust the stack. */
const deeper = (
  reading: Reading,
  token: Token,
  read: (reading: Reading) => Query | undefined,
): Query | undefined => {
  if (reading.depth >= DEEPEST) {
    reading.at = reading.tokens.length;
    return problem(reading, 'too-deep', token);
  }
  reading.depth += 1;
  const query = read(reading);
  reading.depth -= 1;
  return query;
};

const readFilter = (reading: Reading, token: Extract<Token, { kind: 'field' }>): Query | undefined => {
  const field = Object.hasOwn(fieldNames, token.name.toLowerCase())
    ? fieldNames[token.name.toLowerCase()]
    : undefined;
  const label = { ...token, text: `${token.name}:` };
  if (!field) return problem(reading, 'unknown-field', label);
  const value = token.value.replace(/[\s"]+/g, ' ').trim();
  if (wordsOf(value).length === 0) return problem(reading, 'empty-field', label);
  return { kind: 'filter', field, value };
};

const readPhrase = (reading: Reading, token: Extract<Token, { kind: 'phrase' }>): Query | undefined => {
  const text = token.inside.replace(/[\s"]+/g, ' ').trim();
  if (wordsOf(text).length === 0) return problem(reading, 'empty-phrase', token);
  return { kind: 'term', text, exact: true };
};

const readWord = (reading: Reading, token: Token): Query | undefined => {
  const { text } = token;
  if (text.includes('*')) return readStar(reading, token, text);
  if (wordsOf(text).length === 0) return problem(reading, 'no-word', token);
  return { kind: 'term', text, exact: false };
};

const readStar = (reading: Reading, token: Token, text: string): Query | undefined => {
  const words = wordsOf(text);
  const literal = text.replaceAll('*', '');
  if (words.length === 0) return problem(reading, 'star-short', token);
  const isOneStar = /^(?:\*[^*]+|[^*]+\*)$/.test(text) && words.length === 1;
  const isWhole = words[0]?.end === (text.startsWith('*') ? text.length : literal.length);
  if (!isOneStar || !isWhole) return problem(reading, 'star-inside', token);
  if ((words[0]?.folded.length ?? 0) < SHORTEST_STAR) return problem(reading, 'star-short', token);
  return { kind: 'wildcard', text };
};
