import {
  type CompanyLayer,
  compileLexicon,
  createFeatureReader,
  type LayerWeights,
  type LexiconEntry,
  layerOf,
  learnLayerWeights,
  type ShippedLanguage,
} from '../../language/index.ts';
import { type Figures, figuresOf, type Measured } from './figures.ts';
import { joinJudgements } from './judgement.ts';
import { correctionOf, type Lesson } from './lesson.ts';
import { readWords } from './readable-text.ts';
import { createSwitchReader } from './switch-reader.ts';

/** What a company has taught: the words of its packs, and what its people said of texts. */
export type Taught = { readonly entries: readonly LexiconEntry[]; readonly lessons: readonly Lesson[] };

export type CompanyFigures = { readonly count: number; readonly before: Figures; readonly after: Figures };

/** Fewer held-back texts say nothing. */
const FEWEST_MEASURED = 10;

export const learnCompany = (language: ShippedLanguage, { entries, lessons }: Taught): LayerWeights => {
  const read = createFeatureReader(compileLexicon([...language.entries, ...entries]));
  return learnLayerWeights(language.weights, read, lessons.map(correctionOf));
};

/** Learns from the others and reads those held back, with and without what was learnt; null when they are too few. */
export const measureLearning = (
  language: ShippedLanguage,
  { entries, lessons }: Taught,
): CompanyFigures | null => {
  const held = lessons.filter(({ heldBack }) => heldBack);
  if (held.length < FEWEST_MEASURED) return null;
  const others = lessons.filter(({ heldBack }) => !heldBack);
  const layer = layerOf(learnCompany(language, { entries, lessons: others }));
  const reader = createSwitchReader(language, [...language.entries, ...entries]);
  const read = (by: CompanyLayer | null): Figures =>
    figuresOf(
      held.flatMap((lesson): Measured[] => {
        const reading = readWords(reader.with(by), { ...lesson, language: null });
        return reading ? [{ said: joinJudgements(lesson.said), read: reading }] : [];
      }),
    );
  return { count: held.length, before: read(null), after: read(layer) };
};
