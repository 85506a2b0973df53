import { type Word, wordsOf } from '../words-of.ts';

/** What is asked whether it answers to a query. */
export type Document = {
  /** The body first: spans are told for it alone. Then title, alternative texts and the like. */
  readonly texts: readonly string[];
  /** Addresses that it points to, its own among them. */
  readonly links: readonly string[];
  /** What filters look at; undefined where only the text is known yet: filters then hold. */
  readonly facts?: Facts | undefined;
};

export type Facts = {
  /** The channel's id and its names. */
  readonly channel: readonly string[];
  /** BCP 47. */
  readonly language: string | null;
  /** Name, handle, native id and address of whoever said it. */
  readonly author: readonly string[];
  /** Where it was said, when the channel tells. */
  readonly places: readonly string[];
};

/** A text with its words, cut once for however many queries. */
export type ReadText = { readonly text: string; readonly words: readonly Word[] };

export type ReadDocument = {
  readonly texts: readonly ReadText[];
  readonly links: readonly ReadText[];
  readonly facts: Facts | undefined;
};

export const readDocument = ({ texts, links, facts }: Document): ReadDocument => ({
  texts: texts.map(readText),
  links: links.map(readText),
  facts,
});

const readText = (text: string): ReadText => ({ text, words: wordsOf(text) });
