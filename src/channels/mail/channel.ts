import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { checkMail } from './check.ts';
import { composeMail, type MailPayload, mailLimits } from './compose.ts';
import { mailManifest } from './manifest.ts';
import { normaliseMail } from './normalise.ts';
import { readRawMail } from './read-raw.ts';
import { pollMail, streamMail } from './receive.ts';
import { sendMail } from './send.ts';
import { type MailSecrets, MailSecretsSchema, type MailSettings, MailSettingsSchema } from './settings.ts';
import { settleMail } from './settle.ts';

/** A mailbox: IMAP with IDLE in, SMTP out. */
export const mailChannel: Channel<MailSettings, MailSecrets, MailPayload> = {
  manifest: mailManifest,
  settingsSchema: MailSettingsSchema,
  secretsSchema: MailSecretsSchema,
  check: checkMail,
  limits: async () => ok(mailLimits),
  receive: { poll: pollMail, stream: streamMail },
  readRaw: readRawMail,
  normalise: normaliseMail,
  compose: composeMail,
  send: sendMail,
  settle: settleMail,
};
