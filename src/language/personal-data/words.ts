import type { PersonalDatumKind } from './personal-datum.ts';

/** How each kind is called on screen. */
export const personalDataWords: Readonly<
  Record<PersonalDatumKind, { readonly it: string; readonly en: string }>
> = {
  'api-key': { it: 'chiave di accesso', en: 'access key' },
  password: { it: 'password', en: 'password' },
  iban: { it: 'IBAN', en: 'IBAN' },
  'tax-code': { it: 'codice fiscale', en: 'Italian tax code' },
  email: { it: 'indirizzo di posta', en: 'e-mail address' },
  card: { it: 'numero di carta', en: 'card number' },
  'vat-number': { it: 'partita IVA', en: 'VAT number' },
  document: { it: 'targa o documento', en: 'plate or document' },
  phone: { it: 'numero di telefono', en: 'phone number' },
  'order-number': { it: 'numero d’ordine', en: 'order number' },
  address: { it: 'indirizzo', en: 'street address' },
};
