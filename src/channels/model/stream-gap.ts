import { z } from 'zod';
import type { Json } from '../contract.ts';

/**
 * Why something may have passed us by. `too-old`: our place was no longer kept, or too long ago to ask for. `restarted`: the stream
 * counts anew. `jumped`: it left numbers out. `behind`: we came late to a stream that others follow already. `slow`: more came than
 * could be stored.
 */
export const gapReasons = ['too-old', 'restarted', 'jumped', 'behind', 'slow'] as const;
export type GapReason = (typeof gapReasons)[number];

/** A stretch of a stream that we did not hear, in ISO 8601. `filledAt`: when a search had gone over it. */
export const GapSchema = z.object({
  reason: z.enum(gapReasons),
  since: z.string(),
  until: z.string(),
  filledAt: z.string().optional(),
});
export type StreamGap = z.infer<typeof GapSchema>;

const PLACE = 'streamGap';

/** The last one, as the connection remembers it among its subscriptions. */
export const readGap = (pushState: unknown): StreamGap | undefined =>
  GapSchema.safeParse((pushState as Readonly<Record<string, unknown>> | null | undefined)?.[PLACE]).data;

export const writeGap = (gap: StreamGap): Readonly<Record<string, Json>> => ({
  [PLACE]: gap as unknown as Json,
});

/** Two gaps as one that covers both; one that was filled is done with. */
export const joinGaps = (known: StreamGap | undefined, found: StreamGap): StreamGap =>
  known === undefined || known.filledAt !== undefined
    ? found
    : {
        reason: found.reason,
        since: [known.since, found.since].sort()[0] ?? found.since,
        until: [known.until, found.until].sort()[1] ?? found.until,
      };
