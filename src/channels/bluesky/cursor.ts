import { z } from 'zod';
import type { Json } from '../contract.ts';

/** A post that we hold: its address and the digest of its content. */
const KnownSchema = z.tuple([z.string(), z.string()]);
export type Known = z.infer<typeof KnownSchema>;

/** How many posts are remembered: those whose deletion we go and look for. About 130 bytes each. */
export const MAX_KNOWN = 300;

const PollCursorSchema = z.object({
  notifications: z.object({
    /** The newest `indexedAt` that is safely ours. */
    seen: z.string().optional(),
    /** Half-way through a long list: the page to go on from, and what `seen` becomes at its end. */
    page: z.string().optional(),
    newest: z.string().optional(),
  }),
  own: z.object({ seen: z.string().optional() }),
  /** By term, as for notifications. */
  searches: z.record(z.string(), z.string()),
  /** Oldest first. */
  known: z.array(KnownSchema),
  /** Addresses of likes, reposts and follows passed on lately, oldest first. */
  reactions: z.array(z.string()),
  /** Polls so far: now and then one of them looks for deletions. */
  turn: z.number().int().nonnegative(),
});
export type PollCursor = z.infer<typeof PollCursorSchema>;

export const readPollCursor = (cursor: Json): PollCursor => {
  const parsed = PollCursorSchema.safeParse(cursor);
  return parsed.success
    ? parsed.data
    : { notifications: {}, own: {}, searches: {}, known: [], reactions: [], turn: 0 };
};

export const writePollCursor = (cursor: PollCursor): Json =>
  JSON.parse(
    JSON.stringify({
      ...cursor,
      known: cursor.known.slice(-MAX_KNOWN),
      reactions: cursor.reactions.slice(-MAX_KNOWN),
    }),
  ) as Json;

const StreamCursorSchema = z.object({
  /** The stream's own number of the last event that is behind us; absent to begin with now. */
  seq: z.number().int().nonnegative().optional(),
  /** When that was, as the stream tells it: ISO 8601. */
  time: z.string().optional(),
  /** Addresses of posts that the stream gave us, oldest first: their deletions are passed on. */
  known: z.array(z.string()),
  /** The stream that counts so: numbers mean nothing at another. */
  relay: z.string(),
});
export type StreamCursor = z.infer<typeof StreamCursorSchema>;

export const readStreamCursor = (cursor: Json, relay: string): StreamCursor => {
  const parsed = StreamCursorSchema.safeParse(cursor);
  return parsed.success && parsed.data.relay === relay ? parsed.data : { known: [], relay };
};

export const writeStreamCursor = (cursor: StreamCursor): Json =>
  JSON.parse(JSON.stringify({ ...cursor, known: cursor.known.slice(-MAX_KNOWN) })) as Json;
