import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, PushDelivery, PushReading, PushRequest, PushVerdict } from '../contract.ts';
import { isSameSecret } from '../doors/signatures.ts';
import { textDigest } from '../text-digest.ts';
import type { BotFailure } from './call-bot.ts';
import { ask, type TelegramContext } from './client.ts';
import { contextOf, learnOwnChats } from './context-of.ts';
import { WANTED } from './entities.ts';
import { rawItemOf } from './read-raw.ts';

/** https://core.telegram.org/bots/api#setwebhook: the header carries the `secret_token` that we gave, which is the door's own. */
export const acceptTelegram = ({ door }: TelegramContext, request: PushRequest): PushVerdict => {
  const { method, path, headers } = request;
  if (path !== '') return { kind: 'answer', answer: { status: 404 } };
  if (method !== 'POST') return { kind: 'answer', answer: { status: 405, headers: { allow: 'POST' } } };
  const given = headers['x-telegram-bot-api-secret-token'];
  const tokens = door ? [door.token, ...door.earlierTokens] : [];
  const isTelegram = tokens.map((token) => isSameSecret(given, token)).includes(true);
  return isTelegram ? { kind: 'keep' } : { kind: 'answer', answer: { status: 401 } };
};

/** One update a request. */
export const readTelegramDelivery = async (
  context: TelegramContext,
  { rawBody }: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  const update = parse(rawBody);
  if (typeof update !== 'object' || update === null) return ok({ items: [], refusal: 'not-an-update' });
  const ownChats = await learnOwnChats(context, [update]);
  return ok({ items: [rawItemOf(update, contextOf(context, ownChats))] });
};

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

/** "Ports currently supported for webhooks: 443, 80, 88, 8443" (#setwebhook); a server of one's own takes any address (#using-a-local-bot-api-server). */
const ports = new Set(['', '443', '80', '88', '8443']);

/** Whether Telegram could bring us what comes: webhooks and asking exclude each other there (#getupdates). */
export const canBeBrought = ({ door, settings }: Pick<TelegramContext, 'door' | 'settings'>): boolean => {
  const url = settings.way === 'auto' && door ? URL.parse(door.url) : null;
  if (!url) return false;
  const isTheirs = URL.parse(settings.apiUrl)?.hostname === 'api.telegram.org';
  return !isTheirs || (url.protocol === 'https:' && ports.has(url.port) && url.hostname.includes('.'));
};

/** What `getWebhookInfo` does not tell: with which secret it was set. */
export const markOf = (context: TelegramContext): string =>
  textDigest(context.door?.url, context.door?.token, WANTED).slice(0, 22);

const InfoSchema = z.object({
  url: z.string().catch(''),
  pending_update_count: z.number().catch(0),
  last_error_date: z.number().optional().catch(undefined),
});
export type WebhookInfo = z.infer<typeof InfoSchema>;

export const readWebhook = (context: TelegramContext): Promise<Result<WebhookInfo, BotFailure>> =>
  ask(context, 'getWebhookInfo', {}, InfoSchema);

/** Has everything brought to our door from now on; what waits at Telegram comes along. */
export const setWebhook = async (context: TelegramContext): Promise<Result<unknown, BotFailure>> => {
  const set = await ask(
    context,
    'setWebhook',
    {
      url: context.door?.url,
      secret_token: context.door?.token,
      allowed_updates: WANTED,
      max_connections: 10,
    },
    z.literal(true),
  );
  if (set.ok) await context.keepPushState?.({ webhook: markOf(context) });
  return set;
};

/** Nothing that waits is dropped: the next to ask gets it (`drop_pending_updates` stays false). */
export const removeWebhook = async (context: TelegramContext): Promise<Result<unknown, BotFailure>> => {
  const removed = await ask(context, 'deleteWebhook', {}, z.literal(true));
  if (removed.ok) await context.keepPushState?.({ webhook: null });
  return removed;
};

/** Telegram stops bringing what nobody takes any more. Another program's address is left where it is. */
export const leaveTelegram = async (context: TelegramContext): Promise<void> => {
  const info = await readWebhook(context);
  const isOurs = info.ok && context.door !== undefined && info.value.url === context.door.url;
  if (isOurs) await ask(context, 'deleteWebhook', {}, z.literal(true));
};
