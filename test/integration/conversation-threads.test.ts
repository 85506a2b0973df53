import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../src/conversation/actions/add-note.ts';
import { listThreads } from '../../src/conversation/actions/list-threads.ts';
import { markThreadRead, markThreadUnread } from '../../src/conversation/actions/mark-thread.ts';
import { organiseThread } from '../../src/conversation/actions/organise-thread.ts';
import { readThread } from '../../src/conversation/actions/read-thread.ts';
import { readToday } from '../../src/conversation/actions/read-today.ts';
import { saveDraft } from '../../src/conversation/actions/save-draft.ts';
import { threadMentions, writeReply } from '../../src/conversation/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { expectOk } from '../../src/platform/result.ts';
import {
  type Company,
  createColleague,
  createHouse,
  createWorkspace,
  type House,
  type Said,
  say,
  threadOf,
  write,
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

const inbox = async (query: Partial<Parameters<typeof listThreads>[2]> = {}, who = company.coordinator) =>
  expectOk(await listThreads(house.desk, who, { view: 'all', limit: 50, ...query }));
const detail = async (id: string) => expectOk(await readThread(house.desk, company.coordinator, id));
const organise = (threadId: string, version: number, change: object, who = company.coordinator) =>
  organiseThread(house.desk, who, { threadId, version, ...change });

const conversation: readonly Said[] = [
  { nativeId: 'a', at: '2026-03-01T08:00:00Z' },
  { nativeId: 'b', at: '2026-03-01T09:00:00Z', parent: 'a', ours: true },
  { nativeId: 'c', at: '2026-03-01T10:00:00Z', parent: 'b', author: 'bruno' },
];

const readingOfAnna = {
  polarity: 'neg',
  intents: ['complaint', 'urgent'],
  urgency: 0.75,
  needsReply: true,
  toxic: false,
  unsure: true,
};

describe('threads', () => {
  it('that are new are summed up as the database sums them up when it hears of them again', async () => {
    const said: readonly Said[] = [
      ...conversation,
      {
        nativeId: 'd',
        at: '2026-03-01T11:00:00Z',
        parent: 'c',
        body: ' due\n  \u00a0parole 👩‍🌾 ',
        title: 'Ordine',
      },
      { nativeId: 'e', at: '2026-03-01T07:00:00Z', addressed: false, body: '' },
      { nativeId: 'f', at: '2026-03-01T12:00:00Z', automatic: 'auto-reply', author: 'bruno' },
      { nativeId: 'g', at: '2026-03-01T12:00:00Z', ours: true, body: 'x'.repeat(900) },
    ];
    const [first = '', ...others] = await write(house, company, said);
    const { database } = house.platform;
    await database.inWorkspace(company.workspaceId, async (tx) => {
      await tx.execute(sql`update mentions set reading = ${JSON.stringify(readingOfAnna)}::jsonb
        where workspace_id = ${company.workspaceId} and id = ${first}`);
      await threadMentions(tx, company.workspaceId, [first, ...others]);
    });
    const threads = () =>
      database.inWorkspace(company.workspaceId, async (tx) => {
        const { rows } = await tx.execute(
          sql`select t.* from threads t where workspace_id = ${company.workspaceId} order by id`,
        );
        return rows;
      });
    const made = await threads();
    expect(made).toHaveLength(4);
    await database.inWorkspace(company.workspaceId, (tx) =>
      threadMentions(tx, company.workspaceId, [first, ...others]),
    );
    expect(await threads()).toEqual(made);
  });

  it('are the same whether their mentions come in order, reversed or all at once', async () => {
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [2, 0, 1],
    ];
    for (const order of orders) {
      const here = await createWorkspace(house);
      for (const index of order) await say(house, here, conversation[index] as Said);
      const { threads } = expectOk(
        await listThreads(house.desk, here.coordinator, { view: 'all', limit: 50 }),
      );
      expect(threads).toHaveLength(1);
      expect(threads[0]).toMatchObject({
        mentionCount: 3,
        preview: 'Parole di c',
        author: { name: 'Bruno' },
        waitingFor: 'us',
        lastActivityAt: '2026-03-01T10:00:00.000Z',
      });
    }
  });

  it('that turn out to be one keep their notes, drafts and answers, and what a machine drafted of them', async () => {
    const [first = '', second = ''] = await say(
      house,
      company,
      { nativeId: 'first', at: '2026-03-01T08:00:00Z' },
      { nativeId: 'second', at: '2026-03-01T09:00:00Z' },
    );
    const [older, newer] = [
      await threadOf(house, company, first),
      await threadOf(house, company, second),
    ].sort();
    for (const threadId of [older ?? '', newer ?? '']) {
      expectOk(await addNote(house.desk, company.coordinator, threadId, { body: `Nota su ${threadId}` }));
      expectOk(await saveDraft(house.desk, company.coordinator, threadId, { body: threadId, options: {} }));
    }
    const target = (await threadOf(house, company, first)) === newer ? first : second;
    const [suggestionId, another] = [newId(), newId()];
    const words = { body: 'Eccomi', options: {}, suggestionId };
    const reply = { ...words, id: newId(), threadId: newer ?? '', mentionId: target };
    expectOk(await writeReply(house.desk, company.coordinator, reply));
    const begun = { body: 'Ancora una cosa', options: {}, suggestionId: another };
    expectOk(await saveDraft(house.desk, company.coordinator, newer ?? '', begun));
    await say(house, company, {
      nativeId: 'link',
      references: ['first', 'second'],
      at: '2026-03-01T10:00:00Z',
    });
    const { threads } = await inbox();
    expect(threads.map((thread) => thread.id)).toEqual([older]);
    const merged = await detail(older ?? '');
    expect(merged.notes).toHaveLength(2);
    expect(merged.replies).toMatchObject([{ id: reply.id, suggestionId, personName: 'Carla' }]);
    expect(merged.draft?.body).toContain(older);
    expect(merged.draft).toMatchObject({
      body: expect.stringContaining('Ancora una cosa'),
      suggestionId: another,
    });
    expect(merged.mentions).toHaveLength(3);
  });

  it('show what is left when a mention is taken back', async () => {
    const ids = await say(house, company, ...conversation);
    const { workspaceId } = company;
    await house.platform.database.inWorkspace(workspaceId, async (tx) => {
      await tx.execute(sql`update mentions set removed_at = now(), body = '', title = null
        where workspace_id = ${workspaceId} and id = ${ids[2]}`);
      await threadMentions(tx, workspaceId, [ids[2] ?? '']);
    });
    const [thread] = (await inbox()).threads;
    expect(thread).toMatchObject({ preview: 'Parole di b', mentionCount: 2, waitingFor: 'them' });
  });

  it('wait for nobody after an automatic message', async () => {
    await say(house, company, { nativeId: 'auto', automatic: 'auto-reply' });
    expect((await inbox()).threads[0]?.waitingFor).toBe('nobody');
  });

  it('that are done open again when they write, and not when we do or an old word arrives late', async () => {
    const [id = ''] = await say(house, company, { nativeId: 'a', at: '2026-03-01T08:00:00Z' });
    const threadId = await threadOf(house, company, id);
    const done = expectOk(await organise(threadId, 1, { status: 'done' }));
    await say(house, company, { nativeId: 'late', parent: 'a', at: '2026-03-01T07:00:00Z' });
    await say(house, company, { nativeId: 'us', parent: 'a', ours: true, at: '2026-03-01T09:00:00Z' });
    expect((await detail(threadId)).thread.status).toBe('done');
    await say(house, company, { nativeId: 'again', parent: 'a', at: '2026-03-01T10:00:00Z' });
    const { thread } = await detail(threadId);
    expect(thread.status).toBe('open');
    const late = await organise(threadId, done.version, { status: 'done' });
    expect(late).toMatchObject({ error: { kind: 'changed', byName: null } });
  });

  it('of the same mail subject and person are one, even without headers', async () => {
    const mail = { form: 'message', author: 'anna' };
    await say(house, company, { ...mail, nativeId: '1', title: 'Visita', at: '2026-03-01T08:00:00Z' });
    await say(house, company, { ...mail, nativeId: '2', title: 'R: Visita', at: '2026-03-02T07:00:00Z' });
    await say(house, company, { ...mail, nativeId: '3', title: 'R: Visita', author: 'bruno' });
    expect((await inbox()).threads.map((thread) => thread.mentionCount).sort()).toEqual([1, 2]);
  });

  it('of two companies never touch, whatever ids they share', async () => {
    const other = await createWorkspace(house);
    await say(house, company, { nativeId: 'same' });
    await say(house, other, { nativeId: 'same' }, { nativeId: 'child', parent: 'same' });
    expect((await inbox()).threads[0]?.mentionCount).toBe(1);
    const id = (await inbox()).threads[0]?.id ?? '';
    expect(await organise(id, 1, { status: 'done' }, other.coordinator)).toMatchObject({
      error: { kind: 'not-found' },
    });
    expect(await readThread(house.desk, other.coordinator, id)).toMatchObject({ ok: false });
  });
});

