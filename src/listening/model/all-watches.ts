import type { CompiledWatches, WatchMatch, WatchRule } from './match-watch.ts';
import type { Document } from './matching/document.ts';
import { createWatchIndex } from './matching/watch-index.ts';
import { parseQuery } from './query/parse-query.ts';
import { searchesOf } from './query/searches-of.ts';

/** The watches of every company, waiting in one index. */
export type AllWatches = {
  /**
   * A company's watches as they are now, told whole; what did not change is not touched. Each step is one watch: whoever runs them may let
   * the stream go on in between. The last step gives the company's view of the index, which stays true through later changes but for
   * `searches` and `count`.
   */
  take(company: string, rules: readonly WatchRule[]): Generator<void, CompiledWatches>;
  /** How many watches wait, of all companies. */
  readonly size: number;
};

/** A watch of a company; each is one object, so that the index knows it again. */
type Key = { readonly company: string; readonly watchId: string };
type Known = { readonly key: Key; readonly text: string; readonly searches: readonly string[] };

/** An installation's index, empty. A query that does not read hears nothing: none is kept without having been read. */
export const createAllWatches = (): AllWatches => {
  const index = createWatchIndex<Key>();
  const companies = new Map<string, Map<string, Known>>();
  /** Who wants the text asked last: a stream that serves all asks for one company after another. */
  let last: { readonly text: string; readonly by: string; wanting?: ReadonlySet<string> } | undefined;

  const match = (company: string, document: Document): WatchMatch[] =>
    index
      .match(document, (key) => key.company === company)
      .map(({ key, spans }) => ({ watchId: key.watchId, spans }))
      .sort((one, other) => (one.watchId < other.watchId ? -1 : 1));
  const wants = (company: string, text: string): boolean => {
    const document = { texts: [text], links: [] };
    if (last?.text !== text || last.by === company) {
      last = { text, by: company };
      return index.wants(document, (key) => key.company === company);
    }
    last.wanting ??= new Set(index.match(document).map(({ key }) => key.company));
    return last.wanting.has(company);
  };
  const put = (company: string, known: Map<string, Known>, { id, query }: WatchRule): void => {
    const parsed = parseQuery(query);
    if (!parsed.ok) {
      drop(known, id);
      return;
    }
    const key = known.get(id)?.key ?? { company, watchId: id };
    index.set(key, parsed.value);
    known.set(id, { key, text: query, searches: searchesOf(parsed.value) });
  };
  const drop = (known: Map<string, Known>, id: string): void => {
    const key = known.get(id)?.key;
    if (key) index.remove(key);
    known.delete(id);
  };

  return {
    get size() {
      return index.size;
    },
    *take(company, rules) {
      const known = companies.get(company) ?? new Map<string, Known>();
      companies.set(company, known);
      const wanted = new Set(rules.map(({ id }) => id));
      for (const id of known.keys()) {
        if (wanted.has(id)) continue;
        last = undefined;
        drop(known, id);
        yield;
      }
      for (const rule of rules) {
        if (known.get(rule.id)?.text === rule.query) continue;
        last = undefined;
        put(company, known, rule);
        yield;
      }
      if (known.size === 0) companies.delete(company);
      const searches = new Set(rules.flatMap(({ id }) => known.get(id)?.searches ?? []));
      return {
        searches: [...searches],
        count: known.size,
        match: (document) => match(company, document),
        wants: (text) => wants(company, text),
      };
    },
  };
};

/** Watches by themselves, in an index of their own. */
export const compileWatches = (rules: readonly WatchRule[]): CompiledWatches => {
  const steps = createAllWatches().take('', rules);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
