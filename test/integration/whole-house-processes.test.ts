import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../../src/platform/db/postgres-server.ts';
import { silentLog } from '../../src/platform/log.ts';
import { expectOk } from '../../src/platform/result.ts';
import { type Person, setUp, signIn } from '../peers/kill/person.ts';
import { createProgram, type Program } from '../peers/kill/program.ts';
import { waitUntil } from '../peers/kit/wait-until.ts';
import { type SiteServer, startSite } from '../peers/web/site-server.ts';
import { openStream } from './live-stream-kit.ts';

/** Two programs on one external server, which the test may kill; and a feed that they receive for. */
let server: PostgresServer;
let site: SiteServer;
let programs: readonly [Program, Program];
let persons: readonly [Person, Person];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-two-'));

beforeAll(async () => {
  site = await startSite();
  publish(1);
  server = expectOk(await startPostgres({ dataDir: path.join(folder, 'server'), log: silentLog }));
  const { host, port, user, database } = server.connection;
  const environment = {
    DATABASE_URL: `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`,
    PASSAPAROLA_KEY_FILE: path.join(folder, 'secret.key'),
  };
  const dataDir = path.join(folder, 'data');
  programs = [await createProgram({ dataDir, environment }), await createProgram({ dataDir, environment })];
  const [one, two] = programs;
  one.spawn();
  await one.ready();
  const person = await setUp(one);
  two.spawn();
  await two.ready();
  persons = [person, await signIn(two.url, person.slug)];
  await person.expectDone('POST', `/api/workspaces/${person.workspaceId}/connections`, {
    channel: 'feed',
    values: { url: site.address('feed.rss') },
  });
}, 120_000);
afterAll(async () => {
  await Promise.all((programs ?? []).map((program) => program.stop()));
  await server?.stop();
  await site?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const publish = (count: number): void => {
  const items = Array.from({ length: count }, (_, i) => i + 1).map(
    (n) =>
      `<item><guid isPermaLink="false">notizia-${n}</guid><title>Notizia ${n}</title><description>Testo ${n}</description></item>`,
  );
  site.put('feed.rss', {
    type: 'application/rss+xml',
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazzetta</title><link>http://site.test/</link>${items.join('')}</channel></rss>`,
  });
};

const ask = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
  const client = new pg.Client({ ...server.connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select set_config('passaparola.workspace', '*', false)");
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
};

/** The next poll is due now; who takes it is theirs to settle. */
const pollNow = () => ask('update connections set next_poll_at = now()');
const heard = async (): Promise<number> =>
  Number((await ask<{ n: string }>('select count(*) as n from mentions'))[0]?.n ?? 0);
const untilHeard = (count: number) =>
  waitUntil(async () => (await heard()) === count, { what: `${count} mentions`, within: 50_000 });
const note = (person: Person, text: string) =>
  person.expectDone('POST', `/api/workspaces/${person.workspaceId}/by-hand`, {
    form: 'note',
    who: { name: 'Anna' },
    text,
  });

describe('two programs on one database', { timeout: 60_000 }, () => {
  it('receive each item of a feed once, whoever takes the poll', async () => {
    await untilHeard(1);
    for (const count of [2, 3, 4]) {
      publish(count);
      site.forgetRequests();
      await pollNow();
      await untilHeard(count);
      expect(site.requests.filter(({ status }) => status === 200)).toHaveLength(1);
    }
    const rows = await ask<{ native_id: string }>('select native_id from mentions');
    expect(new Set(rows.map((row) => row.native_id)).size).toBe(4);
  });

  it('tell a screen that is open on one what happened on the other', async () => {
    const stream = await openStream(persons[1]);
    try {
      await note(persons[0], 'Una voce dall’altro processo');
      await stream.until(({ event }) => event.startsWith('thread'));
    } finally {
      stream.close();
    }
  });
});

describe('when the database alone is killed', { timeout: 60_000 }, () => {
  it('both go on by themselves: pages, the open screens, receiving and jobs', async () => {
    const pids = programs.map(({ pid }) => pid);
    const stream = await openStream(persons[0]);
    try {
      for (const round of [1, 2]) {
        const before = await heard();
        const back = new Promise<void>((resolve) => void server.onReturn(resolve));
        process.kill(server.pid, 'SIGKILL');
        await back;
        await waitUntil(async () => (await fetch(`${programs[0].url}/health`)).ok, { what: 'health' });
        await waitUntil(async () => (await fetch(`${programs[1].url}/health`)).ok, { what: 'health' });
        publish(4 + round);
        await pollNow();
        await untilHeard(before + 1);
        stream.forget();
        await note(persons[1], `Dopo la caduta ${round}`);
        await stream.until(({ event }) => event.startsWith('thread'));
      }
      await ask(`insert into pgboss.job (name, data) values ('conversation.sweep', '{}')`);
      await waitUntil(
        async () =>
          (
            await ask(
              `select from pgboss.job where name = 'conversation.sweep' and state in ('created', 'active', 'retry')`,
            )
          ).length === 0,
        { what: 'the jobs to be worked', within: 40_000 },
      );
      expect(programs.map(({ pid }) => pid)).toEqual(pids);
    } finally {
      stream.close();
    }
  });
});

describe('when one of the two is killed without notice', { timeout: 90_000 }, () => {
  it('the other takes over what it received and what it worked at', async () => {
    await programs[0].kill();
    const before = await heard();
    publish(7);
    await pollNow();
    await untilHeard(before + 1);
    await note(persons[1], 'Chi resta');
    await waitUntil(
      async () => {
        const list = await persons[1].ask<{ mentions: { body: string; threadId: string | null }[] }>(
          'GET',
          `/api/workspaces/${persons[1].workspaceId}/mentions?limit=50`,
        );
        return list?.body.mentions.some(({ body, threadId }) => body === 'Chi resta' && threadId !== null);
      },
      { what: 'the note among the threads' },
    );
  });
});
