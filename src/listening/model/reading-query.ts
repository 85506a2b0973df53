import { z } from '@hono/zod-openapi';
import { intents } from '../../language/index.ts';

const flag = z
  .enum(['true', 'false'])
  .optional()
  .transform((value) => value === 'true');

/** How lists are narrowed by what texts say, in the query of a request; all that is asked must hold. */
export const ReadingQuery = {
  polarity: z.enum(['pos', 'neg', 'neu', 'mixed']).optional(),
  intent: z.enum(intents).optional(),
  urgent: flag,
  needsReply: flag,
} as const;
