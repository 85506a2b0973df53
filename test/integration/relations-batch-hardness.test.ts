import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { askDueBatches } from '../../src/relations/actions/ask-batch.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { everyPair, furnishWeb } from './relations-web-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Batch = { at: string | null; state: string; progress: number } | null;

const open = async (name: string) => {
  const company = await test.company(name);
  const { workspaceId } = company;
  const web = furnishWeb(test, company);
  const home = `/api/workspaces/${workspaceId}`;
  const batch = async () => (await company.json<{ batch: Batch }>('GET', `${home}/relations/overview`)).batch;
  const ask = () => company.json('POST', `${home}/relations/refresh`);
  const done = () => expect.poll(async () => (await batch())?.state, { timeout: 60_000 }).toBe('idle');
  const rows = async <Row>(query: string): Promise<Row[]> =>
    test.house.platform.database.inWorkspace(
      workspaceId,
      async (tx) => (await tx.execute(query)).rows as Row[],
    );
  return { company, home, web, batch, ask, done, rows };
};

describe('a batch', () => {
  it('is begun once, however often it is asked for', async () => {
    const { web, ask, done, rows } = await open('Una volta');
    await web.people(3);
    await Promise.all([ask(), ask(), ask()]);
    const tokens = await rows<{ token: string }>(
      `select data->>'token' as token from pgboss.job where name = 'relations.batch' and data->>'workspaceId' = current_setting('passaparola.workspace')`,
    );
    expect(tokens).toHaveLength(1);
    await done();
  });

  it('that is called off stops, and says so', async () => {
    const { company, home, web, ask, batch, done } = await open('Fermata');
    const people = await web.people(60);
    await web.talk(everyPair(people).map(([a, b]) => [a.account, b.account] as const));
    await ask();
    await company.json('DELETE', `${home}/relations/refresh`);
    expect(await batch()).toMatchObject({ state: 'idle' });
    await ask();
    await done();
    expect((await batch())?.at).not.toBeNull();
  });

  it('never brings back a person who is erased while it runs', async () => {
    const { company, home, web, ask, done, rows } = await open('Cancellata');
    const people = await web.people(40);
    await web.talk(everyPair(people).map(([a, b]) => [a.account, b.account] as const));
    for (const [place, { id }] of people.slice(0, 3).entries()) {
      await ask();
      await new Promise((resolve) => setTimeout(resolve, 150 * place));
      await company.json('DELETE', `${home}/contacts/${id}`);
      await done();
      expect(await rows(`select 1 from contact_scores where contact_id = '${id}'`)).toEqual([]);
      expect(await rows(`select 1 from contact_ties where '${id}' in (a, b)`)).toEqual([]);
      expect(JSON.stringify(await rows('select findings from relation_batches'))).not.toContain(
        `"contactId":"${id}"`,
      );
    }
    expect(await rows('select 1 from contact_scores')).toHaveLength(37);
  });

  it('left in the middle by a process that died is begun again after a while, and its token is worth nothing then', async () => {
    const { web, ask, batch, done, rows } = await open('Morta');
    await web.people(3);
    // A UUIDv7 of two hours ago: of a batch of which nothing was heard since.
    const old = newId().replace(
      /^.{8}-.{4}/,
      (Date.now() - 7_200_000)
        .toString(16)
        .padStart(12, '0')
        .replace(/^(.{8})/, '$1-'),
    );
    await web.run(`insert into relation_batches (workspace_id, token) values ($1, '${old}')`, [
      (await rows<{ id: string }>(`select current_setting('passaparola.workspace') as id`))[0]?.id,
    ]);
    await web.run(`insert into relation_states (workspace_id, state, progress) values ($1, 'running', 0.4)`, [
      (await rows<{ id: string }>(`select current_setting('passaparola.workspace') as id`))[0]?.id,
    ]);
    expect(await batch()).toMatchObject({ state: 'running' });
    await ask();
    await done();
    expect((await batch())?.at).not.toBeNull();
  });

  it('begins by day only where more than a hundredth is new', async () => {
    const { web, ask, batch, done } = await open('Un centesimo');
    const people = await web.people(21);
    await web.talk(everyPair(people).map(([a, b]) => [a.account, b.account] as const));
    await ask();
    await done();
    const first = (await batch())?.at;
    const [one, other] = people;
    const more = () => web.talk([[one?.account ?? '', other?.account ?? '', 0]]);
    // 210 were read: two more are not a hundredth, three are.
    await more();
    await more();
    await askDueBatches(test.house.platform, 'day');
    expect(await batch()).toMatchObject({ state: 'idle', at: first });
    await more();
    await askDueBatches(test.house.platform, 'day');
    await done();
    await expect.poll(async () => (await batch())?.at, { timeout: 60_000 }).not.toBe(first);
  });

  it('goes on when a thread of it is killed, and says that it failed when each one is', async () => {
    const { web, ask, batch, done, rows } = await open('Uccisa');
    const people = await web.people(105);
    await web.talk(everyPair(people).map(([a, b]) => [a.account, b.account] as const));
    const killed: Worker[] = [];
    const kill = (worker: Worker) => {
      killed.push(worker);
      // Not while Node still sets it up: that can end the process.
      worker.once('online', () => void worker.terminate());
    };
    process.once('worker', kill);
    await ask();
    await done();
    expect(killed).toHaveLength(1);
    expect(await rows('select 1 from contact_scores')).toHaveLength(105);
    const before = (await batch())?.at;
    process.on('worker', kill);
    try {
      await ask();
      await expect.poll(async () => (await batch())?.state, { timeout: 60_000 }).toBe('failed');
    } finally {
      process.off('worker', kill);
    }
    expect(killed.length).toBeGreaterThan(2);
    expect((await batch())?.at).toBe(before);
    expect(await rows('select 1 from contact_scores')).toHaveLength(105);
    await ask();
    await done();
    expect((await batch())?.at).not.toBe(before);
  });

  it('judges who is credible by who answered, each score with its words', async () => {
    const { company, home, web, ask, done, rows } = await open('Giudizi');
    const people = await web.people(8, 'Voce');
    const [author, ...others] = people;
    const connection = newId();
    const insert = (id: string, who: string, native: string, parent: string | null) =>
      web.run(
        `insert into mentions (workspace_id, id, connection_id, channel, native_id, revision, author_id, ours, addressed, form,
          visibility, body, "references", links, media, content_hash, reply_context, said_at, received_at, parent_native_id)
         values ($1, $2, $3, 'plain', $4, '1', $5, false, false, 'post', 'public', 'La vendemmia', '[]', '[]', '[]', '', '{}',
          now() - interval '2 days', now(), $6)`,
        [company.workspaceId, id, connection, native, who, parent],
      );
    for (const post of [1, 2, 3]) {
      await insert(newId(), author?.author ?? '', `post-${post}`, null);
      for (const [place, other] of others.entries())
        await insert(newId(), other.author, `answer-${post}-${place}`, `post-${post}`);
    }
    await web.talk([
      [null, author?.account ?? '', 5],
      [author?.account ?? '', null, 4],
    ]);
    await ask();
    await done();
    const scores = await rows<{
      id: string;
      credibility: number;
      responsiveness: number | null;
      evidence: Record<string, { says: { it: string } }>;
    }>(
      'select contact_id as id, credibility, responsiveness, evidence from contact_scores order by credibility desc nulls last',
    );
    expect(scores[0]).toMatchObject({ id: author?.id });
    expect(scores[0]?.evidence.credibility?.says.it).toContain(
      '3 hanno avuto risposta da almeno 3 persone diverse',
    );
    expect(scores[0]?.responsiveness).toBeGreaterThan(0.3);
    const page = await company.json<{ scores: Record<string, { says: { it: string } }> }>(
      'GET',
      `${home}/contacts/${author?.id}`,
    );
    expect(page.scores.credibility?.says.it.length).toBeGreaterThan(10);
    expect(page.scores.middle?.says.it.length).toBeGreaterThan(10);
  });
});
