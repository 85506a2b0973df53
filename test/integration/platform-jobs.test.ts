import { afterAll, beforeAll, expect, it } from 'vitest';
import { createJobs } from '../../src/platform/jobs/jobs.ts';
import { silentLog } from '../../src/platform/log.ts';
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

it('what a process left when it died is begun again by the next at once, when nobody else can be at it', async () => {
  const { promise: end, resolve: letEnd } = Promise.withResolvers<void>();
  const begun: string[] = [];
  const dead = await createJobs(test.testDatabase.address, silentLog);
  const handle = async () => {
    begun.push('dead');
    await end;
  };
  const left = { name: 'test.left', handle };
  await dead.start([left]);
  await test.platform.database.asInstallation((tx) => dead.send(tx, left.name, {}));
  await expect.poll(() => begun, soon).toEqual(['dead']);
  const next = await createJobs(test.testDatabase.address, silentLog, { isAlone: true });
  try {
    await next.start([{ name: left.name, handle: async () => void begun.push('next') }]);
    await expect.poll(() => begun, soon).toEqual(['dead', 'next']);
  } finally {
    letEnd();
    await Promise.all([dead.stop(), next.stop()]);
  }
}, 30_000);
