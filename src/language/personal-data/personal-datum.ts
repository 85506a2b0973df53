/** What can be found in a text that belongs to one person or opens a door. */
export const personalDatumKinds = [
  'api-key',
  'password',
  'iban',
  'tax-code',
  'email',
  'card',
  'vat-number',
  'document',
  'phone',
  'order-number',
  'address',
] as const;

export type PersonalDatumKind = (typeof personalDatumKinds)[number];

/**
 * [start, end) in UTF-16 units of the original text. `certain` when a check digit, a known form or the words around it
 * leave no doubt; otherwise it only looks like one, and a person decides.
 */
export type PersonalDatum = {
  readonly kind: PersonalDatumKind;
  readonly start: number;
  readonly end: number;
  readonly certain: boolean;
};

/** Finds one kind of datum in a text without invisible characters, in time linear in its length. */
export type Finder = (text: string) => readonly PersonalDatum[];
