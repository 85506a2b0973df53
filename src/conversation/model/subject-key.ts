import { createHash } from 'node:crypto';

/** Two mails further apart than this (ms) are never joined by their subject alone. */
export const SUBJECT_WINDOW_MS = 30 * 24 * 3_600_000;

/** "Re:", "R:", "RIF:", "AW:", "Re[2]:", also several of them. */
const REPLY_PREFIX = /^\s*(?:(?:re|r|rif|aw|sv)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*)+/iu;
/** "I:", "Fwd:": a mail passed on opens a matter of its own. */
const FORWARD_PREFIX = /^\s*(?:i|fwd?|inoltro)\s*:/iu;

type Letter = {
  readonly connectionId: string;
  readonly authorId: string;
  readonly form: string;
  readonly title: string | null;
  readonly ours: boolean;
  readonly automatic: boolean;
  readonly parentNativeId: string | null;
  readonly references: readonly string[];
};

/** Same mailbox, same counterpart, same subject; null for what has no subject or comes from ourselves. */
export const subjectKey = (letter: Letter): string | null => {
  if (letter.form !== 'message' || letter.ours || letter.automatic) return null;
  if (!letter.title || FORWARD_PREFIX.test(letter.title)) return null;
  const subject = normaliseSubject(letter.title);
  if (subject.length === 0) return null;
  return createHash('sha256')
    .update(`${letter.connectionId} ${letter.authorId} ${subject}`)
    .digest('base64url');
};

/** A reply by its subject, without the headers that would say to what. */
export const isOrphanReply = (letter: Letter): boolean =>
  subjectKey(letter) !== null &&
  letter.parentNativeId === null &&
  letter.references.length === 0 &&
  REPLY_PREFIX.test(letter.title ?? '');

const normaliseSubject = (title: string): string =>
  title.normalize('NFKC').replace(REPLY_PREFIX, '').replace(/\s+/gu, ' ').trim().toLowerCase();
