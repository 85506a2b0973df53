import type { Query } from '../query/query.ts';
import { createAnchorTable } from './anchor-table.ts';
import { anchorsOf } from './anchors-of.ts';
import { answers } from './answers.ts';
import { type Document, type ReadDocument, readDocument } from './document.ts';
import { createHits, scanText } from './scan-text.ts';
import type { Span } from './spans.ts';
import { createStemBits } from './stem-bits.ts';

export type Answer<Key> = { readonly key: Key; readonly spans: readonly Span[] };

/** Any number of queries, ready to be asked of any number of documents. */
export type WatchIndex<Key> = {
  readonly size: number;
  /** Adds a query or takes the place of the one there was: whole, between one document and the next. */
  set(key: Key, query: Query): void;
  remove(key: Key): boolean;
  /** The queries that a document answers to, in no order, and where in its body; of those that `isAsked` lets through. */
  match(document: Document, isAsked?: (key: Key) => boolean): readonly Answer<Key>[];
  /** Whether it answers to any: what streams ask before they keep a text. */
  wants(document: Document, isAsked?: (key: Key) => boolean): boolean;
};

type Held<Key> = {
  readonly key: Key;
  readonly query: Query;
  readonly hashes: readonly number[];
  readonly stems: readonly number[];
};

/**
 * Each query waits for a few words of which it needs one; a text is read once, its words are looked up, and only the queries that
 * waited for one of them are asked. So the cost of a text hangs on its length and on what it may answer to, hardly on how many
 * watches there are. Figures in bench/README.md; the why in docs/adr.
 */
export const createWatchIndex = <Key>(): WatchIndex<Key> => {
  const table = createAnchorTable();
  const slots: (Held<Key> | undefined)[] = [];
  const free: number[] = [];
  const places = new Map<Key, number>();
  /** When each slot was last a candidate: none is asked twice of one document. */
  let stamps = new Uint32Array(64);
  let stamp = 0;
  const stems = createStemBits();
  let [prefixes, suffixes] = [0, 0];
  let candidates: number[] = [];
  const hits = createHits();

  const noteSlot = (slot: number): void => {
    if (stamps[slot] === stamp) return;
    stamps[slot] = stamp;
    candidates.push(slot);
  };
  const gather = ({ texts, links }: Document): readonly number[] => {
    stamp = (stamp + 1) >>> 0;
    if (stamp === 0) {
      stamps.fill(0);
      stamp = 1;
    }
    candidates = [];
    const wanted = {
      stems: stems.bits(),
      stemShift: stems.shift(),
      prefixes,
      suffixes,
      bits: table.bits(),
      shift: table.shift(),
    };
    hits.count = 0;
    for (const text of texts) scanText(text, wanted, hits);
    for (const link of links) scanText(link, wanted, hits);
    for (let at = 0; at < hits.count; at += 1) table.each(hits.numbers[at] ?? 0, noteSlot);
    return candidates;
  };
  const remove = (key: Key): boolean => {
    const slot = places.get(key);
    const held = slot === undefined ? undefined : slots[slot];
    if (slot === undefined || !held) return false;
    for (const hash of held.hashes) table.remove(hash, slot);
    for (const stem of held.stems) stems.remove(stem);
    slots[slot] = undefined;
    places.delete(key);
    free.push(slot);
    return true;
  };
  const ask = (
    document: Document,
    enough: number,
    isAsked: ((key: Key) => boolean) | undefined,
  ): readonly Answer<Key>[] => {
    const found: Answer<Key>[] = [];
    let read: ReadDocument | undefined;
    for (const slot of gather(document)) {
      const held = slots[slot];
      if (!held || (isAsked && !isAsked(held.key))) continue;
      read ??= readDocument(document);
      const spans = answers(held.query, read);
      if (spans) found.push({ key: held.key, spans });
      if (found.length >= enough) break;
    }
    return found;
  };

  return {
    get size() {
      return places.size;
    },
    set: (key, query) => {
      remove(key);
      const anchors = anchorsOf(query, table.count);
      if (!anchors) throw new Error('a query without anything that must be met');
      const slot = free.pop() ?? slots.length;
      if (slot >= stamps.length) stamps = widened(stamps);
      for (const hash of anchors.hashes) table.add(hash, slot);
      for (const stem of anchors.stems) stems.add(stem);
      slots[slot] = { key, query, hashes: anchors.hashes, stems: anchors.stems };
      places.set(key, slot);
      prefixes |= bitsOf(anchors.prefixes);
      suffixes |= bitsOf(anchors.suffixes);
    },
    remove,
    match: (document, isAsked) => ask(document, Number.POSITIVE_INFINITY, isAsked),
    wants: (document, isAsked) => ask(document, 1, isAsked).length > 0,
  };
};

const bitsOf = (lengths: readonly number[]): number =>
  lengths.reduce((bits, length) => bits | (1 << length), 0);

const widened = (stamps: Uint32Array): Uint32Array<ArrayBuffer> => {
  const wider = new Uint32Array(stamps.length * 2);
  wider.set(stamps);
  return wider;
};
