import { z } from 'zod';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { daysUntil, warningDays, warningDue } from '../../platform/time/expiry-warning.ts';
import { lockApiKey, selectEndingKeys, updateApiKey } from '../store/api-keys.ts';
import { selectRecipients } from '../store/recipients.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { words } from '../words.ts';
import { audit } from './audit.ts';
import { sendSystemMail } from './send-system-mail.ts';

const KEY_MAIL_JOB = 'people.mail-of-ending-key';
const AHEAD_MS = (warningDays[0] + 1) * 86_400_000;

type Ground = Pick<Platform, 'database' | 'clock' | 'jobs' | 'config' | 'log'>;

/** Once an hour: whoever made a key that ends in 14, 7 or 1 days is written to, each time once. */
export const endingKeysJob = (platform: Ground): JobDefinition => ({
  name: 'people.watch-keys',
  cron: '23 * * * *',
  handle: () => warnOfEndingKeys(platform),
});

export const warnOfEndingKeys = async (platform: Ground): Promise<void> => {
  const now = platform.clock.now();
  const before = new Date(now.getTime() + AHEAD_MS);
  const ending = await platform.database.asInstallation((tx) => selectEndingKeys(tx, now, before));
  for (const { workspaceId, id } of ending) {
    await platform.database.inWorkspace(workspaceId, async (tx) => {
      const key = await lockApiKey(tx, workspaceId, id);
      if (!key || key.revokedAt) return;
      const days = warningDue(key.expiresAt, key.expiryWarned, now);
      if (days === undefined) return;
      const expiresAt = key.expiresAt.toISOString();
      await updateApiKey(tx, workspaceId, id, { expiryWarned: { expiresAt, days } });
      await audit(
        tx,
        { kind: 'system', workspaceId, name: 'people' },
        {
          action: 'key.expiry-warned',
          subjectKind: 'key',
          subjectId: id,
          details: { name: key.name, days },
        },
      );
      if (platform.config.mail) await platform.jobs.send(tx, KEY_MAIL_JOB, { workspaceId, id, expiresAt });
    });
  }
};

const DataSchema = z.object({ workspaceId: z.string(), id: z.string(), expiresAt: z.iso.datetime() });

export const keyMailJob = (platform: Ground): JobDefinition => ({
  name: KEY_MAIL_JOB,
  retries: 10,
  handle: async (data) => {
    const asked = DataSchema.safeParse(data).data;
    const mail = asked && (await writeMail(platform, asked));
    if (mail && !(await sendSystemMail(platform, mail))) throw new Error('the mail server did not take it');
  },
});

/** Undefined when it has become needless: rotated or revoked since, or whoever made it has left. */
const writeMail = (platform: Ground, { workspaceId, id, expiresAt }: z.infer<typeof DataSchema>) =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const key = await lockApiKey(tx, workspaceId, id);
    const company = await findWorkspace(tx, workspaceId);
    if (!key || key.revokedAt || !company || key.expiresAt.toISOString() !== expiresAt) return undefined;
    const person = (await selectRecipients(tx, workspaceId)).find((one) => one.personId === key.personId);
    if (!person) return undefined;
    const days = daysUntil(key.expiresAt, platform.clock.now());
    const link = `${platform.config.baseUrl}/${company.slug}/impostazioni/collegamenti`;
    const said = words[person.language === 'en' ? 'en' : 'it'].endingKey(key.name, days, link);
    return { to: person.email, ...said };
  });
