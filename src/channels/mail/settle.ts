import type { Settlement } from '../contract.ts';
import type { MailPayload } from './compose.ts';
import type { MailContext } from './connect-options.ts';
import { findSentFolder, withImap } from './imap.ts';
import { messageIdOf } from './message-id.ts';
import { findLetter } from './send.ts';

/** How long our own copy may take to come back, ms, before its absence means that nothing was sent. */
const PATIENCE_MS = 90_000;

/** Looks for our copy in the inbox and among the sent letters, and for a certified provider's receipt of it. */
export const settleMail = async (
  context: MailContext,
  _payload: MailPayload,
  opKey: string,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const nativeId = messageIdOf(opKey, context.settings.address);
  const found = await withImap(context, async (client) => {
    const sent = await findSentFolder(client);
    for (const folder of [
      context.settings.folder,
      ...(sent && sent !== context.settings.folder ? [sent] : []),
    ]) {
      if ((await findLetter(client, folder, nativeId)).length > 0) return true;
      const receipts = await client.search(
        { header: { 'x-riferimento-message-id': `<${nativeId}>` } },
        { uid: true },
      );
      if (receipts && receipts.length > 0) return true;
    }
    return false;
  });
  if (!found.ok) return { state: 'unclear', lookAgainMs: 60_000 };
  if (found.value) return { state: 'accepted', nativeId };
  const waited = context.clock.now().getTime() - attemptStartedAt.getTime();
  return waited >= PATIENCE_MS
    ? { state: 'absent' }
    : { state: 'unclear', lookAgainMs: Math.max(1_000, Math.min(30_000, PATIENCE_MS - waited)) };
};
