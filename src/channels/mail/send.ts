import type { ImapFlow } from 'imapflow';
import type { Receipt, SendContext } from '../contract.ts';
import type { MailPayload } from './compose.ts';
import type { MailContext } from './connect-options.ts';
import { findSentFolder, withImap } from './imap.ts';
import { messageIdOf } from './message-id.ts';
import { isCertifiedMail } from './providers.ts';
import type { MailSecrets, MailSettings } from './settings.ts';
import { type Handover, handOver, openSmtp } from './smtp.ts';
import { writeLetter } from './write-letter.ts';

/**
 * Sends a letter under the Message-ID of its `opKey`. We are a hidden recipient of it: the copy that comes back is the
 * proof that `settle` looks for. Certified mail (PEC) allows no hidden recipients; there the receipts are the proof.
 */
export const sendMail = async (
  context: SendContext<MailSettings, MailSecrets>,
  payload: MailPayload,
  opKey: string,
): Promise<Receipt> => {
  const { settings } = context;
  const nativeId = messageIdOf(opKey, settings.address);
  const attachments = await Promise.all(
    payload.media.map(async ({ id, name, mimeType }) => ({
      name,
      mimeType,
      content: await context.loadMedia(id),
    })),
  );
  const message = await writeLetter(settings, payload, nativeId, context.clock.now(), attachments);
  const opened = await openSmtp(context);
  if (!opened.ok) {
    const state = forPeople.has(opened.error.kind) ? 'rejected' : 'not-sent';
    return { state, problem: opened.error };
  }
  const handover = await handOver(
    opened.value,
    { from: settings.address, to: recipientsOf(settings, payload) },
    message,
  );
  if (handover.state !== 'accepted') return receiptOf(handover);
  const kept = await keepTraces(context, payload, nativeId, message);
  if (!kept) context.log.warn({}, 'the answer was sent, but could not be put among the sent letters');
  return { state: 'accepted', nativeId };
};

/** Trying again changes nothing until somebody has changed the settings. */
const forPeople: ReadonlySet<string> = new Set(['unauthorised', 'misconfigured', 'blocked-address']);

const recipientsOf = ({ address, smtpHost }: MailSettings, { to }: MailPayload): readonly string[] =>
  isCertifiedMail(address, smtpHost) || to.address === address ? [to.address] : [to.address, address];

const receiptOf = (handover: Exclude<Handover, { state: 'accepted' }>): Receipt => {
  switch (handover.state) {
    case 'refused': {
      const detail = `SMTP: ${handover.words}`;
      return handover.isForGood
        ? { state: 'rejected', problem: { kind: 'forbidden', detail } }
        : { state: 'not-sent', problem: { kind: 'server-error', status: handover.status, detail } };
    }
    case 'not-handed-over':
      return { state: 'not-sent', problem: handover.problem };
    case 'unknown':
      return { state: 'unknown', detail: handover.detail };
  }
};

/** A copy among the sent letters where the server keeps none by itself, and the answered mark on the letter answered. */
const keepTraces = async (
  context: MailContext,
  payload: MailPayload,
  nativeId: string,
  message: Buffer,
): Promise<boolean> => {
  const done = await withImap(context, async (client) => {
    const sent = await findSentFolder(client);
    if (sent && (await findLetter(client, sent, nativeId)).length === 0)
      await client.append(sent, message, ['\\Seen']);
    if (!payload.inReplyTo) return;
    const answered = await findLetter(client, context.settings.folder, payload.inReplyTo, false);
    if (answered.length > 0) await client.messageFlagsAdd([...answered], ['\\Answered'], { uid: true });
  });
  return done.ok;
};

/** The UIDs of a letter in that folder, which stays selected. */
export const findLetter = async (
  client: ImapFlow,
  folder: string,
  messageId: string,
  readOnly = true,
): Promise<readonly number[]> => {
  await client.mailboxOpen(folder, { readOnly });
  return (await client.search({ header: { 'message-id': `<${messageId}>` } }, { uid: true })) || [];
};
