import { cleanLine } from '../clean-words.ts';
import type { ChannelEvent, RawItem } from '../events.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import { type FediverseNotification, NotificationSchema, RemovalSchema, StatusSchema } from './entities.ts';
import { authorOf } from './people.ts';
import { FEDIVERSE_TYPE } from './read-raw.ts';
import { statusItem } from './status-item.ts';

/** A status, a notification or a removal as the one event that it is. Pure and total. */
export const normaliseFediverse = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== FEDIVERSE_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const document = parse(raw.body);
  const removal = RemovalSchema.safeParse(document).data;
  if (removal) {
    const removedAt = parseDate(removal.deletedAt);
    return [{ kind: 'removed', nativeId: fittingId(removal.uri), ...(removedAt ? { removedAt } : {}) }];
  }
  const status = StatusSchema.safeParse(document).data;
  if (status?.reblog) {
    const repost = {
      type: 'reblog',
      account: status.account,
      status: status.reblog,
      created_at: status.created_at,
    };
    return [reactionOf({ ...repost, id: status.id } as FediverseNotification, raw)];
  }
  if (status) return [{ kind: 'item', item: statusItem(raw, status) }];
  const notice = NotificationSchema.safeParse(document).data;
  return [notice ? reactionOf(notice, raw) : unrecognised(raw, 'neither a status nor a notification')];
};

const reactions: Readonly<Record<string, 'like' | 'repost' | 'follow' | 'other'>> = {
  favourite: 'like',
  reblog: 'repost',
  follow: 'follow',
  follow_request: 'other',
  'pleroma:emoji_reaction': 'other',
  reaction: 'other',
};

/** What else a server has to say (poll ended, account moved, moderation) is no one's words to us. */
const reactionOf = (notice: FediverseNotification, raw: RawItem): ChannelEvent => {
  const reaction = Object.hasOwn(reactions, notice.type) ? reactions[notice.type] : undefined;
  if (!reaction) return unrecognised(raw, `a notification of the kind ${notice.type}`);
  const saidAt = parseDate(notice.created_at, raw.context.fetchedAt);
  return {
    kind: 'reaction',
    reaction,
    author: authorOf(notice.account, raw.context.domain ?? ''),
    ...(notice.status ? { ofNativeId: fittingId(notice.status.uri) } : {}),
    ...(saidAt ? { saidAt } : {}),
  };
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
