import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';
import { passesLuhn } from './luhn.ts';

const pattern = /(?<![\p{L}\p{N}+.,/-])[2-6](?:[ -]?\d){12,18}(?![\p{N}])(?![.,/-]\d)/gu;

/** Payment cards: 13 to 19 digits whose last one checks (ISO/IEC 7812, Luhn). */
export const findCards: Finder = (text) =>
  findBy(text, 'card', pattern, (datum) => {
    const digits = datum.replace(/[ -]/g, '');
    if (!passesLuhn(digits)) return 'no';
    return digits.length === 16 || (digits.length === 15 && digits.startsWith('3')) ? 'certain' : 'uncertain';
  });
