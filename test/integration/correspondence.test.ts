import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listThreads } from '../../src/conversation/actions/list-threads.ts';
import { readPassage, searchThread } from '../../src/conversation/actions/search-thread.ts';
import { countConversations } from '../../src/correspondence/actions/count-conversations.ts';
import { readCorrespondent } from '../../src/correspondence/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { expectOk } from '../../src/platform/result.ts';
import {
  type Company,
  createHouse,
  createWorkspace,
  type House,
  type Said,
  say,
  threadOf,
} from './conversation-kit.ts';

let house: House;
let company: Company;

beforeAll(async () => {
  house = await createHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  company = await createWorkspace(house);
});

const start = async (nativeId: string, more: Partial<Said> = {}) => {
  const [mentionId = ''] = await say(house, company, { nativeId, ...more });
  return { mentionId, threadId: await threadOf(house, company, mentionId) };
};

/** Somebody says that these accounts are one person. */
const know = (name: string, ...nativeIds: string[]) =>
  house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    const { workspaceId } = company;
    const contactId = newId();
    await tx.execute(sql`
      insert into contacts (workspace_id, id, name, last_at) values (${workspaceId}, ${contactId}, ${name}, now())`);
    for (const nativeId of nativeIds)
      await tx.execute(sql`
        insert into identities (workspace_id, id, contact_id, channel, native_id, author_id)
        select ${workspaceId}, ${newId()}, ${contactId}, channel, native_id, id from authors
        where workspace_id = ${workspaceId} and native_id = ${nativeId}`);
    return contactId;
  });
const correspondent = async (threadId: string) =>
  expectOk(await readCorrespondent(house.platform, company.coordinator, threadId));

describe('whoever speaks', () => {
  it('is shown with the conversations of all their accounts, once a human has said that they are one', async () => {
    const one = await start('a', { author: 'anna', at: '2026-03-01T08:00:00Z' });
    const other = await start('b', { author: 'anna-mail', at: '2026-03-01T09:00:00Z' });
    await start('c', { author: 'bruno' });
    expect((await correspondent(one.threadId)).threads.map(({ id }) => id)).toEqual([one.threadId]);
    const contactId = await know('Anna Rossi', 'anna', 'anna-mail');
    expect(await correspondent(one.threadId)).toMatchObject({
      contact: { id: contactId, name: 'Anna Rossi' },
      accounts: 2,
      threads: [{ id: other.threadId }, { id: one.threadId }],
      cases: [],
    });
    const all = await house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(sql`select id from threads`);
      return rows.map(({ id }) => id);
    });
    const counts = expectOk(await countConversations(house.platform, company.coordinator, all));
    expect(counts.map(({ threadId }) => threadId).sort()).toEqual([one.threadId, other.threadId].sort());
    expect(counts.every(({ conversations }) => conversations === 2)).toBe(true);
  });

  it('is nobody where only we have spoken, and not there where there is nothing', async () => {
    const ours = await start('ours', { ours: true });
    expect(await correspondent(ours.threadId)).toMatchObject({ contact: null, threads: [], cases: [] });
    const nowhere = await readCorrespondent(house.platform, company.coordinator, newId());
    expect(nowhere).toMatchObject({ error: { kind: 'not-found' } });
  });

  it('has their cases beside them, with what was offered', async () => {
    const { threadId, mentionId } = await start('a');
    const caseId = newId();
    await house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
      const { workspaceId } = company;
      await tx.execute(sql`
        insert into cases (workspace_id, id, number, version, state, opened_by, channel, gravity,
          gravity_reasons, answers, reopened, mentions, people, cost_cents, reported_at)
        values (${workspaceId}, ${caseId}, 1, 2, 'offered', 'hand', 'scripted', 1,
          '[]', 0, 0, 1, 1, 1250, now())`);
      await tx.execute(sql`
        insert into case_mentions (workspace_id, mention_id, case_id, author_id, channel, said_at, is_public)
        select ${workspaceId}, id, ${caseId}, author_id, channel, said_at, true from mentions where id = ${mentionId}`);
      await tx.execute(sql`
        insert into case_events (workspace_id, case_id, version, kind, event, at, recorded_at)
        values (${workspaceId}, ${caseId}, 2, 'offered',
          '{"kind":"offered","offer":"refund","costCents":1250,"textId":null}', now(), now())`);
    });
    expect((await correspondent(threadId)).cases).toMatchObject([
      { id: caseId, number: 1, state: 'offered', story: null, offers: [{ kind: 'refund', costCents: 1250 }] },
    ]);
  });
});

describe('one long conversation', () => {
  it('is searched by parts of words, whatever accents and capitals, and opened around what was found', async () => {
    const many: Said[] = Array.from({ length: 120 }, (_, index) => ({
      nativeId: `n${index}`,
      at: new Date(Date.UTC(2026, 1, 1) + index * 60_000).toISOString(),
      ...(index > 0 ? { root: 'n0' } : {}),
      body: index === 30 ? 'Il Caffè di 100% arabica era freddo' : `Parole ${index}`,
    }));
    const [first = ''] = await say(house, company, ...many);
    const threadId = await threadOf(house, company, first);
    const find = async (words: string) =>
      expectOk(await searchThread(house.desk, company.coordinator, threadId, words)).mentions;
    const found = await find('CAFFE fredd');
    expect(found.map(({ nativeId }) => nativeId)).toEqual(['n30']);
    expect([await find('100%'), await find('0%0'), await find('nulla')].map(({ length }) => length)).toEqual([
      1, 0, 0,
    ]);
    const passage = expectOk(
      await readPassage(house.desk, company.coordinator, threadId, found[0]?.id ?? ''),
    );
    expect(passage.mentions.map(({ nativeId }) => nativeId).slice(0, 2)).toEqual(['n0', 'n1']);
    expect([passage.mentions.length, passage.hasEarlier, passage.hasLater]).toEqual([71, false, true]);
  });
});

describe('the views', () => {
  it('each tell how many they hold', async () => {
    const { threadId } = await start('a');
    await start('b');
    await house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
      const { workspaceId } = company;
      await tx.execute(sql`insert into thread_followers (workspace_id, thread_id, person_id)
        values (${workspaceId}, ${threadId}, ${company.coordinator.personId})`);
      await tx.execute(sql`update threads set status = 'snoozed', snoozed_until = now() + interval '1 day'
        where workspace_id = ${workspaceId} and id = ${threadId}`);
    });
    const query = { view: 'all', limit: 10, counts: true } as const;
    const { counts } = expectOk(await listThreads(house.desk, company.coordinator, query));
    expect(counts).toMatchObject({ open: 1, followed: 1, snoozed: 1, theirs: 0, waiting: 1 });
  });
});
