import type { Document } from './matching/document.ts';
import { mergeSpans, type Span } from './matching/spans.ts';
import { createWatchIndex, type WatchIndex } from './matching/watch-index.ts';
import { parseQuery } from './query/parse-query.ts';
import { searchesOf } from './query/searches-of.ts';

export { mergeSpans, type Span };

/** A watch as the matcher needs it: `query` in the query language. */
export type WatchRule = { readonly id: string; readonly query: string };

export type WatchMatch = { readonly watchId: string; readonly spans: readonly Span[] };

/** All watches of a workspace, ready to be asked of many texts. */
export type CompiledWatches = {
  /** What to ask a channel's own search for: each once. */
  readonly searches: readonly string[];
  readonly index: WatchIndex<string>;
  readonly count: number;
};

/** A query that does not read hears nothing: none is kept without having been read. */
export const compileWatches = (watches: readonly WatchRule[]): CompiledWatches => {
  const index = createWatchIndex<string>();
  const searches = new Set<string>();
  for (const { id, query } of watches) {
    const parsed = parseQuery(query);
    if (!parsed.ok) continue;
    index.set(id, parsed.value);
    for (const search of searchesOf(parsed.value)) searches.add(search);
  }
  return { searches: [...searches], index, count: index.size };
};

/** Which watches something answers to, by their ids in order, and where in its body. */
export const matchWatches = (watches: CompiledWatches, document: Document): WatchMatch[] =>
  watches.index
    .match(document)
    .map(({ key, spans }) => ({ watchId: key, spans }))
    .sort((one, other) => (one.watchId < other.watchId ? -1 : 1));

/** Whether any watch may answer, filters aside: what streams ask before they keep an item of which they know the text. */
export const wantsText = (watches: CompiledWatches, text: string): boolean =>
  watches.index.wants({ texts: [text], links: [] });
