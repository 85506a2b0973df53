import type { Platform } from '../../platform/platform.ts';
import { words } from '../words.ts';
import { sendSystemMail } from './send-system-mail.ts';

/** The mail with the link to choose a new password, in the language of the account's owner. */
export const sendPasswordMail =
  (platform: Pick<Platform, 'config' | 'log'>) =>
  async ({ user, token }: { user: { name: string; email: string }; token: string }): Promise<void> => {
    const language = 'language' in user && user.language === 'en' ? 'en' : 'it';
    const link = `${platform.config.baseUrl}/nuova-password/${token}`;
    await sendSystemMail(platform, { to: user.email, ...words[language].password(user.name, link) });
  };
