import { z } from 'zod';
import type { Json } from '../contract.ts';

/** Where reading goes on from. `page` is the address that was asked for: another one starts anew. */
const CursorSchema = z.object({
  page: z.string(),
  /** Where the feed is, after discovery and permanent moves. */
  feedUrl: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});
export type FeedCursor = z.infer<typeof CursorSchema>;

export const readCursor = (cursor: Json, page: string): FeedCursor => {
  const parsed = CursorSchema.safeParse(cursor);
  return parsed.success && parsed.data.page === page ? parsed.data : { page, feedUrl: page };
};

export const writeCursor = (cursor: FeedCursor): Json => ({ ...cursor }) as Json;
