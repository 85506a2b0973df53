import { z } from 'zod';
import {
  findWorkspace,
  listMembers,
  listRecipients,
  type SystemMail,
  sendSystemMail,
} from '../../people/index.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockRule } from '../store/rule-rows.ts';
import { sayPause, words } from '../words.ts';
import { TELL_PAUSED_JOB } from './pause-rule.ts';

const DataSchema = z.object({ workspaceId: z.uuid(), ruleId: z.uuid() });

export type TellOptions = { readonly sendMail?: (mail: SystemMail) => Promise<boolean> };

/** Writes to whoever wrote a rule, or to those who coordinate when they have left, that it has stopped and why. */
export const tellPausedJob = (platform: Platform, options: TellOptions = {}): JobDefinition => ({
  name: TELL_PAUSED_JOB,
  handle: async (data) => {
    const { workspaceId, ruleId } = DataSchema.parse(data);
    const send = options.sendMail ?? ((mail) => sendSystemMail(platform, mail));
    for (const mail of await mailsOf(platform, workspaceId, ruleId)) await send(mail);
  },
});

const mailsOf = (platform: Platform, workspaceId: string, ruleId: string): Promise<readonly SystemMail[]> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const rule = await lockRule(tx, workspaceId, ruleId);
    const workspace = await findWorkspace(tx, workspaceId);
    if (rule?.state !== 'paused' || !rule.pauseReason || !workspace) return [];
    const reason = rule.pauseReason;
    const recipients = await listRecipients(tx, workspaceId);
    const owner = recipients.filter(({ personId }) => personId === rule.ownerId);
    const coordinators = new Set(
      (await listMembers(tx, workspaceId))
        .filter(({ roles }) => roles.includes('coordinator'))
        .map(({ personId }) => personId),
    );
    const told = owner.length > 0 ? owner : recipients.filter(({ personId }) => coordinators.has(personId));
    const address = `${platform.config.baseUrl}/${workspace.slug}/impostazioni/regole/${rule.id}`;
    return told.map(({ email, language }) => {
      const w = words[language === 'en' ? 'en' : 'it'];
      const why = sayPause(reason, language === 'en' ? 'en' : 'it');
      return { to: email, subject: w.subject(rule.name), text: w.mail(rule.name, why, address) };
    });
  });
