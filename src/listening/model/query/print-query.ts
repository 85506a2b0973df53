import type { Filter, Query } from './query.ts';

const fieldsIn = {
  it: { channel: 'canale', lang: 'lingua', author: 'autore', link: 'link', place: 'luogo' },
  en: { channel: 'channel', lang: 'lang', author: 'author', link: 'link', place: 'place' },
} as const;
const operatorsIn = {
  it: { and: 'E', or: 'O', not: 'NON', near: 'VICINO' },
  en: { and: 'AND', or: 'OR', not: 'NOT', near: 'NEAR' },
} as const;

/** A query as text, in the words of a language; both are read alike. `parseQuery` of it gives the same query back. */
export const printQuery = (query: Query, language: 'it' | 'en' = 'en'): string => print(query, language, 0);

/** How strongly each kind holds together: what holds less needs parentheses inside what holds more. AND inside OR has them for people. */
const strength = { or: 1, and: 2, near: 3, not: 4, term: 5, wildcard: 5, filter: 5 } as const;

const print = (query: Query, language: 'it' | 'en', around: number): string => {
  const text = printBare(query, language);
  return strength[query.kind] < around ? `(${text})` : text;
};

const printBare = (query: Query, language: 'it' | 'en'): string => {
  const operators = operatorsIn[language];
  switch (query.kind) {
    case 'term':
      return query.exact ? quoted(query.text) : query.text;
    case 'wildcard':
      return query.text;
    case 'filter':
      return printFilter(query, language);
    case 'not':
      return `${operators.not} ${print(query.part, language, strength.not)}`;
    case 'near': {
      const left = print(query.left, language, strength.near);
      return `${left} ${operators.near}/${query.distance} ${print(query.right, language, strength.near + 1)}`;
    }
    default:
      return query.parts
        .map((part) => print(part, language, strength.near))
        .join(` ${operators[query.kind]} `);
  }
};

const printFilter = ({ field, value }: Filter, language: 'it' | 'en'): string => {
  const isPlain = /^[^\s()"“”„«»]+$/.test(value);
  return `${fieldsIn[language][field]}:${isPlain ? value : quoted(value)}`;
};

/** Whatever stands between quotation marks has none of its own: it could not have been read with them. */
const quoted = (text: string): string => `"${text.replaceAll('"', ' ')}"`;