describe('the inbox', () => {
  const letters = Array.from({ length: 25 }, (_, index) => ({
    nativeId: `letter-${index}`,
    at: new Date(Date.UTC(2026, 1, 1 + Math.floor(index / 2))).toISOString(),
  }));

  it('pages through everything once, newest first, also where instants are equal', async () => {
    await say(house, company, ...letters);
    const seen: string[] = [];
    let before: { before?: { at: Date; id: string } } = {};
    for (let page = 0; page < 10; page += 1) {
      const { threads, next } = await inbox({ limit: 7, ...before });
      seen.push(...threads.map((thread) => thread.id));
      const last = threads.at(-1);
      if (!next || !last) break;
      before = { before: { at: new Date(last.lastActivityAt), id: last.id } };
    }
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });

  it('shows each person what they have not read', async () => {
    await say(house, company, ...letters.slice(0, 5));
    const colleague = await createColleague(house, company, 'Piero', ['carer']);
    const [first] = (await inbox()).threads;
    const until = new Date(first?.lastTheirsAt ?? '');
    expectOk(await markThreadRead(house.desk, company.coordinator, first?.id ?? '', until));
    const mine = await inbox({ unread: true, counts: true });
    expect(mine.threads).toHaveLength(4);
    expect(mine.counts).toMatchObject({ open: 5, unread: 4, waiting: 5, mine: 0, unassigned: 5 });
    expect((await inbox({ unread: true, counts: true }, colleague)).counts?.unread).toBe(5);
    expectOk(await markThreadUnread(house.desk, company.coordinator, first?.id ?? ''));
    expect((await inbox({ unread: true })).threads).toHaveLength(5);
  });

  it('keeps what is only about us apart', async () => {
    const [about = ''] = await write(house, company, [{ nativeId: 'about', addressed: false }]);
    const { workspaceId } = company;
    await house.platform.database.inWorkspace(workspaceId, async (tx) => {
      await tx.execute(sql`insert into watch_matches (workspace_id, watch_id, mention_id, spans, said_at)
        values (${workspaceId}, ${newId()}, ${about}, '[]', now())`);
      await threadMentions(tx, workspaceId, [about]);
    });
    await say(house, company, { nativeId: 'noise', addressed: false }, { nativeId: 'to-us' });
    expect((await inbox()).threads).toHaveLength(1);
    const found = (await inbox({ view: 'about' })).threads;
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ addressed: false, waitingFor: 'us' });
  });

  it('finds threads by what was said in them, in any form of the word', async () => {
    await say(house, company, { nativeId: '1', body: 'Le degustazioni sono bellissime' }, { nativeId: '2' });
    expect((await inbox({ q: 'degustazione' })).threads).toHaveLength(1);
    expect((await inbox({ q: 'degustazione', view: 'done' })).threads).toHaveLength(0);
  });

  it('assigns to colleagues only, and tells the second of two who was quicker', async () => {
    const colleague = await createColleague(house, company, 'Piero', ['carer']);
    await say(house, company, { nativeId: 'a' });
    const [thread] = (await inbox()).threads;
    const id = thread?.id ?? '';
    const stranger = await createWorkspace(house);
    expect(await organise(id, 1, { assigneeId: stranger.coordinator.personId })).toMatchObject({
      error: { kind: 'not-a-member' },
    });
    const results = await Promise.all([
      organise(id, 1, { assigneeId: colleague.personId }),
      organise(id, 1, { assigneeId: company.coordinator.personId }, colleague),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const lost = results.find((result) => !result.ok);
    expect(lost).toMatchObject({ error: { kind: 'changed', byName: results[0]?.ok ? 'Carla' : 'Piero' } });
    const guest = await createColleague(house, company, 'Gina', ['guest']);
    expect(await organise(id, 2, { status: 'done' }, guest)).toMatchObject({
      error: { kind: 'not-allowed' },
    });
  });

  it('begins the day with who has waited longest, with the reason in words', async () => {
    await say(
      house,
      company,
      { nativeId: 'long', at: '2026-02-26T08:00:00Z', author: 'dora' },
      { nativeId: 'short', at: '2026-03-02T07:00:00Z' },
    );
    const today = expectOk(await readToday(house.desk, company.coordinator));
    expect(today.waiting.map((thread) => thread.why.it)).toEqual([
      'Aspetta una risposta da 4 giorni.',
      'Aspetta una risposta da un’ora.',
    ]);
    expect(today.counts.waiting).toBe(2);
  });
});
