import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createByteBudget } from './byte-budget.ts';

const never = new AbortController().signal;
const passed = () => new Promise((resolve) => setImmediate(resolve));

it('never more than the budget is held at once, and everybody has a turn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }), async (sizes) => {
      const budget = createByteBudget(100, 0);
      let [held, most, done] = [0, 0, 0];
      await Promise.all(
        sizes.map(async (bytes) => {
          const mine = await budget.take(bytes, never);
          held += bytes;
          most = Math.max(most, held);
          await passed();
          held -= bytes;
          done += 1;
          mine.end();
        }),
      );
      expect(most).toBeLessThanOrEqual(100);
      expect(done).toBe(sizes.length);
    }),
    { numRuns: 40 },
  );
});

it('turns come in the order of asking: a large one is not overtaken for ever by small ones', async () => {
  const budget = createByteBudget(100, 0);
  const first = await budget.take(60, never);
  const order: string[] = [];
  const large = budget.take(80, never).then((held) => {
    order.push('large');
    return held;
  });
  const small = budget.take(10, never).then(() => order.push('small'));
  await passed();
  expect(order).toEqual([]);
  first.end();
  (await large).end();
  await small;
  expect(order).toEqual(['large', 'small']);
});

it('what turned out smaller makes room at once, and who left while waiting takes none', async () => {
  const budget = createByteBudget(100, 0);
  const first = await budget.take(90, never);
  const stop = new AbortController();
  const left = budget.take(50, stop.signal);
  const next = budget.take(50, never);
  stop.abort(new Error('enough'));
  await expect(left).rejects.toThrow('enough');
  first.shrink(40);
  await next;
});

it('inside a scope it counts until the work is done, and a scope never waits for itself', async () => {
  const budget = createByteBudget(100, 0);
  let finish = (): void => undefined;
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const scope = budget.scope(async () => {
    (await budget.take(80, never)).end();
    (await budget.take(80, never)).end();
    await work;
  });
  await passed();
  let hasBegun = false;
  const other = budget.take(50, never).then(() => {
    hasBegun = true;
  });
  await passed();
  expect(hasBegun).toBe(false);
  finish();
  await scope;
  await other;
});
