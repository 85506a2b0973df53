import { z } from '@hono/zod-openapi';
import { intents } from '../model/heads.ts';

const PolaritySchema = z.enum(['pos', 'neg', 'neu', 'mixed']);

/** A reading as it is kept with a mention and sent to the screens; see `Reading`. */
export const ReadingSchema = z
  .object({
    language: z.string().nullable(),
    polarity: PolaritySchema,
    polarityScore: z.number(),
    intents: z.array(z.enum(intents)),
    needsReply: z.boolean(),
    aspects: z.array(z.object({ aspect: z.string(), polarity: PolaritySchema })),
    urgency: z.number(),
    toxic: z.boolean(),
    confidence: z.record(z.string(), z.number()),
    unsure: z.boolean(),
    forAPerson: z.boolean(),
    /** UTF-16 offsets into the body. */
    evidence: z.array(z.object({ head: z.string(), start: z.number().int(), end: z.number().int() })),
  })
  .openapi('Reading');
