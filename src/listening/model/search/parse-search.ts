import { wordsOf } from '../words-of.ts';

export type SearchForm = { readonly text: string; readonly isPhrase: boolean };

/** One thing that must be there (any of its forms), or must not. */
export type SearchClause = { readonly forms: readonly SearchForm[]; readonly isNegated: boolean };

/** More than anybody types; what comes after is not looked for. */
const MOST_CLAUSES = 20;
const TOKEN = /(-?)"([^"]*)"?|(\S+)/g;

/**
 * What people type into a search, taken apart: words, "phrases in quotes", -words to leave out, and OR (or O, in
 * capitals) between two. Nothing that can be typed is an error.
 */
export const parseSearch = (typed: string): readonly SearchClause[] => {
  const clauses: SearchClause[] = [];
  let joins = false;
  for (const [, minus, phrase, word] of typed.matchAll(TOKEN)) {
    if (word === 'OR' || word === 'O') {
      joins = clauses.length > 0;
      continue;
    }
    const isNegated = minus === '-' || (word !== undefined && /^-./.test(word));
    const text = (phrase ?? (isNegated ? word?.slice(1) : word) ?? '').trim();
    if (wordsOf(text).length === 0) continue;
    const form = { text, isPhrase: phrase !== undefined };
    const before = clauses.at(-1);
    if (joins && before && !before.isNegated && !isNegated)
      clauses[clauses.length - 1] = { ...before, forms: [...before.forms, form] };
    else clauses.push({ forms: [form], isNegated });
    joins = false;
  }
  return clauses.slice(0, MOST_CLAUSES);
};

/** The words that could be mistyped: single ones, wanted, long enough for a slip to be told. Folded, each once. */
export const wordsToCheck = (clauses: readonly SearchClause[]): readonly string[] => [
  ...new Set(
    clauses.flatMap(({ forms, isNegated }) =>
      isNegated
        ? []
        : forms.flatMap(({ text, isPhrase }) => {
            const [word, ...more] = isPhrase ? [] : wordsOf(text);
            return word && more.length === 0 && word.folded.length >= SHORTEST_CHECKED ? [word.folded] : [];
          }),
    ),
  ),
];

const SHORTEST_CHECKED = 4;
