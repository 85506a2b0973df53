import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Item, RawItem } from '../events.ts';
import { placeName, placeOf } from '../place-of.ts';
import { fittingId } from '../text-digest.ts';
import type { TelegramMessage } from './entities.ts';
import { instantOf } from './instant.ts';
import { messageId, nativeIdOf } from './message-id.ts';
import { linksOf, mediaOf, mentionsBot, textOf } from './message-parts.ts';
import { authorOf, isUsername } from './people.ts';

/** A message as an item; undefined for what nobody said (somebody joined, a picture of the group changed). */
export const messageItem = (
  raw: RawItem,
  message: TelegramMessage,
  isChannelPost: boolean,
): Item | undefined => {
  const media = mediaOf(message);
  const text = textOf(message);
  if (text === '' && media.length === 0) return undefined;
  const ours = isOurs(raw, message, isChannelPost);
  const saidAt = instantOf(message.date, raw.context.fetchedAt);
  const editedAt = instantOf(message.edit_date, raw.context.fetchedAt);
  const quoted = cleanBody(message.quote?.text ?? '');
  const url = addressOf(message);
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: formOf(message, isChannelPost),
    visibility: isPrivate(message) ? 'direct' : message.chat.username ? 'public' : 'followers',
    author: authorOf(message, message.chat),
    ours,
    addressed: !ours && isAddressed(raw, message),
    ...(message.from?.is_bot && !message.sender_chat ? { automatic: 'auto-reply' } : {}),
    text,
    ...placeOf({
      name: placeName(message.venue?.title, message.venue?.address),
      latitude: message.location?.latitude,
      longitude: message.location?.longitude,
    }),
    ...(quoted ? { quoted } : {}),
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...(editedAt ? { editedAt } : {}),
    ...threadOf(message),
    links: linksOf(message),
    media,
    replyContext: {
      chatId: String(message.chat.id),
      messageId: String(message.message_id),
      chatType: cleanLine(message.chat.type, 40),
      ...(message.is_topic_message && message.message_thread_id !== undefined
        ? { threadId: String(message.message_thread_id) }
        : {}),
    },
  };
};

const isPrivate = ({ chat }: TelegramMessage): boolean => chat.type === 'private';

/** Posts of a channel reach a bot only where it is an admin; in the discussion group the channel speaks by copies of its posts, or in its own name. */
const isOurs = (raw: RawItem, message: TelegramMessage, isChannelPost: boolean): boolean => {
  const { botId, ownChats = '' } = raw.context;
  const speaker = message.sender_chat?.id;
  return (
    isChannelPost ||
    message.is_automatic_forward === true ||
    (botId !== undefined && String(message.from?.id) === botId) ||
    (speaker !== undefined && ownChats.split(' ').includes(String(speaker)))
  );
};

const isAddressed = (raw: RawItem, message: TelegramMessage): boolean => {
  const { botId, botName, ownChats = '' } = raw.context;
  const answered = message.reply_to_message;
  const speaker = answered?.sender_chat?.id;
  return (
    isPrivate(message) ||
    answered?.is_automatic_forward === true ||
    (botId !== undefined && String(answered?.from?.id) === botId) ||
    (speaker !== undefined && ownChats.split(' ').includes(String(speaker))) ||
    (botName !== undefined && botName !== '' && mentionsBot(message, botName))
  );
};

const formOf = (message: TelegramMessage, isChannelPost: boolean): Item['form'] => {
  if (isPrivate(message)) return 'message';
  if (isChannelPost || message.is_automatic_forward) return 'post';
  const answered = message.reply_to_message;
  if (answered?.is_automatic_forward || isUnderPost(message)) return 'comment';
  return answered ? 'reply' : 'post';
};

/** In a discussion group the thread of a message is the post under which it stands; topics of a forum are threads as well, and no posts. */
const isUnderPost = ({ message_thread_id: thread, is_topic_message: topic }: TelegramMessage): boolean =>
  thread !== undefined && topic !== true;

/** The message answered, and what holds a private conversation or the comments under a post together. */
const threadOf = (message: TelegramMessage): Pick<Item, 'parentNativeId' | 'rootNativeId' | 'references'> => {
  const { chat, reply_to_message: answered, message_thread_id: thread } = message;
  const parent = answered && fittingId(nativeIdOf(answered));
  const underPost = isUnderPost(message) && thread !== undefined ? messageId(chat.id, thread) : undefined;
  const isCopy = message.is_automatic_forward && message.forward_origin?.chat;
  const references = [
    ...(isPrivate(message) ? [`chat:${chat.id}`] : []),
    ...(underPost ? [underPost] : []),
    ...(isCopy || (answered?.is_automatic_forward && !underPost)
      ? [messageId(chat.id, isCopy ? message.message_id : (answered?.message_id ?? 0))]
      : []),
  ];
  return {
    ...(parent ? { parentNativeId: parent } : {}),
    ...(answered?.is_automatic_forward && parent ? { rootNativeId: parent } : {}),
    references,
  };
};

/** https://core.telegram.org/api/links: of public chats for everybody, of private supergroups and channels for their members. */
const addressOf = ({ chat, message_id: id }: TelegramMessage): string | undefined => {
  if (chat.type === 'private') return undefined;
  if (chat.username && isUsername(chat.username)) return `https://t.me/${chat.username}/${id}`;
  const inner = /^-100(\d{5,})$/.exec(String(chat.id))?.[1];
  return inner ? `https://t.me/c/${inner}/${id}` : undefined;
};
