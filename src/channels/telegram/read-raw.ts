import type { RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { MessageSchema, messageOf, type TelegramMessage, UpdateSchema } from './entities.ts';
import { messageId, nativeIdOf } from './message-id.ts';

export const TELEGRAM_TYPE = 'application/vnd.passaparola.telegram+json';

/**
 * JSON as the Bot API has it: one update (what a webhook brings), a list, an answer (`result`), JSON lines, or a bare message. `context`:
 * `botId`, `botName` (without @), `ownChats` (ids of our own channels, separated by spaces), `fetchedAt`. Total.
 */
export const readRawTelegram = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return [];
  const items = documentsIn(text)
    .slice(0, 10_000)
    .map((document) => rawItemOf(document, context));
  return [...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values()];
};

/** One update as a raw item. The same message is the same item, whichever way it came. */
export const rawItemOf = (document: unknown, context: Readonly<Record<string, string>>): RawItem => {
  const message = MessageSchema.safeParse(document).data;
  const whole = message ? { update_id: 0, message: document } : document;
  const body = storable(JSON.stringify(whole) ?? 'null');
  return {
    ...identityOf(whole, body),
    contentType: TELEGRAM_TYPE,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(
      Object.entries(context).map(([name, value]) => [storable(name), storable(value)]),
    ),
  };
};

const identityOf = (document: unknown, body: string): Pick<RawItem, 'nativeId' | 'revision'> => {
  const update = UpdateSchema.safeParse(document).data;
  const message = update && messageOf(update);
  if (message) return { nativeId: fittingId(nativeIdOf(message)), revision: revisionOf(message) };
  const reaction = update?.message_reaction;
  if (reaction) {
    const who = reaction.user?.id ?? reaction.actor_chat?.id ?? 0;
    return {
      nativeId: `reaction:${messageId(reaction.chat.id, reaction.message_id)}:${who}`,
      revision: textDigest(reaction.date, reaction.new_reaction),
    };
  }
  if (update) return { nativeId: `update:${update.update_id}`, revision: textDigest(body) };
  return { nativeId: `digest:${textDigest(body)}`, revision: textDigest(body) };
};

/** Changes with what people read. */
export const revisionOf = (message: TelegramMessage): string =>
  textDigest(
    message.edit_date,
    message.text ?? message.caption,
    message.photo?.at(-1)?.file_unique_id,
    [message.video, message.document, message.voice, message.audio].map((file) => file?.file_unique_id),
    message.poll,
  );

const documentsIn = (text: string): readonly unknown[] => {
  const whole = parse(text);
  if (whole === undefined) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1 && text.startsWith('{')
      ? lines.map((line) => parse(line) ?? line.slice(0, 4_096))
      : [text.slice(0, 4_096)];
  }
  if (Array.isArray(whole)) return whole;
  const result = typeof whole === 'object' && whole !== null && 'result' in whole ? whole.result : undefined;
  return Array.isArray(result) ? result : [whole];
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
