import type { Recipient } from '../../people/index.ts';
import { sendSystemMail } from '../../people/index.ts';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import { signWebhook } from '../../platform/http/sign-webhook.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  authorise,
  encryptNotice,
  LONGEST_NOTICE,
  type PushSubscription,
  serverKeysFrom,
} from '../model/web-push.ts';
import { sendTelegram, type TelegramBot } from './telegram.ts';

/** What is sent, whatever the way: a headline, some sentences, and where to look. */
export type Notice = { readonly title: string; readonly text: string; readonly link: string };

/** `again`: it may go better later. `gone`: nobody is there any more. */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'again'; readonly problem: string; readonly afterS?: number }
  | { readonly kind: 'gone' | 'refused'; readonly problem: string };

export const mailNotice = async (
  platform: Pick<Platform, 'config' | 'log'>,
  { email }: Pick<Recipient, 'email'>,
  { title, text, link }: Notice,
): Promise<Sent> => {
  if (!platform.config.mail) return { kind: 'refused', problem: 'no-mail-server' };
  const isSent = await sendSystemMail(platform, { to: email, subject: title, text: `${text}\n\n${link}\n` });
  return isSent ? { kind: 'sent' } : { kind: 'again', problem: 'mail-server' };
};

export const telegramNotice = async (bot: TelegramBot, chat: string, notice: Notice): Promise<Sent> => {
  const sent = await sendTelegram(bot, chat, `${notice.title}\n\n${notice.text}\n\n${notice.link}`);
  if (sent.ok) return { kind: 'sent' };
  if (sent.error.kind === 'busy') return { kind: 'again', problem: 'busy', afterS: sent.error.retryAfterS };
  if (sent.error.kind === 'unreachable') return { kind: 'again', problem: 'unreachable' };
  return { kind: 'refused', problem: `telegram-${sent.error.status}` };
};

/** Over the browser maker's service: it sees that there is a notice, not what it says. */
export const pushNotice = async (
  platform: Pick<Platform, 'http' | 'sealer' | 'config' | 'clock'>,
  device: PushSubscription & { readonly serverKey: string },
  { title, text, link }: Notice,
): Promise<Sent> => {
  const keys = platform.sealer
    .deriveKeys('alerts:web-push')
    .map(serverKeysFrom)
    .find(({ publicKey }) => publicKey === device.serverKey);
  if (!keys) return { kind: 'gone', problem: 'other-key' };
  const body = encryptNotice(
    device,
    JSON.stringify({ title, text: text.slice(0, LONGEST_NOTICE / 4), link }),
  );
  const response = await platform.http.request(device.endpoint, {
    method: 'POST',
    headers: {
      authorization: authorise(keys, device.endpoint, platform.config.baseUrl, platform.clock.now()),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(24 * 3600),
      urgency: 'high',
    },
    body: new Uint8Array(body),
    redirect: 'manual',
    maxBytes: 100_000,
  });
  if (!response.ok) return { kind: 'again', problem: response.error.kind };
  return judge(response.value.status, response.value.headers);
};

export const webhookNotice = async (
  http: GuardedFetch,
  webhook: { readonly url: string; readonly secret: string },
  message: { readonly id: string; readonly at: Date; readonly body: string },
): Promise<Sent> => {
  const response = await http.request(webhook.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signWebhook(webhook.secret, message) },
    body: message.body,
    redirect: 'manual',
    timeoutMs: 20_000,
    maxBytes: 100_000,
  });
  if (!response.ok) return { kind: 'again', problem: response.error.kind };
  const { status, headers } = response.value;
  // "Gone" asks to stop; any other answer but a success is to be tried again (Standard Webhooks).
  if (status === 410) return { kind: 'gone', problem: 'http-410' };
  const judged = judge(status, headers);
  return judged.kind === 'sent' ? judged : { kind: 'again', problem: `http-${status}` };
};

const judge = (status: number, headers: Headers): Sent => {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 404 || status === 410) return { kind: 'gone', problem: `http-${status}` };
  if (status < 500 && status !== 429) return { kind: 'refused', problem: `http-${status}` };
  const asked = Number(headers.get('retry-after'));
  return { kind: 'again', problem: `http-${status}`, ...(asked > 0 ? { afterS: asked } : {}) };
};
