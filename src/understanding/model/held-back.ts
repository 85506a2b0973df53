import { createHash } from 'node:crypto';

/** One mention in so many is kept apart to measure with. */
const ONE_IN = 5;

/**
 * Whether what is said of a mention measures and does not teach when the learning is tried out. By the mention and not by the
 * correction: one text on both sides would flatter the figure.
 */
export const isHeldBack = (mentionId: string): boolean =>
  createHash('sha256').update(mentionId).digest().readUInt32LE(0) % ONE_IN === 0;
