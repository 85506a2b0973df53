import { cleanLine } from '../clean-words.ts';
import type { ChannelEvent, RawItem } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import { messageOf, type TelegramMessage, type TelegramReaction, UpdateSchema } from './entities.ts';
import { instantOf } from './instant.ts';
import { messageId } from './message-id.ts';
import { messageItem } from './message-item.ts';
import { chatAuthor, userAuthor } from './people.ts';
import { TELEGRAM_TYPE } from './read-raw.ts';

/** An update as the events that it is. Pure and total. */
export const normaliseTelegram = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== TELEGRAM_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const update = UpdateSchema.safeParse(parse(raw.body)).data;
  if (!update) return [unrecognised(raw, 'not an update')];
  const message = messageOf(update);
  if (message)
    return [messageEvent(raw, message, Boolean(update.channel_post ?? update.edited_channel_post))];
  if (update.message_reaction) return reactionsOf(raw, update.message_reaction);
  return [unrecognised(raw, 'an update of another kind')];
};

const messageEvent = (raw: RawItem, message: TelegramMessage, isChannelPost: boolean): ChannelEvent => {
  // Pressing "Start" is no question: https://core.telegram.org/bots/features#commands
  if (message.chat.type === 'private' && message.from && /^\/start(\s|$)/.test(message.text ?? '')) {
    const saidAt = instantOf(message.date, raw.context.fetchedAt);
    const author = userAuthor(message.from);
    return { kind: 'reaction', reaction: 'follow', author, ...(saidAt ? { saidAt } : {}) };
  }
  if (message.migrate_to_chat_id !== undefined)
    return unrecognised(raw, `the group goes on as ${message.migrate_to_chat_id}`);
  const item = messageItem(raw, message, isChannelPost);
  return item ? { kind: 'item', item } : unrecognised(raw, 'a message that nobody said');
};

/** Signs that mean well, of those that Telegram offers (https://core.telegram.org/bots/api#reactiontypeemoji). */
const kind = new Set([...'👍❤🔥🥰👏😁🎉🤩🙏👌😍🐳💯🤣⚡🏆🍾💋🤗🫡🆒💘😘😎'].map((sign) => sign));

/** What was added since the last time; a sign taken back is no event. */
const reactionsOf = (raw: RawItem, reaction: TelegramReaction): readonly ChannelEvent[] => {
  const before = new Set(reaction.old_reaction.map(({ type, emoji }) => `${type}:${emoji}`));
  const added = reaction.new_reaction.filter(({ type, emoji }) => !before.has(`${type}:${emoji}`));
  const author = reaction.user
    ? userAuthor(reaction.user)
    : reaction.actor_chat && chatAuthor(reaction.actor_chat);
  if (!author || added.length === 0) return [unrecognised(raw, 'a sign taken back')];
  const saidAt = instantOf(reaction.date, raw.context.fetchedAt);
  const isLike = added.some(({ emoji }) => kind.has((emoji ?? '').replace(/\ufe0f/g, '')));
  return [
    {
      kind: 'reaction',
      reaction: isLike ? 'like' : 'other',
      author,
      ofNativeId: fittingId(messageId(reaction.chat.id, reaction.message_id)),
      ...(saidAt ? { saidAt } : {}),
    },
  ];
};

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: raw.nativeId,
  reason: cleanLine(reason),
});

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
