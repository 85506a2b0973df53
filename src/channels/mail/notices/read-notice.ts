import type { Letter } from '../letter.ts';
import { linksIn } from '../links.ts';
import { headerOf } from '../mime/read-headers.ts';
import { bookingNotice } from './booking.ts';
import { facebookNotice } from './facebook.ts';
import { googleNotice } from './google.ts';
import { isOfHost, type Notice, type NoticeKind, readReview } from './read-review.ts';
import { tripadvisorNotice } from './tripadvisor.ts';
import { trustpilotNotice } from './trustpilot.ts';

const kinds: readonly NoticeKind[] = [
  googleNotice,
  tripadvisorNotice,
  trustpilotNotice,
  bookingNotice,
  facebookNotice,
];

/**
 * What a platform tells by mail that somebody wrote about us there: sent to us by the platform, or passed on by somebody who keeps
 * such mails elsewhere. Undefined for every other letter, and for one that our own server calls forged.
 */
export const readNotice = (letter: Letter): Notice | undefined => {
  if (isForged(letter)) return undefined;
  const { body, subject } = letter;
  const text = body.text.slice(0, 100_000);
  const links = linksIn(body.linkText).map(({ url }) => url);
  const sender = hostOf(letter.from?.address ?? '');
  const direct = kinds.find(({ senders }) => isOfHost(sender, senders));
  if (direct) return readReview(direct, { subject, text, links });
  const passedOn = forwardedIn(text);
  const kind = passedOn && kinds.find(({ senders }) => isOfHost(hostOf(passedOn.from), senders));
  if (!passedOn || !kind) return undefined;
  const inner = passedOn.subject || subject.replace(/^(?:\s*(?:fwd?|i|inoltra|wg|tr)\s*:\s*)+/i, '');
  return readReview(kind, { subject: inner, text: passedOn.text, links });
};

const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Our own server's verdict (RFC 8601), the topmost field. */
const isForged = ({ envelope }: Letter): boolean =>
  /\bdmarc=fail\b/i.test(headerOf(envelope.headers, 'authentication-results'));

type Forwarded = { readonly from: string; readonly subject: string; readonly text: string };

const fromLine =
  /^[>\s*]{0,10}(?:da|from|mittente|von|de)\s*:\*?\s*[^\n]{0,200}?([\w.+-]{1,64}@[\w.-]{1,200})/im;
const subjectLine = /^[>\s*]{0,10}(?:oggetto|subject|betreff|objet)\s*:\*?\s*([^\n]{1,300})$/im;
const headLine =
  /^[>\s*]{0,10}(?:da|from|mittente|a|to|data|date|inviato|sent|oggetto|subject|cc|rispondi a|reply-to)\s*:\*?\s/i;

/** A letter inside a letter, as mail programs write it: some lines of its head, then its words. */
const forwardedIn = (text: string): Forwarded | undefined => {
  const from = fromLine.exec(text);
  if (!from) return undefined;
  const rest = text.slice(from.index);
  const lines = rest.split('\n');
  const first = lines.findIndex((line, at) => at > 0 && !headLine.test(line) && line.trim() !== '');
  const head = lines.slice(0, Math.max(first, 1)).join('\n');
  return {
    from: from[1] ?? '',
    subject: subjectLine.exec(head)?.[1]?.trim() ?? '',
    text: first < 0 ? '' : lines.slice(first).join('\n'),
  };
};
