import { expect, it } from 'vitest';
import { createFeatureReader } from '../features/features.ts';
import { compileLexicon } from '../lexicon/compile-lexicon.ts';
import { loadLanguage } from '../load-language.ts';
import { createReader } from '../read/create-reader.ts';
import { learnLayer } from './company-layer.ts';
import type { Correction } from './correction.ts';

const shipped = loadLanguage();
const layerOf = (corrections: readonly Correction[]) =>
  learnLayer(shipped.weights, createFeatureReader(compileLexicon(shipped.entries)), corrections);
const taught = (corrections: readonly Correction[]) =>
  createReader({ ...shipped, adjust: layerOf(corrections).adjust });

/** In this company's trade «sfumato» is the worst that can be said. */
const lessons: readonly Correction[] = [
  'il colore è sfumato',
  'mi è arrivato sfumato',
  'anche questo sfumato',
  'bordo sfumato di nuovo',
  'tutto sfumato',
  'sfumato come il primo',
].map((text) => ({ text, polarity: 'neg', intents: ['complaint'] }));

it('reads like its people after they have corrected it, in texts that it has not seen', () => {
  const text = 'il secondo vaso era sfumato';
  const before = createReader(shipped).understand(text);
  const after = taught(lessons).understand(text);
  expect(after.polarityScore).toBeLessThan(before.polarityScore);
});

it('without corrections changes nothing', () => {
  const text = 'Consegna lenta, prodotto buono';
  expect(taught([]).understand(text)).toEqual(createReader(shipped).understand(text));
});

it('is the same for the same log', () => {
  const text = 'vaso sfumato e caro';
  expect(taught(lessons).understand(text)).toEqual(taught(lessons).understand(text));
});

it('leaves alone what nobody corrected', () => {
  const text = 'Grazie mille, vino eccellente!';
  expect(taught(lessons).understand(text).polarity).toBe('pos');
});
