import type { Document } from './matching/document.ts';
import { mergeSpans, type Span } from './matching/spans.ts';

export { mergeSpans, type Span };

/** A watch as the matcher needs it: `query` in the query language. */
export type WatchRule = { readonly id: string; readonly query: string };

export type WatchMatch = { readonly watchId: string; readonly spans: readonly Span[] };

/** All watches of a workspace, ready to be asked of many texts. */
export type CompiledWatches = {
  /** What to ask a channel's own search for: each once. */
  readonly searches: readonly string[];
  readonly count: number;
  /** Which of them something answers to, by their ids in order, and where in its body. */
  match(document: Document): WatchMatch[];
  /** Whether any may answer, filters aside: what streams ask before they keep an item of which they know the text. */
  wants(text: string): boolean;
};
