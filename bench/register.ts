/** The public register under many readers, and the desk meanwhile: `bench/run.ts register [seconds [mentions]]`. */
import http from 'node:http';
import { sql } from 'drizzle-orm';
import { changeCareSettings, openCase } from '../src/care/index.ts';
import type { Member } from '../src/people/index.ts';
import { fillCompany } from './kit/fill.ts';
import { openBench, openCompany } from './kit/open-bench.ts';

const seconds = Number(process.argv[2] ?? 10);
const mentions = Number(process.argv[3] ?? 20_000);
const READERS = 50;

const bench = await openBench();
const company = await openCompany(bench);
await fillCompany(bench, company, mentions);
const { platform } = bench.house;
const { workspaceId } = company;
const rows = await platform.database.inWorkspace(workspaceId, async (tx) => {
  const found = await tx.execute<{ id: string; personId: string; slug: string }>(sql`
    select m.id, p.person_id as "personId", w.slug from mentions m
    join memberships p on p.workspace_id = m.workspace_id join workspaces w on w.id = m.workspace_id
    where m.workspace_id = ${workspaceId} and not m.ours limit 300`);
  return found.rows;
});
const [{ personId, slug } = { personId: '', slug: '' }] = rows;
const member: Member = { kind: 'member', workspaceId, personId, name: 'Marta', roles: ['coordinator'] };
for (const { id } of rows) await openCase(platform, member, [id]);
await changeCareSettings(platform, member, { isPublic: true });

const address = new URL(`/registro/${slug}`, bench.house.address);
const agent = new http.Agent({ keepAlive: true, maxSockets: READERS });

/** Milliseconds to the first byte, and bytes of the body. */
const read = (headers: Readonly<Record<string, string>> = {}, where: URL = address) =>
  new Promise<{ readonly firstByte: number; readonly bytes: number }>((resolve, reject) => {
    const began = performance.now();
    const request = http.get(where, { agent, headers: { ...headers } }, (response) => {
      const firstByte = performance.now() - began;
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve({ firstByte, bytes }));
    });
    request.on('error', reject);
  });

const percentile = (values: readonly number[], share: number): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
};

await read();
const alone: number[] = [];
for (let turn = 0; turn < 500; turn += 1) alone.push((await read()).firstByte);
const plain = await read();
const brotli = await read({ 'accept-encoding': 'br' });
console.log(
  `page of ${rows.length} cases: ${plain.bytes} bytes (aim: under 15,000), ${brotli.bytes} compressed`,
);
console.log(
  `first byte, one reader: p50 ${percentile(alone, 0.5)} ms, p95 ${percentile(alone, 0.95)} ms (aim: under 10)`,
);

const desk = new URL(`/api/workspaces/${workspaceId}/threads?view=all&limit=50`, bench.house.address);
const until = performance.now() + seconds * 1_000;
const [firstBytes, deskTimes]: [number[], number[]] = [[], []];
const reader = async () => {
  while (performance.now() < until) firstBytes.push((await read({ 'accept-encoding': 'br' })).firstByte);
};
const colleague = async () => {
  while (performance.now() < until) {
    deskTimes.push((await read({ cookie: company.cookie }, desk)).firstByte);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
await Promise.all([...Array.from({ length: READERS - 1 }, reader), colleague()]);
console.log(
  `${READERS - 1} readers for ${seconds} s, in one process with the server: ${Math.round(firstBytes.length / seconds)} requests/s (aim: 2,000), first byte p50 ${percentile(firstBytes, 0.5)} ms, p95 ${percentile(firstBytes, 0.95)} ms`,
);
console.log(
  `the inbox meanwhile: p50 ${percentile(deskTimes, 0.5)} ms, p95 ${percentile(deskTimes, 0.95)} ms`,
);
agent.destroy();
await bench.close();
process.exit(0);
