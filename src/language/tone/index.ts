export type { DraftInput } from './draft.ts';
export {
  type Bilingual,
  type ToneFinding,
  type ToneKind,
  type ToneLevel,
  type ToneProposal,
  toneKinds,
} from './finding.ts';
export { readTone } from './read-tone.ts';
export { type Strictness, strictnesses } from './strictness.ts';
export { toneTitles } from './tone-titles.ts';
