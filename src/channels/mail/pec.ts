import { cleanLine } from '../clean-words.ts';
import { readMessageIds } from './message-id.ts';
import { readEncodedWords } from './mime/encoded-words.ts';
import { type Entity, isMessage } from './mime/read-entity.ts';
import { type Headers, headerOf } from './mime/read-headers.ts';

/**
 * Posta elettronica certificata (DPR 68/2005, technical rules of DM 2 November 2005): the provider wraps the letter
 * as `postacert.eml` in a signed envelope (`X-Trasporto: posta-certificata`) and sends receipts (`X-Ricevuta`).
 * Source: https://www.agid.gov.it/it/piattaforme/posta-elettronica-certificata
 */

/** The letter inside a certified envelope; undefined when this is none. */
export const certifiedLetter = (envelope: Entity): Entity | undefined => {
  const transport = headerOf(envelope.headers, 'x-trasporto').toLowerCase();
  if (transport !== 'posta-certificata' && transport !== 'errore') return undefined;
  const attached = partsOf(envelope).filter(
    ({ type, children }) => isMessage(type.value) && children.length > 0,
  );
  const named = attached.find(({ type, disposition }) =>
    /^postacert\.eml$/i.test(disposition.parameters.get('filename') ?? type.parameters.get('name') ?? ''),
  );
  return (named ?? attached[0])?.children[0];
};

export type CertifiedReceipt = {
  readonly ofNativeId?: string;
  readonly hasFailed: boolean;
  readonly subject: string;
};

const failed = new Set([
  'non-accettazione',
  'errore-consegna',
  'preavviso-errore-consegna',
  'rilevazione-virus',
]);

/** A receipt of a certified provider: accepted, delivered, or not; undefined when this is none. */
export const readReceipt = (headers: Headers): CertifiedReceipt | undefined => {
  const kind = headerOf(headers, 'x-ricevuta').toLowerCase();
  if (kind === '') return undefined;
  const ofNativeId = readMessageIds(headerOf(headers, 'x-riferimento-message-id'))[0];
  return {
    ...(ofNativeId ? { ofNativeId } : {}),
    hasFailed: failed.has(kind),
    subject: cleanLine(readEncodedWords(headerOf(headers, 'subject')), 500),
  };
};

const partsOf = (entity: Entity): readonly Entity[] => [entity, ...entity.children.flatMap(partsOf)];
