import type { Json } from '../contract.ts';
import type { TelegramContext } from './client.ts';
import { messageOf, UpdateSchema } from './entities.ts';

/** What `normalise` needs to know besides an update. */
export const contextOf = (
  context: TelegramContext,
  ownChats: readonly string[],
): Readonly<Record<string, string>> => ({
  botId: (context.account?.nativeId ?? '').replace(/^user:/, ''),
  botName: (context.account?.handle ?? '').replace(/^@/, ''),
  ownChats: ownChats.join(' '),
  fetchedAt: context.clock.now().toISOString(),
});

const OWN_CHATS = 'ownChats';

/**
 * The channels in which the bot is an admin: their posts are ours, and what they say in their discussion group too. Known by the posts
 * that come from them, and remembered.
 */
export const learnOwnChats = async (
  context: TelegramContext,
  updates: readonly unknown[],
): Promise<readonly string[]> => {
  const kept = context.pushState?.[OWN_CHATS];
  const known = Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  const met = updates.flatMap((document) => {
    const update = UpdateSchema.safeParse(document).data;
    const post = update && (update.channel_post ?? update.edited_channel_post);
    const copied = update && messageOf(update);
    const origin = copied?.is_automatic_forward ? copied.forward_origin?.chat?.id : undefined;
    return [post?.chat.id, origin].filter((id) => id !== undefined).map(String);
  });
  const all = [...new Set([...known, ...met])].slice(0, 100);
  if (all.length > known.length) await context.keepPushState?.({ [OWN_CHATS]: all as Json });
  return all;
};
