import { type Bench, type Company, write } from './open-bench.ts';

/** An id of the kind that the product makes (RFC 9562, version 7: ids made later sort later) for a number. */
const kinds = { author: '01900000', mention: '01910000', thread: '01920000', long: '01930000' } as const;
const id = (kind: keyof typeof kinds, number: string): string =>
  `('${kinds[kind]}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const polarityOf = (number: string): string => `(array['pos', 'neu', 'neg', 'mixed'])[1 + ${number} % 4]`;

/** About as large as readings are. */
const readingOf = (
  number: string,
): string => `jsonb_build_object('language', 'it', 'polarity', ${polarityOf(number)},
  'polarityScore', 0.1, 'intents', '[]'::jsonb, 'needsReply', false, 'aspects', '[]'::jsonb, 'urgency', 0.1, 'toxic', false,
  'confidence', '{"polarity": 0.8}'::jsonb, 'unsure', false, 'forAPerson', false,
  'evidence', '[{"head":"polarity","start":0,"end":4},{"head":"polarity","start":9,"end":14}]'::jsonb)`;

/** Mentions of the one thread that is far longer than all others. */
const LONG = 5_000;

/**
 * A company's years written straight into the tables: threads of one to some turns, one of 5,000, words common and rare,
 * 50,000 authors, a tenth still open. Returns where the measurements look.
 */
export const fillCompany = async ({ house }: Bench, company: Company, count: number) => {
  const { platform } = house;
  const { workspaceId, connectionId, watchIds, personId } = company;
  const run = (text: string, values: readonly unknown[] = []) =>
    write(platform, text, [workspaceId, ...values]);
  await run(
    `insert into authors (workspace_id, id, channel, native_id, name, handle)
     select $1::uuid, ${id('author', `n`)}, 'bluesky', 'did:plc:' || n, 'Persona ' || n, 'persona' || n || '.example'
       from generate_series(0, 49999) n`,
  );
  const spread = `now() - (($2::int - n) * interval '1 second' * 40)`;
  const step = 50_000;
  for (let from = 0; from < count; from += step) {
    const until = Math.min(from + step, count) - 1;
    const range = [count, from, until];
    await run(
      `insert into mentions (workspace_id, id, connection_id, channel, native_id, revision, author_id, ours, addressed, form,
         visibility, body, parent_native_id, "references", links, media, content_hash, reply_context, said_at, received_at)
       select $1::uuid, ${id('mention', `n`)}, $5::uuid, 'bluesky', 'at://did:plc:' || n % 50000 || '/post/' || n, 'r' || n,
         ${id('author', `(n % 50000)`)}, n % 11 = 3, n % 4 <> 0, 'post', 'public',
         (select string_agg(case when random() < 0.5
             then (array['vino','casa','giorno','sempre','buono','bella','tempo','anno','cosa','fare','bene','grazie','oggi','domani','città','mangiare','amici','festa','piazza','lavoro'])[1 + floor(random() * 20)::int]
             else 'parola' || floor(20000 * power(random(), 4))::int end, ' ') from generate_series(1, 22) w where n = n),
         null, '[]', '[]', '[]', md5('m' || n), '{}', ${spread}, ${spread}
       from generate_series($3::int, $4::int) n`,
      [...range, connectionId],
    );
    await run(
      `insert into thread_mentions (workspace_id, mention_id, thread_id, said_at, ours, addressed, matched, automatic, removed, orphan)
       select $1::uuid, ${id('mention', `n`)},
         case when n >= $2 - ${LONG} * 3 and n % 3 = 0 then ${id('long', `0`)} else ${id('thread', `(n - n % (1 + (n / 50) % 4))`)} end,
         ${spread}, n % 11 = 3, n % 4 <> 0, n % 10 < 3, false, false, false
       from generate_series($3::int, $4::int) n`,
      range,
    );
    await run(
      `update mentions set reading = ${readingOf('n')}
         from generate_series($2::int, $3::int) n where workspace_id = $1 and id = ${id('mention', 'n')} and n % 11 <> 3`,
      [from, until],
    );
    await run(
      `insert into mention_marks (workspace_id, mark, said_at, mention_id)
       select $1::uuid, mark, ${spread}, ${id('mention', `n`)}
         from generate_series($3::int, $4::int) n cross join lateral unnest(array[
           ${polarityOf('n')}, case when n % 12 = 0 then 'complaint' end, case when n % 500 = 0 then 'churn' end,
           case when n % 3 = 0 then 'needs_reply' end, case when n % 5 = 0 then 'aspect:product' end,
           case when n % 2000 = 0 then 'aspect:annata' end]) mark
        where mark is not null and n % 11 <> 3`,
      range,
    );
    await run(
      `insert into watch_matches (workspace_id, watch_id, mention_id, spans, said_at)
       select $1::uuid, case when n % 1000 = 0 then $6::uuid else $5::uuid end, ${id('mention', `n`)}, '[[0,4]]', ${spread}
       from generate_series($3::int, $4::int) n where n % 10 < 3`,
      [...range, watchIds[0], watchIds[3]],
    );
  }
  await run(
    `insert into threads (workspace_id, id, connection_id, channel, root_native_id, subject, author_id, author_name,
       author_handle, preview, mention_count, addressed, matched, status, waiting_for, assignee_id, last_theirs_at,
       last_ours_at, last_activity_at, polarity, intents, urgency, needs_reply, toxic, unsure)
     select $1::uuid, t.thread_id, $2::uuid, 'bluesky', t.thread_id::text, null, ${id('author', '1')}, 'Persona 1',
       'persona1.example', 'vino casa giorno', count(*), bool_or(addressed), bool_or(matched),
       case when abs(hashtext(t.thread_id::text)) % 10 = 0 or max(said_at) > now() - interval '2 days' then 'open' else 'done' end,
       case when abs(hashtext(t.thread_id::text)) % 3 = 0 then 'us' else 'them' end,
       case when abs(hashtext(t.thread_id::text)) % 50 = 0 then $3::uuid end,
       max(said_at) filter (where not ours), max(said_at) filter (where ours), max(said_at),
       ${polarityOf('abs(hashtext(t.thread_id::text))')},
       array_remove(array[case when abs(hashtext(t.thread_id::text)) % 12 = 0 then 'complaint' end,
         case when abs(hashtext(t.thread_id::text)) % 500 = 0 then 'churn' end], null),
       0.1, abs(hashtext(t.thread_id::text)) % 4 = 0, false, false
     from thread_mentions t where workspace_id = $1 group by t.thread_id`,
    [connectionId, personId],
  );
  await run(
    `insert into thread_reads (workspace_id, person_id, thread_id, read_until)
     select workspace_id, $2::uuid, id, last_activity_at from threads
     where workspace_id = $1 and abs(hashtext(id::text)) % 20 <> 0`,
    [personId],
  );
  // As a company whose past has been recorded: or a kept folder, opened again, would go through all of it behind the measurements.
  await run(`insert into relation_states (workspace_id) values ($1::uuid) on conflict do nothing`);
  for (const table of [
    'mentions',
    'threads',
    'thread_mentions',
    'watch_matches',
    'mention_marks',
    'thread_reads',
    'authors',
  ]) {
    await asOwner(platform, `vacuum analyze ${table}`);
  }
  const short = await run(
    `select id from threads where workspace_id = $1 and mention_count between 2 and 4 limit 50`,
  );
  const [long] = await run(
    `select id from threads where workspace_id = $1 order by mention_count desc limit 1`,
  );
  return { longThread: String(long?.id), shortThreads: short.map(({ id }) => String(id)) };
};

/** One statement as the owner of the tables, such as a tidying. */
export const asOwner = async (platform: Bench['house']['platform'], statement: string): Promise<void> => {
  const client = await platform.database.pool.connect();
  try {
    await client.query('reset role');
    await client.query('set statement_timeout = 0; set role none');
    await client.query(statement);
  } finally {
    client.release(true);
  }
};
