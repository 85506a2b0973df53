import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '../../../platform/result.ts';
import { hasAnchor } from '../query/has-anchor.ts';
import { parseQuery } from '../query/parse-query.ts';
import { anyQuery } from '../query/query.fixture.ts';
import { createAnchorTable } from './anchor-table.ts';
import { answers } from './answers.ts';
import { type Document, readDocument } from './document.ts';
import { createWatchIndex } from './watch-index.ts';

const words = fc.constantFrom(
  'vino',
  'Vini',
  'tappo',
  'tappi',
  'cantina',
  'cantine',
  'rossi',
  'Alba',
  'perche',
  'buona',
  'degustato',
  'olio',
  'divino',
  'tranquillamente',
  'Tranquillità',
  'cantinetta',
  'e',
  'l’olio',
  '#vino',
  '@rossi',
  'rossi.it',
  'https://rossi.it/vini',
  '12:30',
  '#cantinarossi',
  'santa lucia',
  '💛',
  '.',
  '#',
);
const text = fc.array(words, { maxLength: 12 }).map((all) => all.join(' '));
const documents: fc.Arbitrary<Document> = fc.record({
  texts: fc.array(text, { minLength: 1, maxLength: 2 }),
  links: fc.array(fc.constantFrom('https://www.rossi.it/vini', 'https://alba.example'), { maxLength: 1 }),
  facts: fc.option(
    fc.record({
      channel: fc.constantFrom(['bluesky'], ['mail', 'alba']),
      language: fc.constantFrom('it', 'en', null),
      author: fc.constantFrom(['Rossi'], ['alba']),
      places: fc.constantFrom([], ['Santa Lucia']),
    }),
    { nil: undefined },
  ),
});
const queries = fc.array(anyQuery.filter(hasAnchor), { minLength: 1, maxLength: 12 });
const byKey = (one: { readonly key: number }, other: { readonly key: number }) => one.key - other.key;

describe('the index of all watches', () => {
  it('finds what each query by itself would answer', () => {
    fc.assert(
      fc.property(queries, fc.array(documents, { minLength: 1, maxLength: 5 }), (all, heard) => {
        const index = createWatchIndex<number>();
        for (const [key, query] of all.entries()) index.set(key, query);
        for (const document of heard) {
          const read = readDocument(document);
          const expected = all.flatMap((query, key) => {
            const spans = answers(query, read);
            return spans ? [{ key, spans }] : [];
          });
          expect([...index.match(document)].sort(byKey)).toEqual(expected);
          expect(index.wants(document)).toBe(expected.length > 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
  it('is the same however its queries came and went', () => {
    const steps = fc.array(fc.record({ key: fc.nat(5), query: fc.option(anyQuery.filter(hasAnchor)) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, documents, (all, document) => {
        const index = createWatchIndex<number>();
        const held = new Map<number, (typeof all)[number]['query'] & object>();
        for (const { key, query } of all) {
          if (query) {
            index.set(key, query);
            held.set(key, query);
          } else expect(index.remove(key)).toBe(held.delete(key));
        }
        const fresh = createWatchIndex<number>();
        for (const [key, query] of held) fresh.set(key, query);
        expect(index.size).toBe(held.size);
        expect([...index.match(document)].sort(byKey)).toEqual([...fresh.match(document)].sort(byKey));
      }),
      { numRuns: 500 },
    );
  });
  it('tells ten thousand apart, also when most have gone again', () => {
    const index = createWatchIndex<number>();
    const nameOf = (key: number) => `azienda${key}x`;
    for (let key = 0; key < 10_000; key += 1)
      index.set(key, expectOk(parseQuery(`${nameOf(key)} O "ditta ${nameOf(key)}"`)));
    const heardOf = (key: number) =>
      index.match({ texts: [`oggi da ${nameOf(key)}`], links: [] }).map((found) => found.key);
    for (let key = 0; key < 10_000; key += 97) expect(heardOf(key)).toEqual([key]);
    for (let key = 0; key < 10_000; key += 1) if (key % 10 !== 0) index.remove(key);
    expect(index.size).toBe(1_000);
    for (let key = 0; key < 10_000; key += 97) expect(heardOf(key)).toEqual(key % 10 === 0 ? [key] : []);
  });
});

describe('the table behind it', () => {
  it('holds who waits for what, as a list would', () => {
    const step = fc.record({
      add: fc.boolean(),
      hash: fc.oneof(fc.nat(20), fc.nat(0xffffffff)),
      slot: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const table = createAnchorTable();
        const held = new Map<number, Set<number>>();
        for (const { add, hash, slot } of steps) {
          const waiting = held.get(hash) ?? new Set<number>();
          held.set(hash, waiting);
          if (add && !waiting.has(slot)) table.add(hash, slot);
          if (!add) table.remove(hash, slot);
          if (add) waiting.add(slot);
          else waiting.delete(slot);
        }
        for (const [hash, waiting] of held) {
          const found: number[] = [];
          table.each(hash, (slot) => found.push(slot));
          expect(found.sort()).toEqual([...waiting].sort());
          const bit = hash >>> table.shift();
          if (waiting.size > 0) expect(((table.bits()[bit >>> 5] ?? 0) >>> (bit & 31)) & 1).toBe(1);
        }
      }),
    );
  });
});
