import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';

const LINK =
  /(?: (?:elettronica|dell['’]auto|della macchina|number))?\s{0,2}(?:n(?:r|°|º|um(?:ero)?)?\.?|no\.?|numero|è|is)?\s{0,2}:?\s{0,2}/;
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:targa(?:t[ao])?|carta d['’]identit[àa]'?|c\\.i\\.|passaporto|passport|patente|tessera sanitaria|permesso di soggiorno|licence plate)${LINK.source}(?<datum>[A-Z]{2}[ -]?\\d{3}[ -]?[A-Z]{2}|(?=[A-Z]{0,4}\\d{2})[A-Z0-9]{5,12})(?![\\p{L}\\p{N}])`,
  'dgiu',
);
/** Italian plates since 1994: two letters, three figures, two letters, without I, O, Q and U. In capitals, else it may be anything. */
const plate = /(?<![\p{L}\p{N}])[A-HJ-NPR-TV-Z]{2}[ -]?\d{3}[ -]?[A-HJ-NPR-TV-Z]{2}(?![\p{L}\p{N}])/gu;

/** Plates, and numbers of identity cards, passports and licences: certain when a word says what they are. */
export const findDocuments: Finder = (text) => [
  ...findBy(text, 'document', named, () => 'certain'),
  ...findBy(text, 'document', plate, () => 'uncertain'),
];
