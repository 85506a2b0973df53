/** The fields by which what is heard can be narrowed. */
export const fields = ['channel', 'lang', 'author', 'link', 'place'] as const;
export type Field = (typeof fields)[number];

/**
 * A word as typed, met in its Italian forms; with `exact` a phrase, or one word, met only as it stands. `#rossi`, `@rossi` and
 * `rossi.it` are terms too: their sign or dots are part of the text and must be met.
 */
export type Term = { readonly kind: 'term'; readonly text: string; readonly exact: boolean };
/** `degust*` or `*vino`: any beginning or any end, of one word. */
export type Wildcard = { readonly kind: 'wildcard'; readonly text: string };
/** Both within so many words of one another, in whatever order; neighbours are 1 apart. */
export type Near = {
  readonly kind: 'near';
  readonly distance: number;
  readonly left: NearPart;
  readonly right: NearPart;
};
export type Filter = { readonly kind: 'filter'; readonly field: Field; readonly value: string };
export type And = { readonly kind: 'and'; readonly parts: readonly Query[] };
export type Or = { readonly kind: 'or'; readonly parts: readonly Query[] };
export type Not = { readonly kind: 'not'; readonly part: Query };
export type Leaf = Term | Wildcard | Near;
/** What can stand near something: words, or a choice of words. */
export type NearPart = Leaf | { readonly kind: 'or'; readonly parts: readonly NearPart[] };

/** What a watch asks for. Lists of parts have two or more, and no list of their own kind in them: see `both` and `either`. */
export type Query = Leaf | Filter | And | Or | Not;

/** All of these. One alone is itself; of nothing there is no query. */
export const both = (parts: readonly [Query, ...Query[]]): Query => {
  const flat = parts.flatMap((part) => (part.kind === 'and' ? part.parts : [part]));
  return flat.length === 1 && flat[0] ? flat[0] : { kind: 'and', parts: flat };
};

/** Any of these. */
export const either = (parts: readonly [Query, ...Query[]]): Query => {
  const flat = parts.flatMap((part) => (part.kind === 'or' ? part.parts : [part]));
  return flat.length === 1 && flat[0] ? flat[0] : { kind: 'or', parts: flat };
};

export const isLeaf = (query: Query): query is Leaf =>
  query.kind === 'term' || query.kind === 'wildcard' || query.kind === 'near';

/** Whether something may stand beside NEAR. */
export const isNearPart = (query: Query): query is NearPart =>
  isLeaf(query) || (query.kind === 'or' && query.parts.every(isNearPart));
