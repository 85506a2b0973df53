import { z } from '@hono/zod-openapi';
import { type Reading, ReadingSchema } from '../../language/index.ts';

/** A reading as it is kept with its mention and shown; `corrected` tells which person said otherwise last. */
export const StoredReadingSchema = ReadingSchema.extend({
  corrected: z.object({ personId: z.uuid(), name: z.string(), at: z.iso.datetime() }).nullable(),
}).openapi('MentionReading');

/** `corrected` is absent from what nobody has corrected. */
export type StoredReading = Reading & {
  readonly corrected?: { readonly personId: string; readonly name: string; readonly at: string } | null;
};

/** Rounded to three places: more digits than anybody can use would take half the room of a reading. */
export const storableReading = (reading: StoredReading): StoredReading => ({
  ...reading,
  polarityScore: rounded(reading.polarityScore),
  urgency: rounded(reading.urgency),
  confidence: Object.fromEntries(
    Object.entries(reading.confidence).map(([head, probability]) => [head, rounded(probability)]),
  ),
});

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
