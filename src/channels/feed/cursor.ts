import { z } from 'zod';
import type { Json } from '../contract.ts';

/** The comments of one post, and what we know of them. */
const CommentPlaceSchema = z.object({
  url: z.string(),
  /** The post's native id. */
  of: z.string(),
  /** How many there are, as the feed says; and what it said when we looked. */
  count: z.number().optional(),
  seen: z.number().optional(),
  lookedAt: z.string().optional(),
  /** Looks in a row that failed. */
  failures: z.number().int().nonnegative(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});
export type CommentPlace = z.infer<typeof CommentPlaceSchema>;

/** Where reading goes on from. `page` is the address that was asked for: another one starts anew. */
const CursorSchema = z.object({
  page: z.string(),
  /** Where the feed is, after discovery and permanent moves. */
  feedUrl: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Absent while comments are not followed. */
  comments: z.array(CommentPlaceSchema).max(100).optional().catch(undefined),
});
export type FeedCursor = z.infer<typeof CursorSchema>;

export const readCursor = (cursor: Json, page: string): FeedCursor => {
  const parsed = CursorSchema.safeParse(cursor);
  return parsed.success && parsed.data.page === page ? parsed.data : { page, feedUrl: page };
};

export const writeCursor = (cursor: FeedCursor): Json => JSON.parse(JSON.stringify(cursor)) as Json;
