import { z } from 'zod';
import {
  findWorkspace,
  listMembers,
  listRecipients,
  permissionsOf,
  sendSystemMail,
} from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { daysUntil } from '../../platform/time/expiry-warning.ts';
import { findConnection } from '../store/connections.ts';
import type { Ending } from '../store/expiring.ts';
import { expiryMail } from '../words.ts';

export const EXPIRY_MAIL_JOB = 'channels.mail-of-expiry';

const DataSchema = z.object({
  workspaceId: z.string(),
  connectionId: z.string(),
  personId: z.string(),
  expiresAt: z.iso.datetime(),
});
type Telling = z.infer<typeof DataSchema>;

/** One job for each person who manages channels, in the transaction that notes the warning: each is written to once. */
export const mailOfExpiry = async (
  tx: Transaction,
  { config, jobs }: Pick<Platform, 'config' | 'jobs'>,
  { workspaceId, connectionId, expiresAt }: Ending & { readonly expiresAt: string },
): Promise<void> => {
  if (!config.mail) return;
  for (const { personId, roles } of await listMembers(tx, workspaceId)) {
    if (!permissionsOf(roles).includes('connections.manage')) continue;
    await jobs.send(tx, EXPIRY_MAIL_JOB, { workspaceId, connectionId, personId, expiresAt });
  }
};

export const expiryMailJob = (platform: Platform): JobDefinition => ({
  name: EXPIRY_MAIL_JOB,
  retries: 10,
  handle: async (data) => {
    const telling = DataSchema.safeParse(data).data;
    const mail = telling && (await writeMail(platform, telling));
    if (mail && !(await sendSystemMail(platform, mail))) throw new Error('the mail server did not take it');
  },
});

/** Undefined when it has become needless: renewed or removed since, or whoever it was for has left. */
const writeMail = (platform: Platform, { workspaceId, connectionId, personId, expiresAt }: Telling) =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const row = await findConnection(tx, workspaceId, connectionId);
    const company = await findWorkspace(tx, workspaceId);
    const person = (await listRecipients(tx, workspaceId)).find((one) => one.personId === personId);
    if (!row?.expiresAt || row.removedAt || !company || !person) return undefined;
    if (row.expiresAt.toISOString() !== expiresAt) return undefined;
    const days = daysUntil(row.expiresAt, platform.clock.now());
    const link = `${platform.config.baseUrl}/${company.slug}/impostazioni/canali`;
    const { subject, text } = expiryMail(person.language === 'en' ? 'en' : 'it', row.name, days);
    return { to: person.email, subject, text: `${text}\n\n${link}\n` };
  });
