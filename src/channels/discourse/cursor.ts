import { z } from 'zod';
import type { Json } from '../contract.ts';

/** A post that we hold: looked at again now and then, since a forum tells of deletions by webhooks only. */
const KnownSchema = z.object({
  id: z.number(),
  topicId: z.number(),
  number: z.number(),
  revision: z.string(),
  /** It was not there when last looked for; twice, and it is gone. */
  missed: z.boolean().optional(),
});
export type Known = z.infer<typeof KnownSchema>;

export const MOST_KNOWN = 300;

const CursorSchema = z.object({
  /** Numbers mean nothing on another forum. */
  site: z.string(),
  /** The newest post and notification that are safely ours. */
  posts: z.number().default(0),
  privatePosts: z.number().default(0),
  notifications: z.number().default(0),
  /** By term: the newest post found, and when it was last asked. */
  searches: z.record(z.string(), z.object({ newest: z.number(), askedAt: z.string() })).default({}),
  /** Oldest first. */
  known: z.array(KnownSchema).default([]),
  turn: z.number().int().nonnegative().default(0),
});
export type Cursor = z.infer<typeof CursorSchema>;

export const readCursor = (cursor: Json, site: string): Cursor => {
  const parsed = CursorSchema.safeParse(cursor).data;
  return parsed?.site === site ? parsed : CursorSchema.parse({ site });
};

export const writeCursor = (cursor: Cursor): Json =>
  JSON.parse(JSON.stringify({ ...cursor, known: cursor.known.slice(-MOST_KNOWN) })) as Json;
