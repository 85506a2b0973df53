import { cleanLine } from '../clean-words.ts';
import { type Mailbox, readAddresses } from './mime/addresses.ts';
import { readEncodedWords } from './mime/encoded-words.ts';
import { type Entity, readEntity } from './mime/read-entity.ts';
import { headerOf } from './mime/read-headers.ts';
import { certifiedLetter } from './pec.ts';
import { type MailBody, readBody } from './read-body.ts';

/** A message taken apart. Of a certified one (PEC), `root` is the letter inside and `envelope` what carried it. */
export type Letter = {
  readonly bytes: Buffer;
  readonly root: Entity;
  readonly envelope: Entity;
  readonly isCertified: boolean;
  readonly subject: string;
  readonly from: Mailbox | undefined;
  readonly replyTo: Mailbox | undefined;
  /** To and Cc. */
  readonly recipients: readonly Mailbox[];
  readonly body: MailBody;
  /** A mail server returned it in words of its own, with no delivery status part. */
  readonly isReturned: boolean;
};

/** Undefined for bytes that have no header of a letter. */
export const openLetter = (bytes: Buffer): Letter | undefined => {
  const envelope = readEntity(bytes);
  if (!envelope.headers.some(([name]) => essential.has(name))) return undefined;
  const certified = certifiedLetter(envelope);
  const root = certified ?? envelope;
  const field = (name: string): readonly Mailbox[] => readAddresses(headerOf(root.headers, name));
  const from = field('from')[0] ?? field('sender')[0];
  const subject = cleanLine(readEncodedWords(headerOf(root.headers, 'subject')), 500);
  return {
    bytes,
    root,
    envelope,
    isCertified: certified !== undefined,
    subject,
    from,
    replyTo: field('reply-to')[0],
    recipients: [...field('to'), ...field('cc')],
    body: readBody(bytes, root),
    isReturned: isFromServer(from) && returnedSubject.test(subject),
  };
};

const essential: ReadonlySet<string> = new Set([
  'from',
  'message-id',
  'subject',
  'date',
  'received',
  'to',
  'return-path',
]);

const isFromServer = (from: Mailbox | undefined): boolean =>
  /^(?:mailer-daemon|postmaster)@/.test(from?.address ?? '');

const returnedSubject =
  /undeliver|not be delivered|delivery (?:status notification|failure|failed|has failed)|failure notice|returned mail|mail delivery|mancat[ao] (?:consegna|recapito)|non recapitabile|consegna non riuscita/i;
