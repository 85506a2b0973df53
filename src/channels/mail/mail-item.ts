import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Item, RawItem } from '../events.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import { mediaOf } from './attachments.ts';
import { automaticOf } from './automatic.ts';
import type { Letter } from './letter.ts';
import { linksIn } from './links.ts';
import { readAddress } from './mime/addresses.ts';
import { headerOf } from './mime/read-headers.ts';
import { readReceipt } from './pec.ts';
import { splitQuoted } from './quoted-text.ts';
import { threadOf } from './thread.ts';
import { writerOf } from './writer.ts';

/** The letter as something said. `raw.context`: `accountId`, `folder`, `receivedAt`. */
export const itemOf = (raw: RawItem, letter: Letter, isReturned: boolean): Item => {
  const us = readAddress(raw.context.accountId ?? '');
  const { writer, isOurs } = writerOf(letter, us, raw.context.folder);
  const automatic = isReturned ? 'bounce' : automaticFor(letter);
  const split = splitQuoted(cleanBody(letter.body.text));
  const saidAt = parseDate(headerOf(letter.root.headers, 'date'), raw.context.receivedAt);
  const language = languageOf(headerOf(letter.root.headers, 'content-language'));
  return {
    nativeId: fittingId(raw.nativeId || 'none'),
    revision: cleanLine(raw.revision, 200),
    form: 'message',
    visibility: 'direct',
    author: writer,
    ours: isOurs,
    addressed: !isOurs && automatic === undefined && isTo(letter, us),
    ...(automatic ? { automatic } : {}),
    ...(letter.subject ? { title: letter.subject } : {}),
    text: split.text,
    ...(split.quoted ? { quoted: split.quoted } : {}),
    ...(language ? { language } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...threadOf(letter),
    links: linksIn(letter.body.linkText),
    media: mediaOf(letter.body.attached),
    replyContext: replyContextOf(letter, writer.nativeId),
  };
};

const automaticFor = (letter: Letter): Item['automatic'] =>
  readReceipt(letter.envelope.headers) ? 'auto-reply' : automaticOf(letter.root.headers, letter.subject);

/** A letter to `clienti+caso42@` is one to `clienti@`. */
const isTo = ({ recipients, envelope }: Letter, us: string | undefined): boolean => {
  if (us === undefined) return true;
  const delivered = [headerOf(envelope.headers, 'delivered-to'), headerOf(envelope.headers, 'x-original-to')];
  const addresses = [
    ...recipients.map(({ address }) => address),
    ...delivered.map((field) => readAddress(field) ?? ''),
  ];
  return addresses.some((address) => withoutTag(address) === withoutTag(us));
};

const withoutTag = (address: string): string => address.replace(/\+[^@]*@/, '@');

const replyContextOf = (
  { root, subject, replyTo, from, isCertified }: Letter,
  writer: string,
): Record<string, string> => {
  const to = replyTo ?? from;
  const messageId = /<([^<>\s]{1,900})>/.exec(headerOf(root.headers, 'message-id'))?.[1];
  return {
    to: to?.address ?? writer,
    ...(to?.name ? { toName: to.name } : {}),
    ...(subject ? { subject } : {}),
    ...(messageId ? { messageId: cleanLine(messageId, 900) } : {}),
    ...(isCertified ? { certified: '1' } : {}),
  };
};

const languageOf = (field: string): string | undefined =>
  /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.exec(field.split(',')[0]?.trim() ?? '')?.[0];
