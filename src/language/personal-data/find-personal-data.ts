import { findAddresses } from './finders/address.ts';
import { findApiKeys } from './finders/api-key.ts';
import { findCards } from './finders/card.ts';
import { findDocuments } from './finders/document.ts';
import { findEmails } from './finders/email.ts';
import { findIbans } from './finders/iban.ts';
import { findOrderNumbers } from './finders/order-number.ts';
import { findPasswords } from './finders/password.ts';
import { findPhones } from './finders/phone.ts';
import { findTaxCodes } from './finders/tax-code.ts';
import { findVatNumbers } from './finders/vat-number.ts';
import { type Finder, type PersonalDatum, personalDatumKinds } from './personal-datum.ts';
import { withoutInvisible } from './without-invisible.ts';

const finders: readonly Finder[] = [
  findApiKeys,
  findPasswords,
  findIbans,
  findTaxCodes,
  findEmails,
  findCards,
  findVatNumbers,
  findDocuments,
  findPhones,
  findOrderNumbers,
  findAddresses,
];

/**
 * Personal data and secrets in a text, in its order and never overlapping: where two readings compete the certain one
 * wins, then the more particular. Pure, linear in the text, and never throws, whatever the text.
 */
export const findPersonalData = (text: string): readonly PersonalDatum[] => {
  const { visible, original } = withoutInvisible(text);
  const every = finders.flatMap((find) => find(visible));
  return withoutOverlaps(every).map(({ kind, start, end, certain }) => ({
    kind,
    start: original(start),
    end: original(end - 1) + 1,
    certain,
  }));
};

const rank = ({ kind, certain }: PersonalDatum): number =>
  personalDatumKinds.indexOf(kind) + (certain ? 0 : personalDatumKinds.length);

const withoutOverlaps = (found: readonly PersonalDatum[]): readonly PersonalDatum[] => {
  const sorted = found.toSorted((one, other) => one.start - other.start || rank(one) - rank(other));
  const kept: PersonalDatum[] = [];
  for (const datum of sorted) {
    while (beats(datum, kept.at(-1))) kept.pop();
    const last = kept.at(-1);
    if (last === undefined || last.end <= datum.start) kept.push(datum);
  }
  return kept;
};

/** Whether `datum` overlaps the last one kept, which starts before it, and is the better reading. */
const beats = (datum: PersonalDatum, last: PersonalDatum | undefined): boolean =>
  last !== undefined && last.end > datum.start && rank(datum) < rank(last);
