import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';

// Digits may be letters (omocodia: L for 0, M for 1 … V for 9) when two people would have the same code.
const pattern =
  /(?<![\p{L}\p{N}])[A-Z]{3} ?[A-Z]{3} ?[0-9LMNP-V]{2} ?[ABCDEHLMPRST] ?[0-9LMNP-V]{2} ?[A-Z][0-9LMNP-V]{3} ?[A-Z](?![\p{L}\p{N}])/giu;

/** Italian tax codes of people: certain when the check character is right and the birthday can be. */
export const findTaxCodes: Finder = (text) =>
  findBy(text, 'tax-code', pattern, (datum) => {
    const code = datum.replaceAll(' ', '').toUpperCase();
    if (isTaxCode(code)) return 'certain';
    // With a wrong character it still names a person, if it has digits where digits go.
    return /\d.*\d.*\d/.test(code) ? 'uncertain' : 'no';
  });

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** What a letter or digit (A and 0 first) weighs in an odd place, by the decree of 23 December 1976. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const OMOCODIA = 'LMNPQRSTUV';

/** Whether 16 capital letters and digits are a tax code whose check character is right. */
export const isTaxCode = (code: string): boolean => {
  const sum = [...code.slice(0, 15)].reduce((total, sign, place) => total + weight(sign, place), 0);
  const day = Number([...code.slice(9, 11)].map((sign) => digitOf(sign)).join(''));
  const possible = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
  return code.length === 16 && possible && LETTERS.charAt(sum % 26) === code.charAt(15);
};

const digitOf = (sign: string): string => (/\d/.test(sign) ? sign : String(OMOCODIA.indexOf(sign)));

const weight = (sign: string, place: number): number => {
  const value = /\d/.test(sign) ? Number(sign) : LETTERS.indexOf(sign);
  return place % 2 === 0 ? (ODD[value] ?? 0) : value;
};
