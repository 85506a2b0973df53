import { describe, expect, it } from 'vitest';
import { takeTurns } from './take-turns.ts';

/** Work that ends when told to, and what has begun so far. */
const openWork = () => {
  const begun: number[] = [];
  const ends = new Map<number, { end(): void; fail(error: Error): void }>();
  const work = (name: number) => () => {
    begun.push(name);
    return new Promise<number>((resolve, reject) =>
      ends.set(name, { end: () => resolve(name), fail: reject }),
    );
  };
  return {
    begun,
    work,
    end: (name: number) => ends.get(name)?.end(),
    fail: (name: number) => ends.get(name)?.fail(new Error('broken')),
  };
};

describe('turns', () => {
  it('let only so many begin, and the others as these end, in the order in which they came', async () => {
    const turn = takeTurns(2);
    const { begun, work, end } = openWork();
    const results = [1, 2, 3, 4].map((name) => turn(work(name)));
    expect(begun).toEqual([1, 2]);
    end(2);
    await results[1];
    await Promise.resolve();
    expect(begun).toEqual([1, 2, 3]);
    end(1);
    end(3);
    await Promise.all([results[0], results[2]]);
    await Promise.resolve();
    end(4);
    expect(await Promise.all(results)).toEqual([1, 2, 3, 4]);
  });

  it('pass on when the work fails, and come free when nobody waits', async () => {
    const turn = takeTurns(1);
    const { begun, work, end, fail } = openWork();
    const first = turn(work(1));
    const second = turn(work(2));
    fail(1);
    await expect(first).rejects.toThrow('broken');
    await Promise.resolve();
    expect(begun).toEqual([1, 2]);
    end(2);
    await second;
    void turn(work(3));
    expect(begun).toEqual([1, 2, 3]);
    end(3);
  });
});
