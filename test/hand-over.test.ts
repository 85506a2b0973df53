import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-hand-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A launcher that hands over to `program`, and the lines that the program writes. */
const launch = (
  program: string,
  environment: NodeJS.ProcessEnv = {},
): { readonly launcher: ChildProcess; next(): Promise<string> } => {
  const file = path.join(folder, 'program.mjs');
  fs.writeFileSync(file, program);
  const library = path.join(import.meta.dirname, '../scripts/hand-over.mjs');
  const script = `import { handOver } from ${JSON.stringify(library)}; handOver(process.execPath, ${JSON.stringify(file)}, ['uno']);`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  });
  const lines = createInterface({ input: launcher.stdout })[Symbol.asyncIterator]();
  return { launcher, next: async () => String((await lines.next()).value) };
};

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const waiting = `
  process.once('SIGTERM', () => { console.log('stopped'); process.exit(7); });
  process.once('disconnect', () => { console.log('alone'); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log('ready ' + process.argv[2]);
`;

describe('the launcher', () => {
  it('passes words and signals on, and ends as the program ends', async () => {
    const { launcher, next } = launch(waiting);
    expect(await next()).toBe('ready uno');
    const exit = exitOf(launcher);
    launcher.kill('SIGTERM');
    expect(await next()).toBe('stopped');
    expect(await exit).toBe(7);
  });

  it('leaves no program behind when it is killed without notice', async () => {
    const { launcher, next } = launch(waiting);
    expect(await next()).toBe('ready uno');
    launcher.kill('SIGKILL');
    expect(await next()).toBe('alone');
  });

  it('holds the program to a modest memory, as far as the environment does not say otherwise', async () => {
    const telling = `
      import v8 from 'node:v8';
      console.log(v8.getHeapStatistics().heap_size_limit / 2 ** 20);
      console.log(process.env.MALLOC_ARENA_MAX);
    `;
    const modest = launch(telling, { MALLOC_ARENA_MAX: undefined });
    expect(Number(await modest.next())).toBeLessThan(1_024);
    expect(await modest.next()).toBe('2');
    const asked = launch(telling, { NODE_OPTIONS: '--max-old-space-size=1500', MALLOC_ARENA_MAX: '5' });
    expect(Number(await asked.next())).toBeGreaterThan(1_500);
    expect(await asked.next()).toBe('5');
  });
});
