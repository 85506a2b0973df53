import { z } from '@hono/zod-openapi';
import { type Reading, ReadingSchema } from '../../language/index.ts';

/**
 * A reading as it is kept with its mention and shown; `corrected` tells which person said otherwise last, `proposed` which
 * language model: until a person says what it is, it is only a proposal.
 */
export const StoredReadingSchema = ReadingSchema.extend({
  corrected: z.object({ personId: z.uuid(), name: z.string(), at: z.iso.datetime() }).nullable(),
  proposed: z.object({ model: z.string() }).nullable(),
}).openapi('MentionReading');

/** `corrected` is absent from what nobody has corrected, `proposed` from what no language model has proposed. */
export type StoredReading = Reading & {
  readonly corrected?: { readonly personId: string; readonly name: string; readonly at: string } | null;
  readonly proposed?: { readonly model: string } | null;
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
