import type { Item } from '../events.ts';
import { type Headers, hasHeader, headerOf } from './mime/read-headers.ts';

/** Whether a machine wrote it: by RFC 3834, by mailing lists' fields (RFC 2369, 2919), and by what vendors write instead. */
export const automaticOf = (headers: Headers, subject: string): Exclude<Item['automatic'], 'bounce'> => {
  if (isList(headers)) return 'list';
  return isAutoReply(headers) || autoSubject.test(subject) ? 'auto-reply' : undefined;
};

const isList = (headers: Headers): boolean =>
  hasHeader(headers, 'list-id') ||
  hasHeader(headers, 'list-unsubscribe') ||
  /^(?:bulk|list)$/i.test(headerOf(headers, 'precedence'));

const isAutoReply = (headers: Headers): boolean => {
  const submitted = headerOf(headers, 'auto-submitted').toLowerCase();
  return (
    (submitted !== '' && !/^no\b/.test(submitted)) ||
    /^(?:auto[_-]reply|junk)$/i.test(headerOf(headers, 'precedence')) ||
    headerOf(headers, 'return-path') === '<>' ||
    autoFields.some((name) => hasHeader(headers, name)) ||
    /auto(?:reply|respond)/i.test(headerOf(headers, 'x-autoresponse') + headerOf(headers, 'x-autorespond'))
  );
};

const autoFields = [
  'x-autoreply',
  'x-autoreply-from',
  'x-auto-reply',
  'x-autorespond',
  'x-mail-autoreply',
  'x-ms-exchange-inbox-rules-loop',
];

const autoSubject =
  /^\s*(?:risposta automatica|messaggio automatico|fuori (?:ufficio|sede)|assenza dall['’]ufficio|automatic reply|auto(?:matic)?[- ]?reply|out of (?:the )?office|abwesenheitsnotiz|automatische antwort|réponse automatique|respuesta automática)\b/iu;
