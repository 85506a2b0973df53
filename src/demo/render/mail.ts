import { type MailLine, mailLines, mailPeople } from '../script/mail.ts';
import { saidAt } from './said-at.ts';

export const mailAccount = {
  nativeId: mailPeople.us?.mail ?? '',
  name: mailPeople.us?.name ?? '',
  handle: mailPeople.us?.mail ?? '',
};

const idOf = (id: string): string => `<${id}@dimostrazione.example>`;

const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const ancestors = (line: MailLine): MailLine[] => {
  const parent = mailLines.find(({ id }) => id === line.replyTo);
  return parent ? [...ancestors(parent), parent] : [];
};

/** "Il giorno 12 marzo 2026 alle ore 10:00 Anna ha scritto:" and the letter behind arrows, as mail programs do. */
const quotationOf = (line: MailLine, now: Date): string => {
  const parent = mailLines.find(({ id }) => id === line.replyTo);
  if (!line.quotes || !parent) return '';
  const at = new Intl.DateTimeFormat('it-IT', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Rome',
  }).format(saidAt(parent, now));
  const person = mailPeople[parent.who];
  const behind = parent.text
    .split('\n')
    .map((row) => `> ${row}`)
    .join('\n');
  return `\n\nIl giorno ${at} ${person?.name} <${person?.mail}> ha scritto:\n\n${behind}`;
};

export type Letter = {
  readonly id: string;
  readonly from: { readonly name: string; readonly mail: string };
  readonly to: { readonly name: string; readonly mail: string };
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
  readonly references: readonly string[];
  readonly automatic?: boolean;
};

/** A message as it stands in a mailbox (RFC 5322). */
export const letterBytes = (letter: Letter): Uint8Array => {
  const { id, from, to, subject, text, at, references, automatic } = letter;
  const head = [
    `From: ${encoded(from.name)} <${from.mail}>`,
    `To: ${encoded(to.name)} <${to.mail}>`,
    `Subject: ${encoded(subject)}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${idOf(id)}`,
    ...(references.length > 0
      ? [`In-Reply-To: ${references.at(-1)}`, `References: ${references.join(' ')}`]
      : []),
    ...(automatic ? ['Auto-Submitted: auto-replied'] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}\r\n`);
};

export const mailBytes = (line: MailLine, now: Date): Uint8Array => {
  const addressee = line.ours ? (mailLines.find(({ id }) => id === line.replyTo)?.who ?? 'us') : 'us';
  const reached = addressee === 'us' && line.ours ? lastOther(line) : addressee;
  const person = mailPeople[line.who];
  const to = mailPeople[reached];
  return letterBytes({
    id: line.id,
    from: { name: person?.name ?? '', mail: person?.mail ?? '' },
    to: { name: to?.name ?? '', mail: to?.mail ?? '' },
    subject: line.subject,
    text: line.text + quotationOf(line, now),
    at: saidAt(line, now),
    references: ancestors(line).map(({ id }) => idOf(id)),
    ...(line.automatic ? { automatic: true } : {}),
  });
};

/** A second letter of ours in a row goes to whoever wrote last. */
const lastOther = (line: MailLine): string =>
  ancestors(line).findLast(({ who }) => who !== 'us')?.who ?? 'us';
