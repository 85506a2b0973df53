/** What the production program takes: memory, space on disk, seconds to start: `bench/run.ts house [mentions]`. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ENTRIES, feedServer } from './kit/feed-server.ts';
import { familyOf, memoryOf, round } from './kit/figures.ts';
import { benchFolder } from './kit/open-bench.ts';

const mentions = Number(process.argv[2] ?? 50_000);
const root = path.join(import.meta.dirname, '..');
const folder = benchFolder();
const running = new Set<ChildProcess>();

/** `npm start` as people type it (`demo`: with the invented company), on a folder of its own; resolves at the first page. */
const start = async (name: string, ...words: string[]) => {
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', ...words], {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      PASSAPAROLA_DATA: path.join(folder, name),
      PASSAPAROLA_PORT: '0',
      PASSAPAROLA_ALLOW_ADDRESSES: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const found = async (pattern: RegExp): Promise<string> => {
    for (let tries = 0; tries < 6_000; tries += 1) {
      const match = pattern.exec(said)?.[1];
      if (match) return match;
      if (child.exitCode !== null) throw new Error(`npm start ended: ${said}`);
      await pause(10);
    }
    throw new Error(`npm start said nothing of the kind in a minute: ${said}`);
  };
  const address = await found(/ascolto su (http\S+)/);
  const response = await fetch(address);
  if (response.status !== 200) throw new Error(`the first page answered ${response.status}`);
  await response.text();
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, address, found, pid: child.pid ?? 0, stop: () => stop(child) };
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** npm leaves before what it started: the whole group must have gone before the folder is free. */
const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  while (isGroupThere(child.pid ?? 0)) await pause(20);
  running.delete(child);
};

const isGroupThere = (group: number): boolean => {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
};

const stopAll = (): void => {
  for (const child of running) child.kill('SIGTERM');
};
process.once('SIGTERM', () => {
  stopAll();
  setTimeout(() => process.exit(1), 5_000);
});
process.once('uncaughtException', (error) => {
  console.error(error);
  stopAll();
  setTimeout(() => process.exit(1), 5_000);
});

/** Ours is the program that serves; `npm` and the shell that waits for it are counted apart. */
const report = (when: string, pid: number): void => {
  const all = familyOf(pid).map(memoryOf);
  const postgres = all.filter(({ name }) => name === 'postgres');
  const ours = all.filter(({ name }) => name !== 'postgres').sort((one, other) => other.rss - one.rss)[0];
  const database = postgres.reduce((sum, { pss }) => sum + pss, 0);
  console.log(
    `${when.padEnd(34)} ours ${round(ours?.rss ?? 0).padStart(4)} MB RSS · database ${round(database).padStart(4)} MB PSS in ${postgres.length} processes`,
  );
};

const size = (where: string): string => {
  const kilobytes = Number(
    spawnSync('du', ['-sk', path.join(root, where)], { encoding: 'utf8' }).stdout.split('\t')[0],
  );
  return `${round(kilobytes / 1_024)} MB`;
};

const cold = await start('first');
console.log(`first start (database made, no npm ci): ${round(cold.seconds, 1)} s`);
await pause(5_000);
report('idle, after the first start', cold.pid);
await cold.stop();
const warm: number[] = [];
for (let turn = 0; turn < 3; turn += 1) {
  const again = await start('first');
  warm.push(again.seconds);
  await again.stop();
}
console.log(
  `warm start, to the first page: ${warm.map((seconds) => round(seconds, 1)).join(', ')} s (aim: under 3)`,
);

const demo = await start('demo', '--demo');
const cookie = await signInToDemo(demo);
await pause(10_000);
report('the demonstration', demo.pid);
const feed = await feedServer();
await readFeeds(demo.address, cookie, feed.url);
report(`after ${mentions} ingested`, demo.pid);
await demo.stop();
await feed.close();

console.log(`node_modules ${size('node_modules')} · dist ${size('dist')} · web/dist ${size('web/dist')}`);
fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
process.exit(0);

async function signInToDemo(house: Awaited<ReturnType<typeof start>>): Promise<string> {
  const email = await house.found(/mail {2,}(\S+)/);
  const password = await house.found(/password {2,}(\S+)/);
  const response = await fetch(new URL('/api/auth/sign-in/email', house.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.address },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Feeds joined as people join them; waits until all their entries are mentions. */
async function readFeeds(address: string, cookie: string, url: (feed: number) => string) {
  const headers = { cookie, origin: address, 'content-type': 'application/json' };
  const me = (await (await fetch(new URL('/api/me', address), { headers })).json()) as {
    workspaces: { id: string }[];
  };
  const where = new URL(`/api/workspaces/${me.workspaces[0]?.id}/connections`, address);
  for (let feed = 1; feed <= Math.ceil(mentions / ENTRIES); feed += 1) {
    const body = JSON.stringify({ channel: 'feed', name: `Misure ${feed}`, values: { url: url(feed) } });
    const response = await fetch(where, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`the feed was not joined: ${response.status} ${await response.text()}`);
  }
  const began = performance.now();
  let ingested = 0;
  while (performance.now() - began < 240_000) {
    const text = await (await fetch(new URL('/metrics', address))).text();
    ingested = Number(/^passaparola_mentions_ingested_total\{[^}]*feed[^}]*\} (\d+)/m.exec(text)?.[1] ?? 0);
    if (ingested >= mentions) return await pause(5_000);
    await pause(1_000);
  }
  throw new Error(`after four minutes only ${ingested} entries had been taken in`);
}
