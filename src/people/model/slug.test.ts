import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slugCandidate, slugOf } from './slug.ts';

it.each([
  ['Cantina Rossi & Figli', 'cantina-rossi-figli'],
  ['  Caffè dell’Opéra S.r.l. ', 'caffe-dell-opera-s-r-l'],
  ['Osteria №7', 'osteria-no7'],
  ['寿司', 'azienda'],
  ['!!!', 'azienda'],
])('%s appears in addresses as %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it('whatever the name, the address is short, plain and typable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(20), (name, attempt) => {
      expect(slugCandidate(name, attempt)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slugOf(name).length).toBeLessThanOrEqual(40);
    }),
  );
});

it('namesakes get numbers, each another, and our own addresses stay ours', () => {
  expect([0, 1, 2].map((attempt) => slugCandidate('Rossi', attempt))).toEqual([
    'rossi',
    'rossi-2',
    'rossi-3',
  ]);
  expect([0, 1].map((attempt) => slugCandidate('API', attempt))).toEqual(['api-2', 'api-3']);
});
