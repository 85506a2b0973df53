import { readCorpus } from '../../scripts/model/corpus.ts';
import { exampleOf, wantedOf } from '../../scripts/model/examples.ts';
import { learn, randomFrom } from '../../scripts/model/learn.ts';
import { makeSmall } from '../../scripts/model/make-small.ts';
import {
  compileLexicon,
  createFeatureReader,
  createReader,
  type LabelledText,
  type learnLayer,
  type Reading,
  type ShippedLanguage,
} from '../../src/language/index.ts';

/** Files of the corpus that belong to a field, by the beginnings of their identifiers. */
const fields: Readonly<Record<string, readonly string[]>> = {
  services: ['services-b2b'],
  brand: ['brand-comments', 'plain-comments'],
  hotel: ['hotel-events', 'plain-hotel'],
  products: ['products', 'plain-products'],
  restaurants: ['wine-food'],
  public: ['public-and-hard'],
};

const CORRECTIONS = 200;
const MOST_TEXTS = 1_000;
const DRAWS = 4;

/** What was read of texts of a field that were not corrected, before and after. */
export type Draw = {
  readonly texts: readonly LabelledText[];
  readonly before: readonly Reading[];
  readonly after: readonly Reading[];
};

/** Trains without one field; then, four times over, corrects 200 of its texts and reads others of it before and after. About 20 s. */
export const readWithoutField = (
  field: string,
  shipped: ShippedLanguage,
  learnFrom: typeof learnLayer,
): readonly Draw[] => {
  const isOfField = ({ id }: { id: string }) => fields[field]?.some((start) => id.startsWith(start)) === true;
  const corpus = readCorpus().filter(({ lang }) => lang === 'it');
  const features = createFeatureReader(compileLexicon(shipped.entries));
  const learnt = learn(
    corpus
      .filter((text) => !isOfField(text))
      .map((text) => exampleOf(text.id, text.text, wantedOf(text), 1, features)),
  );
  const weights = { ...shipped.weights, ...makeSmall(learnt), clues: learnt.clues, biases: learnt.biases };
  return Array.from({ length: DRAWS }, (_, draw) => {
    const random = randomFrom(draw + 1);
    const mixed = corpus
      .filter(isOfField)
      .map((text) => ({ text, order: random() }))
      .sort((one, other) => one.order - other.order)
      .map(({ text }) => text);
    const layer = learnFrom(
      weights,
      features,
      mixed.slice(0, CORRECTIONS).map(({ text, polarity, intents, needs_reply }) => ({
        text,
        polarity,
        intents,
        needsReply: needs_reply,
      })),
    );
    const unseen = mixed.slice(CORRECTIONS, CORRECTIONS + MOST_TEXTS);
    const plain = createReader({ ...shipped, weights });
    const taught = createReader({ ...shipped, weights, adjust: layer.adjust });
    return {
      texts: unseen,
      before: unseen.map(({ text }) => plain.understand(text, { language: 'it' })),
      after: unseen.map(({ text }) => taught.understand(text, { language: 'it' })),
    };
  });
};
