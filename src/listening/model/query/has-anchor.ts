import type { Query } from './query.ts';

/** Whether some word, or the address of a page, must be met for this query to answer: it can then be found by it in a stream. */
export const hasAnchor = (query: Query): boolean => {
  if (query.kind === 'and') return query.parts.some(hasAnchor);
  if (query.kind === 'or') return query.parts.every(hasAnchor);
  if (query.kind === 'filter') return query.field === 'link';
  return query.kind !== 'not';
};
