import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';

const done: string[] = [];
let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
  const handle = async ({ name }: Readonly<Record<string, unknown>>) => void done.push(String(name));
  await test.platform.jobs.start([{ name: 'test.work', handle }]);
});
afterAll(() => test?.close());

const send = (names: readonly string[], startAfter?: Date) =>
  test.platform.database.asInstallation(async (tx) => {
    for (const name of names)
      await test.platform.jobs.send(tx, 'test.work', { name }, startAfter ? { startAfter } : {});
  });

// A worker's own pause is 30 s unless it is told otherwise: longer than these may take.
const soon = { timeout: 20_000, interval: 50 };

it('jobs that one signal stands for are all done, one after another', async () => {
  await send(['first', 'second', 'third', 'fourth']);
  await expect.poll(() => [...done].sort(), soon).toEqual(['first', 'fourth', 'second', 'third']);
});

it('a job for later is done when it is due, though nobody calls', async () => {
  await send(['later'], new Date(Date.now() + 1_500));
  await expect.poll(() => done, soon).toContain('later');
});
