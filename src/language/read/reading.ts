import type { Intent } from '../model/heads.ts';

export type Polarity = 'pos' | 'neg' | 'neu' | 'mixed';

/** Words that led to a judgement: UTF-16 offsets into the text as it was given. */
export type Evidence = { readonly head: string; readonly start: number; readonly end: number };

export type AspectReading = { readonly aspect: string; readonly polarity: Polarity };

/** What a text says, as far as it can be told from its words. Irony cannot: nothing here claims to see it. */
export type Reading = {
  /** ISO 639-1; null when nothing tells. */
  readonly language: string | null;
  readonly polarity: Polarity;
  /** -1 as bad as can be, 1 as good as can be. */
  readonly polarityScore: number;
  readonly intents: readonly Intent[];
  readonly needsReply: boolean;
  readonly aspects: readonly AspectReading[];
  /** 0 to 1: how likely it must be seen within hours. */
  readonly urgency: number;
  readonly toxic: boolean;
  /** Probability of what is said, by head: 'polarity', each intent and aspect that is named, 'needs_reply', 'toxic'. */
  readonly confidence: Readonly<Record<string, number>>;
  /** The polarity is a guess: better asked than believed. */
  readonly unsure: boolean;
  /** Unsure, and possibly negative: a person looks before it is filed away. */
  readonly forAPerson: boolean;
  readonly evidence: readonly Evidence[];
};
