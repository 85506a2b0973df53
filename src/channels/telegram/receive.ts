import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json } from '../contract.ts';
import type { RawItem } from '../events.ts';
import type { BotFailure } from './call-bot.ts';
import { ask, type TelegramContext } from './client.ts';
import { contextOf, learnOwnChats } from './context-of.ts';
import { takeEchoes } from './echoes.ts';
import { WANTED } from './entities.ts';
import { rawItemOf } from './read-raw.ts';
import { canBeBrought, markOf, readWebhook, removeWebhook, setWebhook } from './webhook.ts';

const CursorSchema = z.object({
  /** The first update that we do not have; asking with it tells Telegram that we have those before. */
  offset: z.number().int().optional(),
  /** When the webhook was last looked at, and whether Telegram could not bring what waits there then. */
  lookedAt: z.string().optional(),
  failing: z.boolean().optional(),
  /** Until when we ask although Telegram should bring. */
  askUntil: z.string().optional(),
  /** Our own messages that were handed over and may be forgotten. */
  echoed: z.array(z.string()).catch([]).default([]),
});
type Cursor = z.infer<typeof CursorSchema>;

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 5 * MINUTE_MS;
/** Long enough for what waited to arrive, and for a proxy to be mended. */
const ASK_FOR_MS = 15 * MINUTE_MS;
const LIMIT = 100;
/** Seconds that a question stays open until something comes. */
const WAIT_S = 20;

/**
 * Either Telegram brings (then this only looks after the webhook: still ours, nothing stuck) or we ask. What a webhook could not
 * bring stays at Telegram for a day: when it is stuck, the webhook is taken away, what waits is asked for, and the webhook is set again.
 */
export const pollTelegram = async (
  context: TelegramContext,
  given: Json,
): Promise<Result<Batch, ChannelProblem>> => {
  const cursor = CursorSchema.safeParse(given).data ?? { echoed: [] };
  const echoes = await takeEchoes(context, cursor.echoed);
  const now = context.clock.now().getTime();
  const isAsking = cursor.askUntil !== undefined && Date.parse(cursor.askUntil) > now;
  const next = canBeBrought(context) && !isAsking ? tend(context, cursor) : askForUpdates(context, cursor);
  const batch = await next;
  // Our own words do not wait for Telegram to answer.
  if (!batch.ok && echoes.items.length === 0) return err(batch.error.problem);
  const { items, place, more } = batch.ok ? batch.value : { items: [], place: cursor, more: false };
  return ok({
    items: [...echoes.items, ...items],
    cursor: JSON.parse(JSON.stringify({ ...place, echoed: echoes.names })) as Json,
    ...(more ? { more } : {}),
  });
};

type Step = { readonly items: readonly RawItem[]; readonly place: Cursor; readonly more: boolean };

const tend = async (context: TelegramContext, cursor: Cursor): Promise<Result<Step, BotFailure>> => {
  const now = context.clock.now().getTime();
  const isSet = context.pushState?.webhook === markOf(context);
  const { askUntil: _, ...kept } = cursor;
  const nothing = (place: Cursor) => ok({ items: [], place, more: false });
  if (isSet && cursor.lookedAt && Date.parse(cursor.lookedAt) + LOOK_EVERY_MS > now) return nothing(cursor);
  const info = await readWebhook(context);
  if (!info.ok) return info;
  const lookedAt = new Date(now).toISOString();
  if (!isSet || info.value.url !== context.door?.url) {
    const set = await setWebhook(context);
    return set.ok ? nothing({ ...kept, lookedAt, failing: false }) : set;
  }
  const { pending_update_count: waiting, last_error_date: failedAt = 0 } = info.value;
  const failing = waiting > 0 && failedAt * 1_000 > now - 2 * LOOK_EVERY_MS;
  if (!failing || !cursor.failing) return nothing({ ...kept, lookedAt, failing });
  context.log.warn({ waiting }, 'Telegram does not reach us: what waits there is asked for');
  const removed = await removeWebhook(context);
  if (!removed.ok) return removed;
  const askUntil = new Date(now + ASK_FOR_MS).toISOString();
  return askForUpdates(context, { ...kept, lookedAt, failing: false, askUntil });
};

const UpdatesSchema = z.array(z.unknown());
const NumberedSchema = z.object({ update_id: z.number().int() });

/** https://core.telegram.org/bots/api#getupdates: what came before `offset` is forgotten there, so it moves only when its updates are ours. */
const askForUpdates = async (context: TelegramContext, cursor: Cursor): Promise<Result<Step, BotFailure>> => {
  const question = {
    ...(cursor.offset === undefined ? {} : { offset: cursor.offset }),
    ...{ limit: LIMIT, timeout: WAIT_S, allowed_updates: WANTED },
  };
  const answer = await ask(context, 'getUpdates', question, UpdatesSchema, {
    timeoutMs: (WAIT_S + 15) * 1_000,
  });
  if (!answer.ok) return isWebhookInTheWay(answer.error) ? afterRemoval(context, cursor) : answer;
  const updates = answer.value;
  const ownChats = await learnOwnChats(context, updates);
  const known = contextOf(context, ownChats);
  const last = Math.max(-1, ...updates.flatMap((one) => NumberedSchema.safeParse(one).data?.update_id ?? []));
  const place = last >= 0 ? { ...cursor, offset: last + 1 } : cursor;
  return ok({
    items: updates.map((one) => rawItemOf(one, known)),
    place,
    more: updates.length > 0 && last >= 0,
  });
};

/** "Conflict: can't use getUpdates method while webhook is active": an older one, of ours or of another program, whose place we take. */
const isWebhookInTheWay = ({ code, description }: BotFailure): boolean =>
  code === 409 && /webhook/i.test(description);

const afterRemoval = async (context: TelegramContext, cursor: Cursor): Promise<Result<Step, BotFailure>> => {
  const removed = await removeWebhook(context);
  return removed.ok ? ok({ items: [], place: cursor, more: true }) : removed;
};
