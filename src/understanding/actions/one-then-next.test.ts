import { expect, it } from 'vitest';
import { oneThenNext } from './one-then-next.ts';

/** Work that ends when it is told to. */
const told = () => {
  const begun: PromiseWithResolvers<number>[] = [];
  const work = oneThenNext(() => {
    const each = Promise.withResolvers<number>();
    begun.push(each);
    return each.promise;
  });
  const at = (index: number) => begun[index] as PromiseWithResolvers<number>;
  return { work, begun, at };
};

it('is not done twice at once; all who asked meanwhile get the one after', async () => {
  const { work, begun, at } = told();
  const first = work.ask();
  const [second, third] = [work.ask(), work.ask()];
  expect(begun).toHaveLength(1);
  at(0).resolve(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(begun).toHaveLength(2);
  at(1).resolve(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  expect(begun).toHaveLength(2);
  expect(work.underWay()).toBeUndefined();
});

it('is done again although the one before failed', async () => {
  const { work, at } = told();
  const first = work.ask();
  const second = work.ask();
  at(0).reject(new Error('lost'));
  await expect(first).rejects.toThrow('lost');
  await Promise.resolve();
  at(1).resolve(2);
  expect(await second).toBe(2);
});
