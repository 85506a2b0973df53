import type { Json } from '../contract.ts';
import type { RawItem } from '../events.ts';
import type { TelegramContext } from './client.ts';
import { contextOf } from './context-of.ts';
import { rawItemOf } from './read-raw.ts';

/**
 * Telegram never tells a bot what the bot itself said, yet the next person answers just that. What was sent waits in the
 * connection's own memory, under a name of its own, until a poll has handed it over like any message.
 */
const PREFIX = 'sent ';
const MOST = 200;

export const keepEcho = async (
  context: TelegramContext,
  nativeId: string,
  message: unknown,
): Promise<void> => {
  const waiting = Object.keys(context.pushState ?? {}).filter((name) => name.startsWith(PREFIX));
  if (waiting.length >= MOST) return;
  await context.keepPushState?.({ [`${PREFIX}${nativeId}`]: message as Json });
};

/** Those that were handed over the last time are ours by now, and forgotten here. */
export const takeEchoes = async (
  context: TelegramContext,
  handedOver: readonly string[],
): Promise<{ readonly items: readonly RawItem[]; readonly names: readonly string[] }> => {
  const waiting = Object.entries(context.pushState ?? {}).filter(([name]) => name.startsWith(PREFIX));
  const done = waiting.filter(([name]) => handedOver.includes(name));
  if (done.length > 0) await context.keepPushState?.(Object.fromEntries(done.map(([name]) => [name, null])));
  const fresh = waiting.filter(([name]) => !handedOver.includes(name));
  const known = contextOf(context, []);
  return {
    items: fresh.map(([, message]) => rawItemOf(message, known)),
    names: fresh.map(([name]) => name),
  };
};
