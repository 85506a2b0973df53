import type { TelegramMessage } from './entities.ts';

/** Message ids mean something in their chat only. */
export const messageId = (chatId: number | string, id: number): string => `${chatId}/${id}`;

export const readMessageId = (
  nativeId: string,
): { readonly chatId: string; readonly id: number } | undefined => {
  const match = /^(-?\d{1,20})\/(\d{1,15})$/.exec(nativeId);
  return match ? { chatId: match[1] ?? '', id: Number(match[2]) } : undefined;
};

type Placed = Pick<TelegramMessage, 'message_id' | 'chat' | 'is_automatic_forward' | 'forward_origin'>;

/** A post of a channel that Telegram copies into the channel's discussion group is that post. */
export const nativeIdOf = (message: Placed): string => {
  const origin = message.is_automatic_forward ? message.forward_origin : undefined;
  return origin?.chat && origin.message_id !== undefined
    ? messageId(origin.chat.id, origin.message_id)
    : messageId(message.chat.id, message.message_id);
};
