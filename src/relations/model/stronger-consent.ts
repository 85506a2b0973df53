import type { Consent } from './daily/candidate.ts';

type Given = {
  readonly consent: Consent;
  readonly consentAt: Date | null;
  readonly consentNote: string | null;
};

const order: readonly Consent[] = ['unknown', 'agreed', 'quiet', 'objected'];

/** Of two records of one person the more careful word: an objection to one account is an objection. */
export const strongerConsent = (one: Given, other: Given): Given => {
  const { consent, consentAt, consentNote } =
    order.indexOf(other.consent) > order.indexOf(one.consent) ? other : one;
  return { consent, consentAt, consentNote };
};
