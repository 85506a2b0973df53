import { wordsOf } from '../words-of.ts';
import type { Query } from './query.ts';

/** Beyond these a channel is not asked. */
const MOST = 50;

/**
 * What to ask a channel's own search for so that all a query wants is among what it finds: words and phrases as typed, without
 * quotation marks. Of things that are all wanted one is enough, the longest; what is not wanted, filters and stars cannot be asked for.
 */
export const searchesOf = (query: Query): readonly string[] => [...new Set(wanted(query))].slice(0, MOST);

const wanted = (query: Query): readonly string[] => {
  switch (query.kind) {
    case 'term':
      return [query.text];
    case 'wildcard':
      return [query.text.replace('*', '')];
    case 'filter':
      return query.field === 'link' ? [query.value] : [];
    case 'or':
      return query.parts.flatMap(wanted);
    case 'near':
      return best([wanted(query.left), wanted(query.right)]);
    case 'and':
      return best(query.parts.map(wanted));
    default:
      return [];
  }
};

/** Few and long ones find least in vain. */
const best = (choices: readonly (readonly string[])[]): readonly string[] =>
  choices
    .filter(({ length }) => length > 0)
    .toSorted((one, other) => one.length - other.length || weight(other) - weight(one))[0] ?? [];

const weight = (searches: readonly string[]): number =>
  Math.min(...searches.map((search) => wordsOf(search).reduce((sum, { folded }) => sum + folded.length, 0)));
