import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ingest } from '../../src/listening/index.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Jobs } from '../../src/platform/jobs/jobs.ts';
import { beginCatchingUp, catchUpJob } from '../../src/understanding/actions/catch-up.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { plainChannel, saying } from './listening-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

const older = [
  'Il vetro è arrivato rotto e nessuno risponde',
  'Buonissimo, complimenti a tutti!',
  'Quanto costa la spedizione?',
  'Pessima esperienza, mai più',
  'Grazie Marta, gentilissima',
];

/** A company that heard these before there were readings, in a house that has just been brought up to date. */
const openOld = async (name: string) => {
  const company = await test.company(name);
  const { workspaceId } = company;
  const { platform } = test.house;
  const connectionId = newId();
  await run(
    company,
    `insert into connections (workspace_id, id, channel, name, settings, state)
    values ('${workspaceId}', '${connectionId}', 'plain', 'Prova', '{}', 'paused')`,
  );
  const items = [...older, ' \n '].map((text, at) => saying({ nativeId: `n${at}`, text }));
  const from = { workspaceId, connectionId, channel: plainChannel(), receivedAt: new Date() };
  await ingest(platform, { ...from, items, read: test.house.reader.read });
  await test.house.settled();
  await run(company, `update mentions set reading = null where workspace_id = '${workspaceId}'`);
  await run(company, `delete from mention_marks where workspace_id = '${workspaceId}'`);
  await run(company, `delete from understanding_settings where workspace_id = '${workspaceId}'`);
  return company;
};

const run = (company: TestCompany, statement: string) =>
  test.house.platform.database.inWorkspace(company.workspaceId, (tx) => tx.execute(sql.raw(statement)));

type Mention = { readonly body: string; readonly reading: { readonly polarity: string } | null };
const mentions = async (company: TestCompany, query = ''): Promise<readonly Mention[]> => {
  const path = `/api/workspaces/${company.workspaceId}/mentions?${query}`;
  return (await company.json<{ mentions: readonly Mention[] }>('GET', path)).mentions;
};
const unread = async (company: TestCompany) =>
  (await mentions(company)).filter(({ body, reading }) => body.trim() !== '' && reading === null).length;

/** The job by hand, what it would send on kept instead of sent. */
const byHand = () => {
  const sent: unknown[] = [];
  const jobs = { send: async (_tx: unknown, ...what: unknown[]) => void sent.push(what) } as unknown as Jobs;
  const ground = { ...test.house.platform, jobs };
  return { sent, ground, job: catchUpJob(ground, test.house.reader, { atOnce: 1, aJob: 3 }) };
};

it('mentions older than readings are read a few at a time, and where that was broken off it goes on', async () => {
  const company = await openOld('Prima delle letture');
  const { workspaceId } = company;
  const { sent, job } = byHand();
  expect(await unread(company)).toBe(5);
  await job.handle({ workspaceId });
  const left = await unread(company);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(5);
  expect(sent).toMatchObject([['understanding.catch-up', { workspaceId }, expect.anything()]]);
  await job.handle({ workspaceId });
  await job.handle({ workspaceId });
  expect(await unread(company)).toBe(0);
  expect((await mentions(company, 'polarity=neg')).map(({ body }) => body)).toContain(older[3]);
  const after = sent.length;
  await job.handle({ workspaceId });
  expect(sent).toHaveLength(after);
});

it('at a start only who is not through is asked after', async () => {
  const behind = await openOld('Indietro');
  const { ground, sent, job } = byHand();
  const through = await openOld('Alla pari');
  for (let turn = 0; turn < 4; turn += 1) await job.handle({ workspaceId: through.workspaceId });
  sent.length = 0;
  await beginCatchingUp(ground);
  const asked = JSON.stringify(sent);
  expect(asked).toContain(behind.workspaceId);
  expect(asked).not.toContain(through.workspaceId);
});

it('what a person said of a mention meanwhile stays', async () => {
  const company = await openOld('Detto da una persona');
  const [mention] = (
    await company.json<{ mentions: { id: string; body: string }[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/mentions`,
    )
  ).mentions.filter(({ body }) => body === older[1]);
  const where = `/api/workspaces/${company.workspaceId}/mentions/${mention?.id}/correction`;
  await company.json('POST', where, { polarity: 'neg' });
  const { job } = byHand();
  for (let turn = 0; turn < 3; turn += 1) await job.handle({ workspaceId: company.workspaceId });
  const said = (await mentions(company)).find(({ body }) => body === older[1]);
  expect(said?.reading).toMatchObject({ polarity: 'neg', corrected: { name: 'Marta Valdorsa' } });
});
