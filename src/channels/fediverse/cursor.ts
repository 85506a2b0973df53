import { z } from 'zod';
import type { Json } from '../contract.ts';

/** A status that we hold: what the instance calls it, and what we know it by. */
const KnownSchema = z.object({
  id: z.string(),
  uri: z.string(),
  revision: z.string(),
  root: z.string().optional(),
  /** Anyone may read it at its own address. */
  open: z.boolean().optional(),
  /** It was not there when last looked for; twice, and it is gone. */
  missed: z.boolean().optional(),
});
export type Known = z.infer<typeof KnownSchema>;

/** How many statuses are remembered: those whose deletion and edits we go and look for. About 250 bytes each. */
export const MAX_KNOWN = 200;

const SelfSchema = z.object({
  /** Our id on this instance. */
  id: z.string(),
  key: z.string(),
  url: z.string(),
  domain: z.string(),
  /** Mastodon itself is told of deletions; others are not always. */
  isMastodon: z.boolean(),
});
export type Self = z.infer<typeof SelfSchema>;

const PollCursorSchema = z.object({
  /** Ids mean nothing at another instance. */
  origin: z.string(),
  self: SelfSchema.optional(),
  notifications: z.object({
    /** Ids of the newest that are safely ours, newest first: the oldest of them is read again each time. */
    recent: z.array(z.string()),
    /** Half-way through a long list: where to go on from, and what `recent` becomes at its end. */
    page: z.string().optional(),
    newest: z.array(z.string()).optional(),
  }),
  /** By term: the newest `created_at` that is ours. */
  searches: z.record(z.string(), z.string()),
  /** Oldest first. */
  known: z.array(KnownSchema),
  turn: z.number().int().nonnegative(),
});
export type PollCursor = z.infer<typeof PollCursorSchema>;

export const readPollCursor = (cursor: Json, origin: string): PollCursor => {
  const parsed = PollCursorSchema.safeParse(cursor);
  return parsed.success && parsed.data.origin === origin
    ? parsed.data
    : { origin, notifications: { recent: [] }, searches: {}, known: [], turn: 0 };
};

const StreamCursorSchema = z.object({
  origin: z.string(),
  known: z.array(KnownSchema),
});
export type StreamCursor = z.infer<typeof StreamCursorSchema>;

export const readStreamCursor = (cursor: Json, origin: string): StreamCursor => {
  const parsed = StreamCursorSchema.safeParse(cursor);
  return parsed.success && parsed.data.origin === origin ? parsed.data : { origin, known: [] };
};

export const writeCursor = (cursor: PollCursor | StreamCursor): Json =>
  JSON.parse(JSON.stringify({ ...cursor, known: cursor.known.slice(-MAX_KNOWN) })) as Json;
