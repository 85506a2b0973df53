/** Trains what we ship and writes its card: `npm run model`. The same bytes each time. */
import fs from 'node:fs';
import path from 'node:path';
import { clueIndex } from '../../src/language/features/clues.ts';
import { createFeatureReader } from '../../src/language/features/features.ts';
import { compileLexicon } from '../../src/language/lexicon/compile-lexicon.ts';
import { loadLexicon } from '../../src/language/lexicon/load-lexicon.ts';
import { heads } from '../../src/language/model/heads.ts';
import { packWeights } from '../../src/language/model/weights.ts';
import { projectFolder } from '../../src/platform/paths.ts';
import { calibrate, calibrateNamed, type Seen } from './calibrate.ts';
import { partOf } from './corpus.ts';
import { type Example, trainingExamples } from './examples.ts';
import { learn, sumsUnder } from './learn.ts';
import { makeSmall } from './make-small.ts';
import { writeCard } from './write-card.ts';

const FOLDS = 3;
const UNSAID = 255;
const MODELS = path.join(projectFolder(), 'models');

/** Whoever waits for an answer should not be overlooked: this share is found, at some false alarms. */
const FOUND_OF_THOSE_WHO_WAIT = 0.88;

/** Sums on texts of a part by weights that were learnt from the other parts. */
const judgedByOthers = (examples: readonly Example[]): readonly (readonly Seen[])[] => {
  const seen: Seen[][] = heads.map(() => []);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isOut = ({ id }: Example) => partOf(`fold ${id}`) % FOLDS === fold;
    const learnt = learn(examples.filter((example) => !isOut(example)));
    for (const example of examples.filter(isOut)) {
      const sums = sumsUnder(learnt, example);
      heads.forEach((_, head) => {
        if (example.wanted[head] !== UNSAID)
          seen[head]?.push({
            sum: sums[head] as number,
            yes: example.wanted[head] === 1,
            isNamed: isNamed(example, head),
          });
      });
    }
  }
  return seen;
};

/** Only aspects are named by words of the lexicon. */
const isAspect = (head: string): boolean => head.startsWith('aspect:');
const isNamed = ({ clues }: Example, head: number): boolean =>
  (clues[clueIndex[heads[head] as keyof typeof clueIndex] ?? -1] ?? 0) > 0;

const began = performance.now();
const read = createFeatureReader(compileLexicon(loadLexicon(path.join(MODELS, 'lexicon'))));
const examples = trainingExamples(read);
const seen = judgedByOthers(examples);
const calibrations = heads.map((head, index) =>
  isAspect(head)
    ? calibrateNamed(seen[index] ?? [])
    : calibrate(seen[index] ?? [], head === 'needs_reply' ? FOUND_OF_THOSE_WHO_WAIT : undefined),
);
const learnt = learn(examples);
const packed = packWeights({
  ...makeSmall(learnt),
  clues: learnt.clues,
  biases: learnt.biases,
  calibrations,
});
fs.writeFileSync(path.join(MODELS, 'language.bin'), packed);
fs.writeFileSync(path.join(MODELS, 'CARD.md'), writeCard(packed, examples.length));
console.log(
  `${examples.length} texts, ${(packed.length / 1000).toFixed(0)} kB, ${((performance.now() - began) / 1000).toFixed(1)} s`,
);
