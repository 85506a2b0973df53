import type { Author } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import type { Letter } from './letter.ts';
import type { Mailbox } from './mime/addresses.ts';
import { headerOf } from './mime/read-headers.ts';

export type Writer = { readonly writer: Author; readonly isOurs: boolean };

/**
 * Who wrote a letter, by address. A letter "from us" is ours only where that can be believed: forms on web sites write
 * in our name for somebody else (Reply-To), and so do forgers (our own server says so in Authentication-Results, RFC 8601).
 */
export const writerOf = (letter: Letter, us: string | undefined, folder: string | undefined): Writer => {
  const { from, replyTo } = letter;
  const isFromUs = from !== undefined && from.address === us;
  const isByForm = isFromUs && replyTo !== undefined && replyTo.address !== us && folder !== 'sent';
  if (isByForm) return { writer: authorOf(replyTo), isOurs: false };
  if (isFromUs && folder !== 'sent' && isForged(letter)) {
    return {
      writer: { ...authorOf(from), nativeId: fittingId(`unverified:${from.address}`) },
      isOurs: false,
    };
  }
  return { writer: authorOf(from), isOurs: isFromUs };
};

const authorOf = (mailbox: Mailbox | undefined): Author =>
  mailbox
    ? {
        nativeId: fittingId(mailbox.address),
        ...(mailbox.name ? { name: mailbox.name } : {}),
        handle: mailbox.address,
      }
    : { nativeId: 'unknown' };

/** Only the topmost field counts: our own server wrote it last. */
const isForged = ({ envelope }: Letter): boolean => {
  const verdict = headerOf(envelope.headers, 'authentication-results').toLowerCase();
  const isSigned = /\bdkim=pass\b/.test(verdict);
  return /\bdmarc=fail\b/.test(verdict) || (!isSigned && /\bspf=(?:fail|softfail)\b/.test(verdict));
};
