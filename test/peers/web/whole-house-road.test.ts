import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestHouse, type TestCompany, type TestHouse } from '../../harness/test-house.ts';
import { waitUntil } from '../kit/wait-until.ts';
import type { Behaviour } from './behaviour.ts';
import { type SiteServer, startSite } from './site-server.ts';

type Connection = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly nextPollAt: string | null;
  readonly lastPolledAt: string | null;
  readonly problem: {
    readonly kind: string;
    readonly title: { readonly it: string; readonly en: string };
    readonly advice: { readonly it: string; readonly en: string };
  } | null;
};

const hour = 3_600_000;

/** What goes wrong, and what the screen calls it. */
const troubles: Readonly<Record<string, readonly [Behaviour, string]>> = {
  lento: [{ slow: 45_000 }, 'timeout'],
  goccia: [{ drip: 200 }, 'timeout'],
  troppo: [{ retryAfter: 900 }, 'rate-limited'],
  orologio: [{ status: 429, headers: { 'retry-after': 'later' } }, 'rate-limited'],
  guasto: ['server-error', 'server-error'],
  mozzo: ['cut', 'unreachable'],
  strappo: ['reset', 'unreachable'],
  pagina: ['html-instead', 'bad-response'],
  json: ['invalid-json', 'bad-response'],
  enorme: ['fifty-megabytes', 'too-large'],
};

let site: SiteServer;
let test: TestHouse;
let company: TestCompany;
const names = Object.keys(troubles);
beforeAll(async () => {
  site = await startSite();
  test = await startTestHouse();
  company = await test.company('Cantina Rocca');
  for (const name of [...names, 'sano']) {
    publish(name, 1);
    await company.json('POST', `/api/workspaces/${company.workspaceId}/connections`, {
      channel: 'feed',
      name,
      values: { url: site.address(`${name}.rss`) },
    });
  }
  await untilHeard((heard) => [...names, 'sano'].every((name) => heard.includes(`${name} 1`)));
}, 120_000);
afterAll(async () => {
  await test?.stop();
  await site?.stop();
});

const publish = (name: string, count: number): void => {
  const items = Array.from({ length: count }, (_, i) => i + 1).map(
    (n) =>
      `<item><guid isPermaLink="false">${name}-${n}</guid><title>${name} ${n}</title><description>${'Testo. '.repeat(60)}</description></item>`,
  );
  site.put(`${name}.rss`, {
    type: 'application/rss+xml',
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>http://site.test/</link>${items.join('')}</channel></rss>`,
  });
};

const connections = async (): Promise<readonly Connection[]> =>
  (
    await company.json<{ connections: Connection[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/connections`,
    )
  ).connections;

const untilHeard = (fits: (titles: readonly (string | null)[]) => boolean) =>
  waitUntil(
    async () => {
      const { mentions } = await company.json<{ mentions: { title: string | null }[] }>(
        'GET',
        `/api/workspaces/${company.workspaceId}/mentions?limit=200`,
      );
      return fits(mentions.map(({ title }) => title));
    },
    { what: 'the items to come in', within: 60_000, every: 200 },
  );

const pollNow = (which: readonly string[]) =>
  test.house.platform.database.asInstallation((tx) =>
    tx.execute(
      sql`update connections set next_poll_at = now() where name = any(${sql.param([...which])}::text[])`,
    ),
  );

it('each way of failing is said in words and waits for its own time, the healthy feed flows on, and all come back', {
  timeout: 180_000,
}, async () => {
  site.shiftClock(hour);
  for (const [name, [behaviour]] of Object.entries(troubles)) {
    publish(name, 2);
    site.behave(
      `${name}.rss`,
      name === 'orologio' ? { retryUntil: new Date(Date.now() + hour + 900_000) } : behaviour,
    );
  }
  const began = Date.now();
  await pollNow(names);
  for (const count of [2, 3, 4]) {
    publish('sano', count);
    await pollNow(['sano']);
    await untilHeard((heard) => heard.includes(`sano ${count}`));
  }
  const troubled = await waitUntil(
    async () => {
      const all = (await connections()).filter(({ name }) => name !== 'sano');
      return all.every(({ problem }) => problem) && all;
    },
    { what: 'every trouble to be noted', within: 90_000, every: 500 },
  );
  expect(Object.fromEntries(troubled.map(({ name, problem }) => [name, problem?.kind]))).toEqual(
    Object.fromEntries(Object.entries(troubles).map(([name, [, kind]]) => [name, kind])),
  );
  for (const { name, state, nextPollAt, problem } of troubled) {
    expect({ name, state }).toEqual({ name, state: 'active' });
    expect(problem?.title.it).toMatch(/^[A-ZÈ].*\S$/);
    expect(problem?.advice.en).toMatch(/\.$/);
    const wait = Date.parse(nextPollAt ?? '') - began;
    const isAsked = problem?.kind === 'rate-limited';
    expect({ name, early: wait < (isAsked ? 899_000 : 0) }).toEqual({ name, early: false });
    expect({ name, late: wait > (isAsked ? 2_000_000 : 200_000) }).toEqual({ name, late: false });
  }
  expect(new Set(troubled.map(({ nextPollAt }) => nextPollAt)).size).toBe(troubled.length);
  expect((await connections()).find(({ name }) => name === 'sano')).toMatchObject({
    state: 'active',
    problem: null,
  });

  for (const name of names) site.behave(`${name}.rss`, 'well');
  await pollNow(names);
  await untilHeard((heard) => names.every((name) => heard.includes(`${name} 2`)));
  await waitUntil(async () => (await connections()).every(({ problem }) => problem === null), {
    what: 'every connection to be well again',
  });
});
