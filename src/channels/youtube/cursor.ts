import { z } from 'zod';
import type { Json } from '../contract.ts';

/** A conversation that we know, and how many answers it had: more of them are news. */
const KnownSchema = z.object({ id: z.string(), replies: z.number().int(), videoId: z.string().optional() });
export type KnownThread = z.infer<typeof KnownSchema>;

/** About 60 bytes each. */
const MAX_THREADS = 1_000;
const MAX_PENDING = 1_000;

const CursorSchema = z.object({
  channelId: z.string(),
  /** Where reading back goes on; absent when it has come to its end. */
  page: z.string().optional(),
  pagesRead: z.number().int().nonnegative(),
  /** Newest last. */
  threads: z.array(KnownSchema),
  /** Conversations whose answers are still to be read. */
  pending: z.array(KnownSchema),
  turn: z.number().int().nonnegative(),
  /** By term: from when on videos are looked for. */
  searches: z.record(z.string(), z.string()),
  searchedAt: z.string().optional(),
});
export type YoutubeCursor = z.infer<typeof CursorSchema>;

export const readCursor = (cursor: Json, channelId: string): YoutubeCursor => {
  const parsed = CursorSchema.safeParse(cursor).data;
  return parsed?.channelId === channelId
    ? parsed
    : { channelId, pagesRead: 0, threads: [], pending: [], turn: 0, searches: {} };
};

export const writeCursor = (cursor: YoutubeCursor): Json =>
  JSON.parse(
    JSON.stringify({
      ...cursor,
      threads: cursor.threads.slice(-MAX_THREADS),
      pending: cursor.pending.slice(0, MAX_PENDING),
    }),
  ) as Json;
