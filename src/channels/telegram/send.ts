import { z } from 'zod';
import type { ChannelProblem, Json, Receipt } from '../contract.ts';
import type { BotFailure } from './call-bot.ts';
import { ask, type TelegramContext, type TelegramSendContext } from './client.ts';
import type { TelegramPayload } from './compose.ts';
import { keepEcho } from './echoes.ts';
import { MessageSchema } from './entities.ts';
import { fileName, jsonField } from './form-fields.ts';
import { messageId } from './message-id.ts';
import { messageItem } from './message-item.ts';
import { rawItemOf } from './read-raw.ts';

/**
 * Sends once. Telegram has no key that would make a second sending the same, and no way for a bot to look for what it said: an unknown
 * end stays one, and a person looks.
 */
export const sendTelegramMessage = async (
  context: TelegramSendContext,
  payload: TelegramPayload,
): Promise<Receipt> => {
  const chat = payload.answers?.chatId ?? context.settings.publishTo;
  if (chat === '') return { state: 'rejected', problem: nowhere };
  const { method, body } = await callFor(context, payload, movedTo(context, chat));
  const sent = await ask(context, method, body, SentSchema, { timeoutMs: 60_000 });
  if (!sent.ok) return afterFailure(context, chat, sent.error);
  const document = Array.isArray(sent.value) ? sent.value[0] : sent.value;
  const message = MessageSchema.safeParse(document).data;
  if (!message) return { state: 'unknown', detail: 'Telegram took it, and did not say which message it is' };
  const nativeId = messageId(message.chat.id, message.message_id);
  await keepEcho(context, nativeId, document);
  const url = messageItem(rawItemOf(document, {}), message, false)?.url;
  return { state: 'published', nativeId, ...(url ? { url } : {}) };
};

const SentSchema = z.union([z.array(z.unknown()).min(1), z.looseObject({})]);

const nowhere: ChannelProblem = {
  kind: 'misconfigured',
  field: 'publishTo',
  detail: 'no channel or group was named for posts of our own',
};

/** #sendmessage, #sendphoto or #sendmediagroup. */
const callFor = async (context: TelegramSendContext, payload: TelegramPayload, chat: string) => {
  const place = { chat_id: chat, ...answering(payload.answers, chat) };
  const [first] = payload.media;
  if (!first) return { method: 'sendMessage', body: { ...place, text: payload.text } };
  const form = new FormData();
  for (const [name, value] of Object.entries(place)) form.set(name, jsonField(value));
  const isAlbum = payload.media.length > 1;
  const names = payload.media.map((one, at) => fileName(one.mimeType, at));
  for (const [at, one] of payload.media.entries()) {
    const bytes = new Uint8Array(await context.loadMedia(one.id));
    const field = isAlbum ? `picture${at}` : 'photo';
    form.set(field, new Blob([bytes], { type: one.mimeType }), names[at]);
  }
  if (!isAlbum) {
    if (payload.text) form.set('caption', payload.text);
    return { method: 'sendPhoto', body: form };
  }
  const album = payload.media.map((_, at) => ({
    type: 'photo',
    media: `attach://picture${at}`,
    ...(at === 0 && payload.text ? { caption: payload.text } : {}),
  }));
  form.set('media', JSON.stringify(album));
  return { method: 'sendMediaGroup', body: form };
};

/**
 * #replyparameters. In a group an answer to what is no longer there would speak to everybody: it is refused. In private there is
 * nobody else. After a group has moved the old message ids mean nothing.
 */
const answering = (answers: TelegramPayload['answers'], chat: string): Readonly<Record<string, unknown>> => {
  if (!answers) return {};
  const thread = answers.threadId === undefined ? {} : { message_thread_id: answers.threadId };
  if (chat !== answers.chatId) return thread;
  return {
    ...thread,
    reply_parameters: {
      message_id: answers.messageId,
      allow_sending_without_reply: answers.isPrivate,
    },
  };
};

/** Groups that became supergroups, by their old number. */
const MOVED = 'moved';

const movedTo = ({ pushState }: TelegramContext, chat: string): string => {
  const moved = z.record(z.string(), z.string()).safeParse(pushState?.[MOVED]).data ?? {};
  return moved[chat] ?? chat;
};

const afterFailure = async (
  context: TelegramContext,
  chat: string,
  failure: BotFailure,
): Promise<Receipt> => {
  const { problem, effect, description } = failure;
  if (problem.kind === 'moved') {
    const known = z.record(z.string(), z.string()).safeParse(context.pushState?.[MOVED]).data ?? {};
    await context.keepPushState?.({ [MOVED]: { ...known, [chat]: problem.to } as Json });
  }
  if (effect === 'none') return { state: 'not-sent', problem };
  if (effect === 'unknown') return { state: 'unknown', detail: problem.detail };
  return { state: 'rejected', problem: inKind(problem, description) };
};

/** What a 400 says in words only. */
const inKind = (problem: ChannelProblem, description: string): ChannelProblem => {
  if (problem.kind !== 'bad-response') return problem;
  const { detail } = problem;
  if (/chat not found|replied not found|thread not found/i.test(description)) return { kind: 'gone', detail };
  if (/rights|not a member|CHAT_WRITE_FORBIDDEN/i.test(description)) return { kind: 'forbidden', detail };
  return { kind: 'misconfigured', field: 'text', detail };
};
