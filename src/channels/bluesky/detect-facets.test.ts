import { RichText } from '@atproto/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFacets } from './detect-facets.ts';

/** Bluesky's own reading of a text. */
const official = (text: string) => {
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  return (rich.facets ?? [])
    .map(({ index, features }) => {
      const { uri, tag, did } = features[0] as { uri?: string; tag?: string; did?: string };
      return [index.byteStart, index.byteEnd, uri ?? tag ?? did];
    })
    .sort((a, b) => Number(a[0]) - Number(b[0]));
};

const ours = (text: string) =>
  detectFacets(text).map(({ byteStart, byteEnd, target }) => [
    byteStart,
    byteEnd,
    target.kind === 'link' ? target.uri : target.kind === 'tag' ? target.tag : target.handle,
  ]);

describe('what leads somewhere in a text', () => {
  it.each([
    'Grazie @anna.test!',
    '(vedi cantina.it/vini, oppure https://cantina.example/più)',
    'Perché 👩‍👩‍👧‍👦 città #vendemmia2026, #è_bello. #123',
    'Scrivi a info@cantina.it o @nessuno e basta',
    'Alle 10.30 in piazza; costa 12.50 e.g. così',
    'Due: https://a.example https://b.example/x?y=1#z.',
    'Visto @luca.bsky.social? @marta.cantina.wine',
    'arrivato.Domani si riparte',
  ])('is found as Bluesky itself finds it: %s', (text) => {
    expect(ours(text)).toEqual(official(text));
  });

  it('is found as Bluesky finds it in any sentence made of such things', () => {
    const piece = fc.constantFrom(
      'città',
      '🍷',
      '@anna.test',
      '@luca.bsky.social,',
      '#vendemmia',
      '#perché!',
      'https://cantina.example/à?b=1',
      'cantina.it',
      '(cantina.it/vini)',
      'e\u0301',
      '👩‍👩‍👧‍👦',
      'fine.',
      '12.50',
      'info@cantina.it',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ');
        expect(ours(text)).toEqual(official(text));
      }),
      { numRuns: 300 },
    );
  });

  it('lies within the text and never over another, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            '.',
            '@',
            '#',
            ' ',
            'è',
            '🍷',
            '\u200d',
            '://',
            'https',
            'it',
            '(',
            ')',
            '\ud800',
          ),
          maxLength: 120,
        }),
        (text) => {
          let end = 0;
          for (const facet of detectFacets(text)) {
            expect(facet.byteStart).toBeGreaterThanOrEqual(end);
            expect(facet.byteEnd).toBeGreaterThan(facet.byteStart);
            end = facet.byteEnd;
          }
          expect(end).toBeLessThanOrEqual(Buffer.byteLength(text));
        },
      ),
    );
  });
});
