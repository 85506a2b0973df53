/** The daily list and a person's page with 50,000 people and 1,000,000 interactions, over HTTP: `… [people [interactions]]`. */

import { askAll } from '../kit/ask-all.ts';
import { round } from '../kit/figures.ts';
import { asOwner } from '../kit/fill.ts';
import { openBench, openCompany, write } from '../kit/open-bench.ts';

const people = Number(process.argv[2] ?? 50_000);
const interactions = Number(process.argv[3] ?? 1_000_000);
const mentions = 200_000;
const AIM_MS = 80;

const bench = await openBench();
const company = await openCompany(bench);
const { workspaceId, connectionId, personId } = company;
const filledIn = performance.now();
await fill();
console.log(
  `${people} people, ${interactions} interactions, ${mentions} mentions there after ${round((performance.now() - filledIn) / 1_000)} s`,
);

const base = `/api/workspaces/${workspaceId}`;
const get = async (where: string): Promise<unknown> => {
  const response = await fetch(new URL(where, bench.house.address), { headers: { cookie: company.cookie } });
  const body = await response.json();
  if (!response.ok) throw new Error(`${where}: ${response.status} ${JSON.stringify(body)}`);
  return body;
};
const contact = (turn: number): string => idOf('01a10000', (turn * 7_919) % people);

const today = (await get(`${base}/relations/today`)) as { people: { reason: string }[] };
console.log(`today: ${today.people.map(({ reason }) => reason).join(', ')}`);
if (today.people.length === 0) throw new Error('nobody is on the list: nothing was measured');

const requests: Record<string, (turn: number) => string> = {
  'today’s list': () => `${base}/relations/today`,
  'a person’s page': (turn) => `${base}/contacts/${contact(turn)}`,
  'the page of who is in most': () => `${base}/contacts/${contact(0)}`,
  'a person’s story': (turn) => `${base}/contacts/${contact(turn)}/story`,
  'people, first page': () => `${base}/contacts`,
  'people, of a circle': (turn) => `${base}/contacts?circle=${idOf('01a30000', turn % 200)}`,
  'people, asleep': () => `${base}/contacts?sleeping=true`,
  'people, by a name': (turn) => `${base}/contacts?q=persona${turn * 17}`,
  'people, by no name': (turn) => `${base}/contacts?q=nessuno${turn}`,
};

await askAll(get, requests, AIM_MS);
await bench.close();
process.exit(0);

