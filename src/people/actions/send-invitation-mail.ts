import type { Language } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Member } from '../model/actor.ts';
import type { Workspace } from '../store/workspaces.ts';
import { words } from '../words.ts';
import type { Invited } from './invite.ts';
import { sendSystemMail } from './send-system-mail.ts';

/** Sends the link to the invited address in the inviter's language; false when it has to be handed over by hand. */
export const sendInvitationMail = (
  platform: Pick<Platform, 'config' | 'log'>,
  facts: {
    readonly by: Member;
    readonly workspace: Pick<Workspace, 'name' | 'timeZone'>;
    readonly invited: Invited;
    readonly link: string;
    readonly language: Language;
  },
): Promise<boolean> => {
  const { by, workspace, invited, link, language } = facts;
  const until = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: workspace.timeZone,
  }).format(invited.expiresAt);
  const mail = words[language].invitation(by.name, workspace.name, link, until);
  return sendSystemMail(platform, { to: invited.email, ...mail });
};
