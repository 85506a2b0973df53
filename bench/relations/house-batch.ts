/**
 * The figures of a company's web from its database and back into it, while the server answers: `bench/run.ts relations/house-batch
 * [people [interactions]]`. Circles of a hundred, one answer in ten goes out of them, one interaction in twenty is with us.
 */
import { quantile, round } from '../kit/figures.ts';
import { openBench, openCompany, write } from '../kit/open-bench.ts';

const people = Number(process.argv[2] ?? 50_000);
const interactions = Number(process.argv[3] ?? 1_000_000);
const TIMES = 40;

const bench = await openBench();
const { platform } = bench.house;
const company = await openCompany(bench, 3);
const { workspaceId } = company;
const began = performance.now();
await write(
  platform,
  `insert into contacts (workspace_id, id, name, searched, last_at)
   select $1, gen_random_uuid(), 'Persona ' || n, 'persona ' || n, now() from generate_series(1, $2::int) n`,
  [workspaceId, people],
);
await write(
  platform,
  `insert into identities (workspace_id, id, contact_id, channel, native_id, author_id, followers)
   select $1, gen_random_uuid(), id, 'bluesky', 'did:' || name, gen_random_uuid(), (random() ^ 4 * 50000)::int
   from contacts where workspace_id = $1`,
  [workspaceId],
);
await write(
  platform,
  `with numbered as (
     select id, row_number() over (order by contact_id) - 1 as place from identities where workspace_id = $1
   ), drawn as materialized (
     select n, floor(random() * $2)::int as a, random() as way, random() as far, floor(random() * 100)::int as near,
       floor(random() * $2)::int as anybody, random() ^ 2 * 700 as days
     from generate_series(1, $3::int) n
   )
   insert into interactions (workspace_id, source_key, at, channel, kind, from_identity, to_identity, value)
   select $1, 'm:' || lpad(n::text, 9, '0'), now() - make_interval(secs => days * 86400), 'bluesky', 'reply',
     case when way < 0.02 then null else a.id end, case when way > 0.97 then null else b.id end, 1
   from drawn d
   join numbered a on a.place = d.a
   join numbered b on b.place = least($2 - 1, case when d.far < 0.1 then d.anybody else d.a - d.a % 100 + d.near end)
   where a.id <> b.id`,
  [workspaceId, people, interactions],
);
await write(platform, 'insert into relation_states (workspace_id, changed) values ($1, $2)', [
  workspaceId,
  interactions,
]);
await write(platform, 'analyze');
console.log(
  `${people} people, ${interactions} interactions there after ${round((performance.now() - began) / 1_000)} s`,
);

const home = `/api/workspaces/${workspaceId}`;
const ask = async (method: string, where: string): Promise<Record<string, unknown>> => {
  const response = await fetch(new URL(where, bench.house.address), {
    method,
    headers: { cookie: company.cookie, origin: bench.house.address },
  });
  const body = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${JSON.stringify(body)}`);
  return body;
};

for (const name of ['from nothing', 'with the circles of before']) await measureBatch(name);

console.log(`${'request'.padEnd(28)}    p50    p95  ms (${TIMES} times each)`);
const { contacts } = (await ask('GET', `${home}/contacts?limit=50`)) as { contacts: { id: string }[] };
const requests: Readonly<Record<string, (turn: number) => string>> = {
  overview: () => `${home}/relations/overview`,
  map: () => `${home}/relations/map`,
  'map around a person': (turn) => `${home}/relations/map?contact=${contacts[turn % contacts.length]?.id}`,
  today: () => `${home}/relations/today`,
  people: () => `${home}/contacts?limit=50`,
  'a person': (turn) => `${home}/contacts/${contacts[turn % contacts.length]?.id}`,
};
for (const [name, where] of Object.entries(requests)) {
  await ask('GET', where(TIMES));
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const from = performance.now();
    await ask('GET', where(turn));
    times.push(performance.now() - from);
  }
  const [p50, p95] = [0.5, 0.95].map((part) => String(round(quantile(times, part), 1)).padStart(6));
  console.log(`${name.padEnd(28)} ${p50} ${p95}`);
}
await bench.close();

async function measureBatch(name: string): Promise<void> {
  const from = performance.now();
  await ask('POST', `${home}/relations/refresh`);
  const waits: number[] = [];
  let highest = 0;
  const parts = new Map<number, number>();
  for (;;) {
    const sent = performance.now();
    const { batch } = (await ask('GET', `${home}/relations/overview`)) as {
      batch: { state: string; progress: number };
    };
    waits.push(performance.now() - sent);
    const tenth = Math.floor(batch.progress * 10);
    if (!parts.has(tenth)) parts.set(tenth, performance.now() - from);
    highest = Math.max(highest, process.memoryUsage().rss / 2 ** 20);
    if (batch.state !== 'running') {
      console.log(
        `${name}: ${round((performance.now() - from) / 1_000, 1)} s, ${batch.state}; meanwhile the server answered in ${round(quantile(waits, 0.95))} ms (95 %), ${round(Math.max(...waits))} ms at most; process up to ${round(highest)} MB; tenths begun at ${[...parts].map(([tenth, at]) => `${tenth}: ${round(at / 1_000, 1)} s`).join(', ')}`,
      );
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
