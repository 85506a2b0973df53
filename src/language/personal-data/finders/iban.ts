import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Finder, PersonalDatum } from '../personal-datum.ts';

const start = /(?<![\p{L}\p{N}])(?<country>[A-Za-z]{2})[ -]?\d[ -]?\d(?=[ -]?[A-Za-z0-9])/gu;

/** International account numbers: as many letters and digits as the country's have, with their check (mod 97). */
export const findIbans: Finder = (text) => {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(start)) {
    const length =
      countrySpecs[(match.groups?.country ?? '').toUpperCase() as keyof typeof countrySpecs]?.chars;
    const end = length ? endOf(text, match.index, length) : undefined;
    if (end === undefined) continue;
    const value = text.slice(match.index, end).replace(/[ -]/g, '').toUpperCase();
    const certain = isValidIBAN(value);
    // A wrong digit in what is written like an Italian IBAN is still somebody's account.
    if (certain || /^IT\d{2}[A-Z]\d{10}/.test(value))
      found.push({ kind: 'iban', start: match.index, end, certain });
  }
  return found;
};

/** Where `length` letters and digits end, single spaces and hyphens between them; undefined when more or fewer. */
const endOf = (text: string, from: number, length: number): number | undefined => {
  let left = length;
  for (let at = from; at < text.length; at++) {
    const separator = /[ -]/.test(text.charAt(at));
    if (separator && /[ -]/.test(text.charAt(at - 1))) return undefined;
    if (!separator && !/[A-Za-z0-9]/.test(text.charAt(at))) return undefined;
    if (!separator && --left === 0) return /[A-Za-z0-9]/.test(text.charAt(at + 1)) ? undefined : at + 1;
  }
  return undefined;
};
