/** How many mentions a second go in, whole listening road, embedded database: `npx tsx`-free, `node bench/listening-ingest.ts [count] [folder]`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createPlatform } from '../src/platform/create-platform.ts';
import { systemClock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { startPostgres } from '../src/platform/db/postgres-server.ts';
import { silentLog } from '../src/platform/log.ts';
import { expectOk } from '../src/platform/result.ts';
import { createSealer } from '../src/platform/secrets/sealer.ts';
import { newId } from '../src/platform/ids.ts';
import { ingest } from '../src/listening/index.ts';
import type { ChannelEvent, RawItem } from '../src/channels/events.ts';

const count = Number(process.argv[2] ?? 100_000);
const folder = process.argv[3] ?? fs.mkdtempSync(path.join(os.tmpdir(), 'pp-bench-'));
const server = expectOk(await startPostgres({ dataDir: folder, log: silentLog }));
const config = expectOk(readConfig({ PASSAPAROLA_DATA: folder, PASSAPAROLA_PORT: '0' }, { home: folder, folder }));
const { host, port, user, database } = server.connection;
const { platform, close } = await createPlatform({
  config,
  address: { host, port, user, database },
  sealer: createSealer([Buffer.alloc(32, 1)]),
  log: silentLog,
  clock: systemClock,
});

const [workspaceId, connectionId] = [newId(), newId()];
await platform.database.asInstallation(async (tx) => {
  const { sql } = await import('drizzle-orm');
  await tx.execute(sql`insert into workspaces (id, name, slug) values (${workspaceId}, 'Bench', ${workspaceId})`);
  await tx.execute(
    sql`insert into connections (workspace_id, id, channel, name, settings) values (${workspaceId}, ${connectionId}, 'plain', 'Bench', '{}')`,
  );
  for (let index = 0; index < 20; index += 1) {
    await tx.execute(
      sql`insert into watches (workspace_id, id, name, terms, "except", purpose) values (${workspaceId}, ${newId()}, 'w', ${JSON.stringify(index === 0 ? ['Cantina Rossi'] : [`marca ${index}`, `prodotto${index}`])}, '["moto"]', 'bench')`,
    );
  }
});

const common = 'vino casa giorno sempre buono bella tempo anno cosa fare molto bene grazie dopo prima oggi ieri domani citta mangiare bere amici festa piazza scuola lavoro strada mare montagna sole'.split(' ');
const rare = Array.from({ length: 20_000 }, (_, i) => `par${(i * 7919).toString(36)}o`);
let seed = 42;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
const zipf = () => rare[Math.floor(rare.length * random() ** 4)] as string;
const text = () => {
  const words = Array.from({ length: 22 }, () => (random() < 0.5 ? pick(common) : zipf()));
  if (random() < 0.3) words.splice(5, 0, 'Cantina Rossi');
  return `${words.join(' ')}.`;
};
const start = Date.now() - count * 1_000;
const rawItem = (index: number): RawItem => {
  const author = Math.floor(random() * 20_000);
  const event: ChannelEvent = {
    kind: 'item',
    item: {
      nativeId: `at://did:plc:${author}/app.bsky.feed.post/${index}`,
      revision: `bafy${index}`,
      form: 'post',
      visibility: 'public',
      author: { nativeId: `did:plc:${author}`, name: `Persona ${author}`, handle: `persona${author}.example` },
      ours: false,
      addressed: index % 3 === 0 || true,
      text: text(),
      saidAt: new Date(start + index * 1_000).toISOString(),
      references: [],
      links: [],
      media: [],
      replyContext: { cid: `bafy${index}` },
    },
  };
  return { nativeId: event.item.nativeId, revision: event.item.revision, contentType: 'application/json', encoding: 'utf8', body: JSON.stringify([event]), context: {} };
};
const channel = {
  manifest: { id: 'plain', dataTerms: { keepContent: 'yes' } } as never,
  normalise: (raw: RawItem) => JSON.parse(raw.body) as ChannelEvent[],
};

const began = performance.now();
let last = began;
for (let done = 0; done < count; done += 500) {
  const items = Array.from({ length: Math.min(500, count - done) }, (_, i) => rawItem(done + i));
  await ingest(platform, { workspaceId, connectionId, channel, items, receivedAt: new Date(), cursor: { stream: done } });
  if ((done + 500) % 20_000 === 0) {
    const now = performance.now();
    console.log(`${done + 500}: ${Math.round(20_000 / ((now - last) / 1_000))}/s, rss ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
    last = now;
  }
}
console.log(`${count} mentions: ${Math.round(count / ((performance.now() - began) / 1_000))}/s; workspace ${workspaceId}; folder ${folder}`);
await close();
await server.stop();
