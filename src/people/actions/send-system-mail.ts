import { createTransport } from 'nodemailer';
import type { Platform } from '../../platform/platform.ts';

export type SystemMail = { readonly to: string; readonly subject: string; readonly text: string };

const PATIENCE_MS = 10_000;

/**
 * Sends a mail in the installation's own name. False when no server is configured or it did not take the mail:
 * whoever asked can still hand over the link themselves, so this never throws.
 */
export const sendSystemMail = async (
  { config, log }: Pick<Platform, 'config' | 'log'>,
  mail: SystemMail,
): Promise<boolean> => {
  if (!config.mail) return false;
  const transport = createTransport({
    url: config.mail.smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.sendMail({
      ...mail,
      from: config.mail.from,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return true;
  } catch (error) {
    log.warn(
      { reason: (error as { code?: string }).code ?? 'unknown' },
      'the mail server did not take a mail',
    );
    return false;
  } finally {
    transport.close();
  }
};
