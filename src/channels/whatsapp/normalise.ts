import { cleanLine } from '../clean-words.ts';
import type { ChannelEvent, RawItem } from '../events.ts';
import { unrecognised } from '../meta/raw-document.ts';
import { instantOf, parseJson } from '../meta/tolerant.ts';
import { fittingId } from '../text-digest.ts';
import {
  MessageSchema,
  PartSchema,
  StatusSchema,
  type WhatsappMessage,
  type WhatsappStatus,
} from './documents.ts';
import { authorOf, messageItem } from './message-item.ts';
import { WHATSAPP_TYPE } from './read-raw.ts';

/** A message, a status or a request of deletion as the one event that it is. Pure and total. */
export const normaliseWhatsapp = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== WHATSAPP_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const part = PartSchema.safeParse(parseJson(raw.body)).data;
  if (part?.dataDeletion) return [{ kind: 'erasure-asked', authorNativeId: fittingId(part.dataDeletion) }];
  const status = StatusSchema.safeParse(part?.status).data;
  if (status) return [statusEvent(raw, status)];
  const message = MessageSchema.safeParse(part?.message).data;
  if (!message) return [unrecognised(raw, 'neither a message nor a status')];
  return [messageEvent(raw, message, part ?? {})];
};

const messageEvent = (
  raw: RawItem,
  message: WhatsappMessage,
  { contact, echo }: ReturnType<typeof PartSchema.parse>,
): ChannelEvent => {
  if (message.revoke) {
    const removedAt = instantOf(message.timestamp);
    const nativeId = fittingId(message.revoke.original_message_id);
    return { kind: 'removed', nativeId, ...(removedAt ? { removedAt } : {}) };
  }
  if (message.reaction) return reactionEvent(raw, message, contact);
  if (message.type === 'system') return unrecognised(raw, 'a notice of WhatsApp itself');
  const person = authorOf(message, contact, echo === true);
  if (!person) return unrecognised(raw, 'a message of nobody');
  return { kind: 'item', item: messageItem(raw, message, person, echo === true) };
};

const reactionEvent = (
  raw: RawItem,
  message: WhatsappMessage,
  contact: ReturnType<typeof PartSchema.parse>['contact'],
): ChannelEvent => {
  const author = authorOf(message, contact, false);
  const { message_id: ofNativeId = '', emoji } = message.reaction ?? {};
  // Without an emoji it was taken back.
  if (!author || !emoji || !ofNativeId) return unrecognised(raw, 'a reaction taken back');
  const saidAt = instantOf(message.timestamp);
  return {
    kind: 'reaction',
    reaction: /^(?:👍|❤|♥)/u.test(emoji) ? 'like' : 'other',
    author,
    ofNativeId: fittingId(ofNativeId),
    ...(saidAt ? { saidAt } : {}),
  };
};

const states: Readonly<Record<string, 'sent' | 'delivered' | 'read'>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  /** Of voice messages that were listened to. */
  played: 'read',
};

const statusEvent = (raw: RawItem, status: WhatsappStatus): ChannelEvent => {
  const ofNativeId = fittingId(status.id);
  const at = instantOf(status.timestamp);
  if (status.status === 'failed') {
    const [error] = status.errors ?? [];
    const recipient = cleanLine(status.recipient_user_id ?? status.recipient_id ?? '', 200);
    return {
      kind: 'undelivered',
      ofNativeId,
      ...(recipient ? { recipient } : {}),
      ...(error ? { status: String(error.code) } : {}),
      reason: cleanLine(error?.error_data?.details ?? error?.title ?? 'failed', 300) || 'failed',
    };
  }
  const state = Object.hasOwn(states, status.status) ? states[status.status] : undefined;
  if (!state) return unrecognised(raw, `a status ${cleanLine(status.status, 50)}`);
  return { kind: 'receipt', ofNativeId, state, ...(at ? { at } : {}) };
};
