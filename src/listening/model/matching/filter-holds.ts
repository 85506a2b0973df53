import type { Filter } from '../query/query.ts';
import { foldWord, wordsOf } from '../words-of.ts';
import type { Facts, ReadDocument } from './document.ts';
import { findTerm } from './find-term.ts';
import { termPattern } from './term-pattern.ts';

/** What people call languages. */
const languages: Readonly<Record<string, string>> = {
  italiano: 'it',
  italian: 'it',
  inglese: 'en',
  english: 'en',
  francese: 'fr',
  french: 'fr',
  tedesco: 'de',
  german: 'de',
  spagnolo: 'es',
  spanish: 'es',
  portoghese: 'pt',
  portuguese: 'pt',
  sloveno: 'sl',
  slovenian: 'sl',
};

/** Whether a filter holds; `unknown` when what it looks at is not known of this document. */
export const filterHolds = ({ field, value }: Filter, document: ReadDocument, unknown: boolean): boolean => {
  if (field === 'link') return hasAddress(value, document);
  if (!document.facts) return unknown;
  if (field === 'channel') return isOneOf(value, document.facts.channel);
  if (field === 'lang') return isLanguage(value, document.facts);
  if (field === 'author') return hasWords(value, document.facts.author);
  return hasWords(value, document.facts.places) || hasPhrase(value, document);
};

const isOneOf = (value: string, names: readonly string[]): boolean =>
  names.some((name) => folded(name) === folded(value));

const isLanguage = (value: string, { language }: Facts): boolean => {
  const [wanted = ''] = folded(value).split(' ');
  const [spoken = ''] = folded(language ?? '').split(' ');
  return spoken !== '' && spoken === (languages[wanted] ?? wanted);
};

/** Whether the words stand one after the other in any of these. */
const hasWords = (value: string, texts: readonly string[]): boolean =>
  texts.some((text) => ` ${folded(text)} `.includes(` ${folded(value)} `));

const folded = (text: string): string =>
  wordsOf(text)
    .map((word) => word.folded)
    .join(' ');

/** A place that is named is taken for the place that is spoken of. */
const hasPhrase = (value: string, { texts }: ReadDocument): boolean => {
  const pattern = termPattern({ kind: 'term', text: value, exact: true });
  return texts.some((text) => findTerm(pattern, text).length > 0);
};

/** In what it points to, or written out in the text. */
const hasAddress = (value: string, { links, texts }: ReadDocument): boolean => {
  const bare = value.replace(/^https?:\/\/(?:www\.)?/i, '');
  const pattern = termPattern({ kind: 'term', text: bare, exact: false });
  const plain = { ...pattern, words: wordsOf(bare).map((word) => [foldWord(word.folded)]) };
  return [...links, ...texts].some((text) => findTerm(plain, text).length > 0);
};
