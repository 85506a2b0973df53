import { z } from 'zod';
import { listOf } from './tolerant.ts';

/** What receiving itself needs of a view; the rest of it travels on untouched for `normalise`. */
export const PostViewSchema = z.looseObject({
  uri: z.string().startsWith('at://'),
  cid: z.string(),
  author: z.looseObject({ did: z.string() }),
  record: z.unknown(),
  indexedAt: z.string(),
});
export type PostView = z.infer<typeof PostViewSchema>;

export const NotificationViewSchema = PostViewSchema.extend({ reason: z.string() });
export type NotificationView = z.infer<typeof NotificationViewSchema>;

const pageOf = <Name extends string, Member>(name: Name, member: z.ZodType<Member>) =>
  z.object({
    cursor: z.string().optional().catch(undefined),
    [name]: z.array(z.unknown()).pipe(listOf(member, 200)),
  } as { cursor: z.ZodCatch<z.ZodOptional<z.ZodString>> } & Record<Name, z.ZodType<Member[]>>);

export const NotificationsPageSchema = pageOf('notifications', NotificationViewSchema);
export const PostsPageSchema = pageOf('posts', PostViewSchema);
export const FeedPageSchema = pageOf(
  'feed',
  z.object({ post: PostViewSchema, reason: z.unknown().optional() }),
);

/** Ten minutes before: what was indexed late, or at the same instant, is not missed. */
export const withOverlap = (seen: string | undefined): string | undefined => {
  const time = seen === undefined ? Number.NaN : Date.parse(seen);
  return Number.isNaN(time) ? undefined : new Date(time - 10 * 60_000).toISOString();
};

/** The latest of ISO 8601 instants in UTC. */
export const latest = (...instants: readonly (string | undefined)[]): string | undefined =>
  instants.reduce(
    (best, one) => (one !== undefined && (best === undefined || one > best) ? one : best),
    undefined,
  );
