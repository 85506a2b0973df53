import type { Draft } from '../contract.ts';

/** `Re: ...` once, whatever answers in whatever language were there before (Re, R, RIF, AW, SV, RES, Re[2]). */
export const answerSubject = (subject: string): string => {
  let rest = subject.trim();
  for (let turn = 0; turn < 20; turn += 1) {
    const shorter = rest.replace(
      /^(?:re|r|rif|ris|aw|sv|res|antw)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*:\s*/i,
      '',
    );
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest === '' ? 'Re:' : `Re: ${rest}`;
};

const MAX_QUOTED_LINES = 200;

/** The letter being answered, as people expect to find it below an answer; empty when there is nothing to quote. */
export const quotation = (answered: NonNullable<Draft['inReplyTo']>, language: string): string => {
  const words = (answered.quote ?? '').trim();
  if (words === '') return '';
  const lines = words.split('\n');
  const shown = lines
    .slice(0, MAX_QUOTED_LINES)
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`));
  return [
    attribution(answered, language),
    ...shown,
    ...(lines.length > MAX_QUOTED_LINES ? ['> […]'] : []),
  ].join('\n');
};

/** In the company's own time: the reader's is not known. */
const TIME_ZONE = 'Europe/Rome';

const attribution = (answered: NonNullable<Draft['inReplyTo']>, language: string): string => {
  const who = answered.authorName ?? answered.authorHandle ?? answered.authorNativeId;
  const date = new Date(answered.saidAt);
  const isEnglish = language.toLowerCase().startsWith('en');
  if (Number.isNaN(date.getTime())) return isEnglish ? `${who} wrote:` : `${who} ha scritto:`;
  const locale = isEnglish ? 'en-GB' : 'it-IT';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: TIME_ZONE }).format(date);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: TIME_ZONE }).format(date);
  return isEnglish
    ? `On ${day} at ${time} ${who} wrote:`
    : `Il giorno ${day} alle ore ${time} ${who} ha scritto:`;
};
