import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';
import { passesLuhn } from './luhn.ts';

const pattern =
  /(?<![\p{L}\p{N}+.-])(?<named>(?:p\.? ?iva|partita iva|part\. iva|p\.i\.|vat(?: (?:number|no\.?|id))?|cod(?:ice|\.) fiscale|c\.f\.)\s{0,2}(?:n\.?|nr\.?|:|è)?\s{0,3})?(?<datum>(?:IT ?)?\d{11})(?![\p{L}\p{N}])/dgiu;

/** Italian VAT numbers: eleven digits with a check digit; certain when the words before it say so too. */
export const findVatNumbers: Finder = (text) =>
  findBy(text, 'vat-number', pattern, (datum, { groups }) => {
    const digits = datum.replace(/\D/g, '');
    const said = groups?.named !== undefined || digits.length !== datum.length;
    if (passesLuhn(digits)) return said ? 'certain' : 'uncertain';
    return said ? 'uncertain' : 'no';
  });
