import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFeatureReader } from '../features/features.ts';
import { gramsOf } from '../features/word-facts.ts';
import { compileLexicon } from '../lexicon/compile-lexicon.ts';
import { loadLanguage } from '../load-language.ts';
import { contributionsOf } from '../read/contributions.ts';
import { heads } from './heads.ts';
import { gramFactor, scoreFeatures, wordFactor } from './score.ts';

const { weights, entries } = loadLanguage();
const read = createFeatureReader(compileLexicon(entries));

it('adds up the weights of each place, however many there are', () => {
  const words = fc.array(fc.constantFrom('ottimo', 'rotto', 'non', 'quando', 'caro', 'mai più', '!', '😍'), {
    maxLength: 400,
  });
  fc.assert(
    fc.property(words, (parts) => {
      const features = read(parts.join(' '));
      const sums = new Float64Array(heads.length);
      scoreFeatures(weights, features, sums);
      heads.forEach((_, head) => {
        const weight = (place: number) =>
          (weights.places[place * heads.length + head] as number) * (weights.scales[head] as number);
        let plain = weights.biases[head] as number;
        for (let at = 0; at < features.wordCount; at += 1)
          plain += weight(features.words[at] as number) * wordFactor(features.wordCount);
        for (const fact of features.facts)
          for (const place of fact ? gramsOf(fact) : [])
            plain += weight(place) * gramFactor(features.gramCount);
        features.clues.forEach((value, clue) => {
          plain += value * (weights.clues[clue * heads.length + head] as number);
        });
        expect(sums[head]).toBeCloseTo(plain, 6);
      });
    }),
    { numRuns: 40 },
  );
});

it('what the words are said to add is what they add', () => {
  const features = read('Servizio pessimo e camerieri gentili');
  const added = new Float64Array(features.tokens.length);
  contributionsOf(weights, features, heads.indexOf('negative'), added);
  expect(added[1]).toBeGreaterThan(added[4] as number);
});
