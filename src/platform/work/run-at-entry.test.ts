import { afterEach, expect, test, vi } from 'vitest';
import { runAtEntry } from './run-at-entry.ts';

const entry = new URL('./trying.fixture.ts', import.meta.url);
const counter = () => new Int32Array(new SharedArrayBuffer(4));

afterEach(() => {
  vi.unstubAllEnvs();
});

test('what a task makes of its input comes back, and how far it was is told', async () => {
  const told: unknown[] = [];
  const result = await runAtEntry(
    entry,
    'double',
    { numbers: Float64Array.of(1, 2.5) },
    { onProgress: (progress) => told.push(progress) },
  );
  expect(result).toEqual({
    ok: true,
    value: { doubled: Float64Array.of(2, 5), nested: [{ bytes: new Uint8Array(3) }] },
  });
  expect(told).toEqual([{ done: 0.5, step: 'doubling' }]);
});

test('shared memory is not copied: what the worker writes is seen here', async () => {
  const shared = counter();
  await runAtEntry(entry, 'writeInto', { shared });
  expect(shared[0]).toBe(42);
});

test('a worker that is killed in the middle is begun again', async () => {
  const deaths = counter();
  expect(await runAtEntry(entry, 'dieOften', { counter: deaths, times: 1 })).toEqual({
    ok: true,
    value: 'alive',
  });
  expect(deaths[0]).toBe(2);
});

test('killed a second time, that is said, and it is not begun a third', async () => {
  const deaths = counter();
  expect(await runAtEntry(entry, 'dieOften', { counter: deaths, times: 9 })).toEqual({
    ok: false,
    error: { kind: 'killed', attempts: 2 },
  });
  expect(deaths[0]).toBe(2);
});

test('a worker that wants more memory than it may have ends alone', async () => {
  expect(await runAtEntry(entry, 'eatMemory', {}, { heapMb: 24 })).toEqual({
    ok: false,
    error: { kind: 'out-of-memory', megabytes: 24 },
  });
});

test('cancelled in the middle of an endless loop, it ends', async () => {
  const stop = new AbortController();
  const result = await runAtEntry(
    entry,
    'forever',
    {},
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
});

test('cancelled before, it does not begin', async () => {
  const deaths = counter();
  const signal = AbortSignal.abort();
  expect(await runAtEntry(entry, 'dieOften', { counter: deaths, times: 0 }, { signal })).toEqual({
    ok: false,
    error: { kind: 'cancelled' },
  });
  expect(deaths[0]).toBe(0);
});

test('a bug in a task is thrown as what it is', async () => {
  await expect(runAtEntry(entry, 'bug', {})).rejects.toThrow('a bug of ours');
});

test('a task that does not exist is a bug', async () => {
  await expect(runAtEntry(entry, 'nothing', {})).rejects.toThrow('not a task');
});

test('a worker is told nothing of the surroundings of the house', async () => {
  vi.stubEnv('PASSAPAROLA_SECRET', 'hush');
  const result = await runAtEntry(entry, 'environment', {});
  expect(result).toMatchObject({ ok: true, value: expect.not.arrayContaining(['PASSAPAROLA_SECRET']) });
});
