/** Sustained intake over the whole road (raw items in, threads made, screens told), embedded database: `bench/run.ts ingest [count]`. */
import { ingest } from '../src/listening/index.ts';
import { databaseProcessorOf, familyOf, memoryOf, processorOf, round } from './kit/figures.ts';
import { createInventor, plainChannel } from './kit/invent.ts';
import { openBench, openCompany, write } from './kit/open-bench.ts';

const count = Number(process.argv[2] ?? 100_000);
const STEP = Math.min(50_000, Math.max(5_000, count / 10));
const BATCH = 500;
/** Batches that may wait for their threads: a receiver goes on reading, but not for ever. */
const naiveCount = 500;

const bench = await openBench();
const { platform } = bench.house;

const take = async (
  company: { workspaceId: string; connectionId: string },
  items: Parameters<typeof ingest>[1]['items'],
) => {
  await ingest(platform, {
    ...company,
    channel: plainChannel,
    items,
    receivedAt: new Date(),
    cursor: { stream: items.length },
    read: bench.house.reader.read,
  });
};

const naive = async (): Promise<number> => {
  const { workspaceId, connectionId } = await openCompany(bench);
  const invent = createInventor(Date.now() - naiveCount * 100);
  const began = performance.now();
  for (let index = 0; index < naiveCount; index += 1)
    await take({ workspaceId, connectionId }, [invent(index)]);
  await bench.house.settled();
  return naiveCount / ((performance.now() - began) / 1_000);
};

const databaseMegabytes = (): number =>
  familyOf(process.pid)
    .map(memoryOf)
    .filter(({ name }) => name === 'postgres')
    .reduce((sum, { pss }) => sum + pss, 0);

const report = (done: number, rate: number): void => {
  const { rss } = memoryOf(process.pid);
  console.log(
    `${done}: ${round(rate)}/s · ours ${round(rss)} MB · database ${round(databaseMegabytes())} MB (PSS)`,
  );
};

const oneByOne = await naive();
const { workspaceId, connectionId } = await openCompany(bench);
const invent = createInventor(Date.now() - count * 100);
const used = { ours: processorOf(process.pid), database: databaseProcessorOf(process.pid) };
const began = performance.now();
let stepBegan = began;
let intake = 0;
for (let done = 0; done < count; done += BATCH) {
  const items = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => invent(done + index));
  const before = performance.now();
  await take({ workspaceId, connectionId }, items);
  intake += performance.now() - before;
  const reached = done + items.length;
  if (reached % STEP !== 0) continue;
  const intoBacklog = Number((await write(platform, 'select count(*) from outbox_events'))[0]?.count);
  await bench.house.settled();
  const now = performance.now();
  report(reached, STEP / ((now - stepBegan) / 1_000));
  if (intoBacklog > 4) console.log(`  ${intoBacklog} batches had waited for their threads`);
  stepBegan = now;
}
await bench.house.settled();
const whole = count / ((performance.now() - began) / 1_000);
const [threaded] = await write(platform, 'select count(*) from thread_mentions where workspace_id = $1', [
  workspaceId,
]);
if (Number(threaded?.count) !== count) throw new Error(`${threaded?.count} of ${count} are in threads`);
console.log(
  `whole road ${round(whole)}/s over ${count} (intake alone ${round(count / (intake / 1_000))}/s beside the threading); one by one ${round(oneByOne)}/s: ${round(whole / oneByOne, 1)} times as fast`,
);
const each = (seconds: number): string => `${round((seconds / count) * 1_000_000)} µs`;
console.log(
  `processor time a mention: ours ${each(processorOf(process.pid) - used.ours)}, the database's ${each(databaseProcessorOf(process.pid) - used.database)}`,
);
await bench.close();
process.exit(0);
