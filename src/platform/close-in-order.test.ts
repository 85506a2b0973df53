import { expect, it, vi } from 'vitest';
import { closeInOrder } from './close-in-order.ts';

const watched = () => {
  const order: string[] = [];
  const warn = vi.fn();
  const closes = (name: string) => ({ name, close: async () => void order.push(name) });
  return { order, warn, closes };
};

it('closes one after another', async () => {
  const { order, warn, closes } = watched();
  await closeInOrder([closes('door'), closes('database')], { warn });
  expect(order).toEqual(['door', 'database']);
  expect(warn).not.toHaveBeenCalled();
});

it('names a part that never ends, and goes on to the next', async () => {
  const { order, warn, closes } = watched();
  const stuck = { name: 'mailbox', close: () => new Promise(() => undefined) };
  await closeInOrder([stuck, closes('database')], { warn }, 20);
  expect(order).toEqual(['database']);
  expect(warn.mock.calls[0]?.[0]).toEqual({ part: 'mailbox', problem: 'no end after 20 ms' });
});

it('names a part that fails, and goes on to the next', async () => {
  const { order, warn, closes } = watched();
  await closeInOrder([{ name: 'jobs', close: () => Promise.reject(new Error('gone')) }, closes('database')], {
    warn,
  });
  expect(order).toEqual(['database']);
  expect(warn.mock.calls[0]?.[0]).toEqual({ part: 'jobs', problem: 'Error: gone' });
});
