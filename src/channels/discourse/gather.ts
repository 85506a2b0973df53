import type { ReceiveTargets } from '../contract.ts';
import type { RawItem } from '../events.ts';
import type { DiscourseContext } from './client.ts';
import { contextOf } from './context-of.ts';
import type { Cursor, Known } from './cursor.ts';
import { PostSchema } from './entities.ts';
import { postItem } from './post-item.ts';
import { rawItemOf } from './read-raw.ts';

/** Gathers what comes in as raw items, and remembers those that concern us, to look at again. */
export const createGathering = (context: DiscourseContext, begun: Cursor, targets: ReceiveTargets) => {
  const base = contextOf(context);
  const items: RawItem[] = [];
  const known = new Map(begun.known.map((one) => [keyOf(one.topicId, one.number), one]));

  /** A post as it came; what we hold in this very form is passed over. */
  const take = (document: unknown, extra: Readonly<Record<string, string>> = {}): void => {
    const post = PostSchema.safeParse(document).data;
    const raw = rawItemOf(document, { ...base, ...extra });
    if (!post) {
      items.push(raw);
      return;
    }
    const key = keyOf(post.topic_id, post.post_number);
    const held = known.get(key);
    if (held?.revision === raw.revision && !held.missed) return;
    if (held?.revision !== raw.revision) items.push(raw);
    if (!concerns(raw, post)) return;
    known.delete(key);
    if (raw.revision !== 'deleted') {
      known.set(key, {
        id: post.id,
        topicId: post.topic_id,
        number: post.post_number,
        revision: raw.revision,
      });
    }
  };

  const concerns = (raw: RawItem, post: Parameters<typeof postItem>[1]): boolean => {
    const item = postItem(raw, post);
    return (
      context.settings.keepAll ||
      item.ours ||
      item.addressed ||
      targets.wants([item.title, item.text].filter(Boolean).join('\n'))
    );
  };

  const remove = ({ topicId, number }: Known): void => {
    items.push(
      rawItemOf({ deleted: true, topic_id: topicId, post_number: number, deletedAt: base.fetchedAt }, base),
    );
    known.delete(keyOf(topicId, number));
  };

  const miss = (one: Known): void => {
    known.set(keyOf(one.topicId, one.number), { ...one, missed: true });
  };

  const has = (topicId: number, number: number): boolean =>
    known.has(keyOf(topicId, number)) ||
    items.some((item) => item.nativeId.endsWith(`/t/${topicId}/${number}`));

  return { items, known, take, remove, miss, has };
};
export type Gathering = ReturnType<typeof createGathering>;

const keyOf = (topicId: number, number: number): string => `${topicId}/${number}`;
