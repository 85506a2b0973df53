import type { Progress } from '../../platform/work/task.ts';

/** The progress of several parts as that of the whole: their mean, never less than was told before. */
export const jointProgress = (
  parts: number,
  told: ((progress: Progress) => void) | undefined,
): ((part: number) => (progress: Progress) => void) => {
  const shares = new Array<number>(parts).fill(0);
  return (part) =>
    ({ done, step }) => {
      shares[part] = Math.max(shares[part] as number, done);
      told?.({ done: shares.reduce((sum, share) => sum + share, 0) / parts, step });
    };
};
