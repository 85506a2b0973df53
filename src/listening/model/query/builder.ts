import { err, ok, type Result } from '../../../platform/result.ts';
import { wordsOf } from '../words-of.ts';
import { hasAnchor } from './has-anchor.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { both, either, type Field, type Filter, isLeaf, type Leaf, type Query } from './query.ts';

/** A query as lists that people fill in; each line is a word, a "phrase", something near something, or a starred word. */
export type Builder = {
  /** At least one of these. */
  readonly any: readonly string[];
  /** Every one of these. */
  readonly all: readonly string[];
  /** None of these. */
  readonly none: readonly string[];
  readonly filters: readonly { readonly field: Field; readonly value: string }[];
};

export const emptyBuilder: Builder = { any: [], all: [], none: [], filters: [] };

/** The query as lists, lines in a language; null when it says more than lists can, and can only be seen as text. */
export const toBuilder = (query: Query, language: 'it' | 'en' = 'en'): Builder | null => {
  if (isChoice(query)) return { ...emptyBuilder, any: linesOf(query, language) };
  const parts = query.kind === 'and' ? query.parts : [query];
  const choices = parts.filter((part) => part.kind === 'or');
  const rest = parts.filter((part) => part.kind !== 'or');
  if (choices.length > 1 || !choices.every(isChoice)) return null;
  const fits = (part: Query) =>
    isLeaf(part) || part.kind === 'filter' || (part.kind === 'not' && isChoice(part.part));
  if (!rest.every(fits)) return null;
  return {
    any: choices.flatMap((choice) => linesOf(choice, language)),
    all: rest.filter(isLeaf).map((leaf) => printQuery(leaf, language)),
    none: rest.flatMap((part) => (part.kind === 'not' ? linesOf(part.part, language) : [])),
    filters: rest.filter((part) => part.kind === 'filter').map(({ field, value }) => ({ field, value })),
  };
};

/** A word, or words joined by OR. */
const isChoice = (query: Query): boolean =>
  isLeaf(query) || (query.kind === 'or' && query.parts.every(isLeaf));

const linesOf = (query: Query, language: 'it' | 'en'): readonly string[] =>
  (query.kind === 'or' ? query.parts : [query]).map((part) => printQuery(part, language));

export type BuilderProblem =
  | { readonly kind: 'no-words' }
  /** A line without letters or digits. */
  | {
      readonly kind: 'unreadable';
      readonly list: 'any' | 'all' | 'none' | 'filters';
      readonly index: number;
    };

/** The lists as a query. Lines of several words are phrases; blank ones are passed over. */
export const fromBuilder = (builder: Builder): Result<Query, BuilderProblem> => {
  for (const list of ['any', 'all', 'none'] as const) {
    const index = builder[list].findIndex((line) => line.trim() !== '' && !readLine(line));
    if (index >= 0) return err({ kind: 'unreadable', list, index });
  }
  const unreadable = builder.filters.findIndex(({ value }) => wordsOf(value).length === 0);
  if (unreadable >= 0) return err({ kind: 'unreadable', list: 'filters', index: unreadable });
  const lines = (list: readonly string[]): Query[] => list.flatMap((line) => readLine(line) ?? []);
  const [any, none] = [joined(lines(builder.any)), joined(lines(builder.none))];
  const filters = builder.filters.map(
    ({ field, value }): Filter => ({ kind: 'filter', field, value: clean(value) }),
  );
  const [first, ...rest] = [
    ...(any ? [any] : []),
    ...lines(builder.all),
    ...(none ? [{ kind: 'not', part: none } as const] : []),
    ...filters,
  ];
  const query = first && both([first, ...rest]);
  return query && hasAnchor(query) ? ok(query) : err({ kind: 'no-words' });
};

const joined = ([first, ...rest]: readonly Query[]): Query | undefined => first && either([first, ...rest]);

const clean = (text: string): string => text.replace(/[\s"]+/g, ' ').trim();

/** As a query when it is one thing; otherwise, as people write names: a phrase. */
const readLine = (line: string): Leaf | undefined => {
  const parsed = parseQuery(line);
  if (parsed.ok && isLeaf(parsed.value)) return parsed.value;
  const text = clean(line.replace(/^[\s"“”«»]+|[\s"“”«»]+$/g, ''));
  return wordsOf(text).length > 0 ? { kind: 'term', text, exact: true } : undefined;
};
