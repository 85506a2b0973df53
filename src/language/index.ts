export {
  type Check,
  type CheckId,
  type CheckLevel,
  type CheckLevels,
  type CheckSettings,
  checkIds,
  checkLevels,
} from './checks/check.ts';
export { checkBeforeSending, whatStands } from './checks/check-before-sending.ts';
export { checkTable } from './checks/check-table.ts';
export { createFeatureReader } from './features/features.ts';
export { isFunctionWord } from './identify/is-function-word.ts';
export {
  type CompanyLayer,
  type LayerWeights,
  layerOf,
  learnLayer,
  learnLayerWeights,
  MOST_CORRECTIONS,
} from './learn/company-layer.ts';
export type { Correction } from './learn/correction.ts';
export { compileLexicon } from './lexicon/compile-lexicon.ts';
export { type LexiconEntry, type LexiconProblem, parseLexicon } from './lexicon/lexicon-file.ts';
export { loadLanguage, type ShippedLanguage } from './load-language.ts';
export { type Evaluation, evaluate, type LabelledText } from './measure/evaluate.ts';
export { type Aspect, aspects, type Intent, intents } from './model/heads.ts';
export {
  findPersonalData,
  type Masked,
  maskPersonalData,
  type PersonalDatum,
  type PersonalDatumKind,
  personalDataWords,
} from './personal-data/index.ts';
export { createReader, type Reader } from './read/create-reader.ts';
export type { AspectReading, Evidence, Polarity, Reading } from './read/reading.ts';
export { ReadingSchema } from './read/reading-schema.ts';
export { type SpokenReading, speakReading } from './read/spoken.ts';
export {
  type DraftInput,
  readTone,
  type Strictness,
  strictnesses,
  type ToneFinding,
  type ToneKind,
  type ToneLevel,
  type ToneProposal,
  toneKinds,
  toneTitles,
} from './tone/index.ts';
