import { cleanLine } from '../clean-words.ts';
import type { Author } from '../events.ts';
import type { TelegramChat, TelegramUser } from './entities.ts';

type Someone = { readonly from?: TelegramUser | undefined; readonly sender_chat?: TelegramChat | undefined };

/** Who speaks: a person, or a chat where somebody speaks in its name (https://core.telegram.org/bots/api#message, `sender_chat`). */
export const authorOf = ({ from, sender_chat: chat }: Someone, fallback: TelegramChat): Author =>
  chat || !from ? chatAuthor(chat ?? fallback) : userAuthor(from);

export const userAuthor = (user: TelegramUser): Author => ({
  nativeId: `user:${user.id}`,
  ...named(user.first_name, user.last_name),
  ...reached(user.username),
});

export const chatAuthor = (chat: TelegramChat): Author => ({
  nativeId: `chat:${chat.id}`,
  ...(chat.title ? named(chat.title) : named(chat.first_name, chat.last_name)),
  ...reached(chat.username),
});

const named = (...parts: readonly (string | undefined)[]) => {
  const name = cleanLine(parts.filter(Boolean).join(' '), 200);
  return name ? { name } : {};
};

const reached = (username: string | undefined) =>
  username && isUsername(username) ? { handle: `@${username}`, url: `https://t.me/${username}` } : {};

export const isUsername = (text: string): boolean => /^[A-Za-z]\w{2,40}$/.test(text);
