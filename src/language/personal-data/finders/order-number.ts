import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';

const named =
  /(?<![\p{L}\p{N}])(?:ordin[ei]|ord\.|order|pratica|fattura|prenotazione|booking|tracking|tessera(?: fedelt[àa])?|spedizione|ticket|contratto|bolla|ddt|reclamo|pacco|codice cliente|cliente|polizza|reservation|invoice|shipment)(?:\s{1,2}(?:n(?:r|°|º|um(?:ero)?)?\.?|no\.?|number|numero|id|cod\.?|codice|è(?: il)?|is))?\s{0,2}[:#]?\s{0,2}(?<datum>#?(?=[A-Z0-9/-]{0,11}\d)[A-Z0-9][A-Z0-9/-]{2,23})(?![\p{L}\p{N}])/dgiu;
const hash = /(?<![\p{L}\p{N}&#/])#(?=[A-Z-]{0,5}\d{3})[A-Z0-9-]{4,20}(?![\p{L}\p{N}])/gu;

/** Numbers of orders, bookings, invoices and parcels: certain when a word says what they are. */
export const findOrderNumbers: Finder = (text) => [
  ...findBy(text, 'order-number', named, (datum) =>
    isYear(datum) || !/\d\D?\d/.test(datum) ? 'no' : 'certain',
  ),
  ...findBy(text, 'order-number', hash, (datum) => (isYear(datum.slice(1)) ? 'no' : 'uncertain')),
];

const isYear = (code: string): boolean => /^(?:19|20)\d\d$/.test(code);
