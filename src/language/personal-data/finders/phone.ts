import parsePhoneNumber from 'libphonenumber-js/min';
import type { Finder, PersonalDatum } from '../personal-datum.ts';

const candidates =
  /(?<![\p{L}\p{N}#.,/-])(?:\+|00)?\(?\d(?:[ ./()-]{0,2}\d){5,40}(?![\p{L}\p{N}])(?![.,/-]\d)/gu;

/** A date, a price, a span of years: numbers that people write every day. */
const everyday =
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}$|^\d{1,3}(?:\.\d{3})+$|^(?:19|20)\d\d[ -/]+(?:19|20)\d\d$/;

const MOST_DIGITS = 15;
/** Fifteen digits, a plus and their separators. */
const LONGEST = 28;
const SHORTEST = 6;
const MOST_GROUPS = 6;

/** Phone numbers, Italian where no country is given: certain when their plan is a real one (libphonenumber). */
export const findPhones: Finder = (text) =>
  [...text.matchAll(candidates)].flatMap((match) => phonesIn(match[0], match.index));

/** A row of digits may hold two numbers, or a number after an hour: the longest that is one wins, from left to right. */
const phonesIn = (row: string, offset: number): readonly PersonalDatum[] => {
  const groups = [...row.matchAll(/[^ ]+/g)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
  }));
  const found: PersonalDatum[] = [];
  let from = 0;
  while (from < groups.length) {
    const hit = longestFrom(row, groups, from);
    if (hit)
      found.push({ kind: 'phone', start: offset + hit.start, end: offset + hit.end, certain: hit.certain });
    from = hit ? hit.next : from + 1;
  }
  return found;
};

type Group = { readonly start: number; readonly end: number };

const longestFrom = (row: string, groups: readonly Group[], from: number) => {
  const start = groups[from]?.start ?? 0;
  for (let last = Math.min(groups.length, from + MOST_GROUPS) - 1; last >= from; last--) {
    const end = groups[last]?.end ?? start;
    if (end - start > LONGEST) continue;
    if (end - start < SHORTEST) return undefined;
    const verdict = judge(row.slice(start, end));
    if (verdict !== 'no') return { start, end, certain: verdict === 'certain', next: last + 1 };
  }
  return undefined;
};

const judge = (said: string): 'certain' | 'uncertain' | 'no' => {
  if (everyday.test(said)) return 'no';
  const international = /^(?:\+|00)/.test(said);
  const digits = said.replace(/\D/g, '');
  if (digits.length > MOST_DIGITS + 2) return 'no';
  // Italian numbers start with 0 or 3, or 8 for those that are free: nothing else is worth the reading.
  if (!international && !/^(?:0\d{5,10}|3\d{8,9}|8\d{5,9})$/.test(digits)) return 'no';
  const number = parsePhoneNumber(international ? said.replace(/^00/, '+') : digits, 'IT');
  if (number?.isValid() === true) return international || digits.length >= 8 ? 'certain' : 'uncertain';
  return international && digits.length >= 9 ? 'uncertain' : 'no';
};
