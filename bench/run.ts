/**
 * Runs the measurements of this folder: `node_modules/.bin/node bench/run.ts [name [count]]`, all of them without a name.
 * Each is a process of its own with a cap on time and memory, and clears up what it made.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Minutes and megabytes (of JavaScript heap) that each may take at most. */
const benches: Readonly<Record<string, { readonly minutes: number; readonly heap: number }>> = {
  ingest: { minutes: 15, heap: 512 },
  reads: { minutes: 20, heap: 512 },
  visible: { minutes: 5, heap: 512 },
  house: { minutes: 10, heap: 512 },
  'first-load': { minutes: 5, heap: 512 },
  language: { minutes: 10, heap: 1_024 },
  listening: { minutes: 10, heap: 2_048 },
  flood: { minutes: 5, heap: 512 },
  imports: { minutes: 40, heap: 512 },
  alerts: { minutes: 30, heap: 512 },
  desk: { minutes: 40, heap: 1_024 },
  register: { minutes: 5, heap: 512 },
  rules: { minutes: 15, heap: 512 },
  'relations/ties': { minutes: 20, heap: 1_024 },
  'relations/communities': { minutes: 15, heap: 1_024 },
  'relations/house-batch': { minutes: 20, heap: 1_536 },
  'relations/batch': { minutes: 10, heap: 1_024 },
  'relations/people': { minutes: 20, heap: 512 },
  'relations/team': { minutes: 30, heap: 1_536 },
  'relations/half-life': { minutes: 3, heap: 512 },
};

const [asked, ...more] = process.argv.slice(2);
const names = asked === undefined ? Object.keys(benches) : [asked];
const cpu = os.cpus()[0]?.model ?? 'unknown processor';
console.log(
  `${new Date().toISOString().slice(0, 16)} · ${os.cpus().length} cores (${cpu}) · ${Math.round(os.totalmem() / 2 ** 30)} GB · load ${os.loadavg()[0]?.toFixed(1)}`,
);
let failed = 0;
for (const name of names) {
  const limits = benches[name];
  if (!limits) throw new Error(`no such bench: ${name}; there are ${Object.keys(benches).join(', ')}`);
  console.log(`\n# ${name}`);
  if ((await runOne(name, limits, more)) !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);

/** In a temporary folder of its own, deleted afterwards whatever happened. Resolves with the exit code. */
function runOne(
  name: string,
  limits: { readonly minutes: number; readonly heap: number },
  words: readonly string[],
): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `pp-bench-${name.replaceAll('/', '-')}-`));
  const program = path.join(import.meta.dirname, `${name}.ts`);
  const child = spawn(process.execPath, [`--max-old-space-size=${limits.heap}`, program, ...words], {
    stdio: 'inherit',
    env: { ...process.env, BENCH_FOLDER: folder },
  });
  const tooLong = setTimeout(() => {
    console.error(`${name} took more than ${limits.minutes} minutes: stopped`);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
  }, limits.minutes * 60_000);
  const stop = () => child.kill('SIGTERM');
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(tooLong);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
      resolve(code ?? 1);
    });
  });
}
