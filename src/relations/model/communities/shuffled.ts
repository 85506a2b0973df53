import type { Random } from '../graph/random.ts';

/** The numbers below `count` in a random order (Fisher and Yates). */
export const shuffled = (count: number, random: Random): Uint32Array => {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) order[index] = index;
  for (let index = count - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    const kept = order[index] as number;
    order[index] = order[other] as number;
    order[other] = kept;
  }
  return order;
};
