export { findPersonalData } from './find-personal-data.ts';
export { type Masked, maskPersonalData } from './mask-personal-data.ts';
export { type PersonalDatum, type PersonalDatumKind, personalDatumKinds } from './personal-datum.ts';
export { personalDataWords } from './words.ts';
