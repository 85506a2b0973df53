import { z } from 'zod';
import type { Json } from '../contract.ts';

/** Half-way down a list: where to go on, what its top is, and where to end. */
const PlaceSchema = z.object({
  since: z.string().optional(),
  page: z.string().optional(),
  newest: z.string().optional(),
});
export type Place = z.infer<typeof PlaceSchema>;

const KnownSchema = z.object({ id: z.string(), nativeId: z.string(), heldSince: z.string() });
export type Known = z.infer<typeof KnownSchema>;

const CursorSchema = z.object({
  accountId: z.string(),
  mentions: PlaceSchema.default({}),
  own: PlaceSchema.default({}),
  searches: z
    .record(
      z.string(),
      PlaceSchema.extend({ weekly: z.number().optional(), countedAt: z.string().optional() }),
    )
    .default({}),
  /** Posts that we hold, oldest first, for as long as their text is kept. */
  known: z.array(KnownSchema).default([]),
  /** When all of them were last begun to be looked at, and how far we are. */
  recheckedAt: z.string().optional(),
  recheckFrom: z.number().int().nonnegative().default(0),
  turn: z.number().int().nonnegative().default(0),
});
export type Cursor = z.infer<typeof CursorSchema>;

export const readCursor = (cursor: Json, accountId: string): Cursor => {
  const parsed = CursorSchema.safeParse(cursor).data;
  return parsed?.accountId === accountId ? parsed : CursorSchema.parse({ accountId });
};

export const writeCursor = (cursor: Cursor): Json => JSON.parse(JSON.stringify(cursor)) as Json;