function idOf(kind: string, number: number): string {
  return `${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** As many of each kind as a batch keeps. */
function openings() {
  const sixty = Array.from({ length: 60 }, (_, index) => index);
  const of = (number: number) => idOf('01a10000', number % people);
  const circle = (number: number) => idOf('01a30000', number % 200);
  return {
    doors: sixty.map((index) => ({
      contactId: of(index * 3),
      circleId: circle(index),
      size: 250,
      weKnow: 1,
      theyKnow: 30,
    })),
    introducers: sixty.map((index) => ({
      contactId: of(200 + index * 3),
      otherId: of(1_004 + index * 36),
      ours: 8,
      theirs: 8,
    })),
    meetings: sixty.map((index) => ({
      contactId: of(400 + index * 3),
      otherId: of(700 + index * 3),
      common: 4,
    })),
    weakTies: sixty.map((index) => ({
      contactId: of(1_000 + index * 3),
      circleId: circle(index + 60),
      overlap: 0.05,
      joining: 1,
    })),
  };
}

/** Straight into the tables, as years would have left them: a few people are in very much, most in a little. */
async function fill(): Promise<void> {
  const run = (text: string, values: readonly unknown[] = []) =>
    write(bench.house.platform, text, [workspaceId, ...values]);
  const id = (kind: string, number: string) =>
    `('${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
  const [person, account, circle, author, mention] = [
    '01a10000',
    '01a20000',
    '01a30000',
    '01a40000',
    '01a50000',
  ];
  await run(
    `insert into authors (workspace_id, id, channel, native_id, name, handle)
     select $1::uuid, ${id(author, 'n')}, 'bluesky', 'did:plc:' || n, 'Persona ' || n, 'persona' || n || '.example'
       from generate_series(0, $2::int - 1) n`,
    [people],
  );
  await run(
    `insert into contacts (workspace_id, id, name, searched, last_at, heard_at, in_at, out_at, in_count, out_count, usual_days, stage)
     select $1::uuid, ${id(person, 'n')}, 'Persona ' || n, 'persona ' || n || ' persona' || n || '.example',
       now() - n * interval '5 minutes', now() - n * interval '5 minutes',
       case when n % 3 <> 2 then now() - n * interval '5 minutes' end,
       case when n % 3 = 0 then now() - n * interval '5 minutes' - interval '2 days' end,
       n % 9, n % 4, case when n % 4 = 0 then 3 + n % 40 end, case when n % 3 = 0 then 'conversed' else 'noticed' end
     from generate_series(0, $2::int - 1) n`,
    [people],
  );
  await run(
    `insert into identities (workspace_id, id, contact_id, channel, native_id, author_id, name, handle)
     select $1::uuid, ${id(account, 'n')}, ${id(person, 'n')}, 'bluesky', 'did:plc:' || n, ${id(author, 'n')}, 'Persona ' || n,
       'persona' || n || '.example'
     from generate_series(0, $2::int - 1) n`,
    [people],
  );
  const skewed = (seed: string) => `floor(${people} * power(abs(sin(n * ${seed})), 3))::int % ${people}`;
  const step = 100_000;
  for (let from = 0; from < interactions; from += step) {
    await run(
      `insert into interactions (workspace_id, source_key, at, channel, kind, from_identity, to_identity, person_id, value)
       select $1::uuid, 'i:' || n, now() - n * interval '40 seconds', 'bluesky', 'reply',
         case when n % 5 = 0 then null else ${id(account, skewed('12.9898'))} end,
         case when n % 5 = 1 then null else ${id(account, skewed('78.233'))} end,
         case when n % 10 = 0 then $4::uuid end, 1
       from generate_series($2::int, $3::int) n`,
      [from, Math.min(from + step, interactions) - 1, personId],
    );
  }
  await run(
    `insert into mentions (workspace_id, id, connection_id, channel, native_id, revision, author_id, ours, addressed, form,
       visibility, body, "references", links, media, content_hash, reply_context, said_at, received_at, reading)
     select $1::uuid, ${id(mention, 'n')}, $3::uuid, 'bluesky', 'at://' || n, 'r', ${id(author, skewed('12.9898'))}, false, true,
       'post', 'public', 'Buongiorno, la visita del sabato si fa anche con la pioggia? Numero ' || n || ' del vino nuovo e dell’olio',
       '[]', '[]', '[]', '', '{}', now() - n * interval '2 minutes', now(),
       jsonb_build_object('polarity', 'neu', 'needsReply', n % 3 = 0, 'intents', case n % 7 when 0 then '["complaint"]'::jsonb
         when 1 then '["question"]'::jsonb when 2 then '["praise"]'::jsonb else '[]'::jsonb end)
     from generate_series(0, $2::int - 1) n`,
    [mentions, connectionId],
  );
  await run(
    `insert into mention_marks (workspace_id, mark, said_at, mention_id)
     select $1::uuid, mark, now() - n * interval '2 minutes', ${id(mention, 'n')} from generate_series(0, $2::int - 1) n
     cross join lateral unnest(array[case when n % 3 = 0 then 'needs_reply' end, case n % 7 when 0 then 'complaint'
       when 1 then 'question' when 2 then 'praise' end]) mark where mark is not null`,
    [mentions],
  );
  await run(
    `insert into communities (workspace_id, id, name, words, size, since)
     select $1::uuid, ${id(circle, 'n')}, jsonb_build_object('it', 'cerchia ' || n, 'en', 'circle ' || n), '[]', $2::int / 200, now()
     from generate_series(0, 199) n`,
    [people],
  );
  await run(
    `insert into contact_scores (workspace_id, contact_id, strength, reciprocity, intensity_in, intensity_out, community_id, degree,
       core, evidence, batch_at)
     select $1::uuid, ${id(person, 'n')}, case when n % 3 = 2 then 0 else power(random(), 2) end, random(), n % 3, n % 2,
       ${id(circle, 'n % 200')}, 40, 5, '{}', now()
     from generate_series(0, $2::int - 1) n`,
    [people],
  );
  await run(
    `insert into contact_ties (workspace_id, a, b, intensity_ab, intensity_ba, overlap, last_at, batch_at)
     select $1::uuid, least(x, y), greatest(x, y), 5 * random(), 5 * random(), random(), now(), now() from (
       select ${id(person, skewed('12.9898'))} as x, ${id(person, skewed('78.233'))} as y from generate_series(1, $2::int) n) p
     where x <> y on conflict do nothing`,
    [people * 10],
  );
  await run(
    `insert into relation_batches (workspace_id, openings) values ($1::uuid, $2::jsonb)
     on conflict (workspace_id) do update set openings = excluded.openings`,
    [JSON.stringify(openings())],
  );
  for (const table of [
    'contacts',
    'identities',
    'interactions',
    'mentions',
    'mention_marks',
    'contact_scores',
    'contact_ties',
  ])
    await asOwner(bench.house.platform, `vacuum analyze ${table}`);
}
