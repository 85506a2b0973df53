import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  keepSettings,
  readFigures,
  readSettings,
} from '../../src/conversation/actions/keep-desk-settings.ts';
import { addLabel } from '../../src/conversation/actions/keep-labels.ts';
import { keepTeam } from '../../src/conversation/actions/keep-teams.ts';
import { listThreads } from '../../src/conversation/actions/list-threads.ts';
import { orderBulk, startBulk, viewBulk } from '../../src/conversation/actions/order-bulk.ts';
import { organiseThread } from '../../src/conversation/actions/organise-thread.ts';
import { readThread } from '../../src/conversation/actions/read-thread.ts';
import { runBulk } from '../../src/conversation/actions/run-bulk.ts';
import { setDeadlines } from '../../src/conversation/actions/set-deadlines.ts';
import { tellOverdue } from '../../src/conversation/actions/tell-overdue.ts';
import { tellPresence } from '../../src/conversation/actions/tell-presence.ts';
import { writeReply } from '../../src/conversation/index.ts';
import type { Member } from '../../src/people/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { usualHours } from '../../src/platform/time/desk-hours.ts';
import {
  type Company,
  createColleague,
  createHouse,
  createWorkspace,
  type House,
  say,
  threadOf,
} from './conversation-kit.ts';

let house: House;
let company: Company;
let carla: Member;
let piero: Member;

beforeAll(async () => {
  house = await createHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  company = await createWorkspace(house);
  carla = company.coordinator;
  piero = await createColleague(house, company, 'Piero Rossi', ['carer']);
});

const value = <Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const asked = async (nativeId: string, at = '2026-03-02T08:00:00Z') => {
  const [mentionId = ''] = await say(house, company, { nativeId, at });
  const threadId = await threadOf(house, company, mentionId);
  await clock(threadId);
  return { mentionId, threadId };
};
const clock = (...threadIds: string[]) =>
  house.platform.database.inWorkspace(company.workspaceId, (tx) =>
    setDeadlines(house.desk, tx, company.workspaceId, threadIds),
  );
const threadNow = async (threadId: string) => value(await readThread(house.desk, carla, threadId)).thread;
const overdue = async () => {
  const page = value(await listThreads(house.desk, carla, { view: 'overdue', limit: 50, counts: true }));
  expect(page.counts?.overdue).toBe(page.threads.length);
  return page.threads.map(({ id }) => id);
};
const live = (kind: string) =>
  house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    const { rows } = await tx.execute<{ payload: Record<string, unknown> }>(sql`
      select payload from live_changes where workspace_id = ${company.workspaceId} and kind = ${kind} order by sequence`);
    return rows.map(({ payload }) => payload);
  });

describe('answers in time', () => {
  it('have a deadline from the first word that waits, on the hours of the company, and on those of the team once it has one', async () => {
    const { threadId } = await asked('question');
    expect((await threadNow(threadId)).deadline).toEqual({
      kind: 'first',
      startedAt: '2026-03-02T08:00:00.000Z',
      dueAt: '2026-03-02T17:00:00.000Z',
    });
    await say(house, company, { nativeId: 'again', root: 'question', at: '2026-03-02T08:30:00Z' });
    await clock(threadId);
    expect((await threadNow(threadId)).deadline?.startedAt).toBe('2026-03-02T08:00:00.000Z');
    const hours = { ...usualHours, week: usualHours.week.map(() => [{ from: 960, to: 1_440 }]) };
    const team = value(await keepTeam(house.desk, carla, { name: 'Sera', memberIds: [], hours }));
    const { version } = await threadNow(threadId);
    value(await organiseThread(house.desk, carla, { threadId, version, teamId: team.id }));
    await clock(threadId);
    expect((await threadNow(threadId)).deadline?.dueAt).toBe('2026-03-02T23:00:00.000Z');
    value(await keepTeam(house.desk, carla, { name: 'Sera', memberIds: [], hours: null }, team));
    expect((await threadNow(threadId)).deadline?.dueAt).toBe('2026-03-02T17:00:00.000Z');
  });

  it('are told once when they have passed, to the team and to whom the company named, and end with the answer', async () => {
    const settings = value(await readSettings(house.desk, carla));
    value(await keepSettings(house.desk, carla, { ...settings, escalateTo: carla.personId }));
    const team = value(await keepTeam(house.desk, carla, { name: 'Ordini', memberIds: [piero.personId] }));
    const { threadId } = await asked('question');
    value(await organiseThread(house.desk, carla, { threadId, version: 1, teamId: team.id }));
    await clock(threadId);
    expect(await overdue()).toEqual([]);
    expect(await tellOverdue(house.desk)).toBe(0);
    house.clock.advance(10 * 3_600_000);
    expect(await overdue()).toEqual([threadId]);
    expect(await tellOverdue(house.desk)).toBeGreaterThan(0);
    expect(await tellOverdue(house.desk)).toBe(0);
    expect(await live('thread.overdue')).toEqual([{ threadId, personIds: [piero.personId, carla.personId] }]);
    expect(value(await readThread(house.desk, carla, threadId)).followerIds).toEqual([carla.personId]);
    await say(house, company, { nativeId: 'ours', ours: true, root: 'question', at: '2026-03-02T18:00:00Z' });
    await clock(threadId);
    expect((await threadNow(threadId)).deadline).toBeNull();
    expect(await overdue()).toEqual([]);
    const late = { waits: 1, running: 0, first: { inTime: { count: 0, of: 1 }, times: { median: 480 } } };
    expect(value(await readFigures(house.desk, carla, 30))).toMatchObject({
      whole: late,
      // A team of one would be a person.
      teams: [{ key: 'none', ...late }],
      channels: [late],
    });
    const both = { name: 'Ordini', memberIds: [piero.personId, carla.personId] };
    value(await keepTeam(house.desk, carla, both, team));
    expect(value(await readFigures(house.desk, carla, 30)).teams).toMatchObject([{ key: team.id, ...late }]);
    await say(house, company, { nativeId: 'theirs', root: 'question', at: '2026-03-02T18:00:01Z' });
    await clock(threadId);
    expect((await threadNow(threadId)).deadline?.kind).toBe('next');
    house.clock.advance(-10 * 3_600_000);
  });

  it('are as the company says from now on, also for those who wait already', async () => {
    const { threadId } = await asked('question');
    const settings = value(await readSettings(house.desk, carla));
    const targets = [{ channels: [], intents: [], leastGravity: null, first: 60, next: 30 }];
    expect(await keepSettings(house.desk, piero, settings)).toMatchObject({ error: { kind: 'not-allowed' } });
    value(await keepSettings(house.desk, carla, { ...settings, targets }));
    expect(await keepSettings(house.desk, carla, settings)).toMatchObject({
      error: { kind: 'changed-meanwhile' },
    });
    expect((await threadNow(threadId)).deadline?.dueAt).toBe('2026-03-02T09:00:00.000Z');
  });
});

describe('the same for many', () => {
  const many = async (count: number) => {
    const said = Array.from({ length: count }, (_, index) => ({
      nativeId: `m${index}`,
      author: `a${index}`,
    }));
    await say(house, company, ...said);
  };
  const all = { query: { view: 'all' as const, now: new Date('2026-03-02T08:00:00Z') } };
  const shown = async (view: 'all' | 'mine' | 'done') =>
    value(await listThreads(house.desk, carla, { view, limit: 100 })).threads.length;

  it('is done in batches and taken back wholly, but for what somebody has touched since', async () => {
    await many(600);
    const label = value(await addLabel(house.desk, carla, { name: 'Fiera', colour: 'sea' }));
    const wish = { kind: 'organise' as const, wish: { assigneeId: carla.personId, addLabels: [label.id] } };
    const begun = value(await startBulk(house.desk, carla, wish, all));
    expect(begun).toMatchObject({ state: 'running', total: 600, counts: { applied: 250, waiting: 350 } });
    await runBulk(house.desk, company.workspaceId, begun.id);
    expect(value(await viewBulk(house.desk, carla, begun.id))).toMatchObject({
      state: 'done',
      counts: { applied: 600 },
    });
    const [touched] = value(await listThreads(house.desk, carla, { view: 'mine', limit: 1 })).threads;
    expect(touched?.labelIds).toEqual([label.id]);
    const { id: threadId = '', version = 0 } = touched ?? {};
    value(await organiseThread(house.desk, piero, { threadId, version, assigneeId: piero.personId }));
    value(await orderBulk(house.desk, carla, begun.id, 'undo'));
    await runBulk(house.desk, company.workspaceId, begun.id);
    expect(value(await viewBulk(house.desk, carla, begun.id))).toMatchObject({
      state: 'undone',
      counts: { undone: 599, kept: 1 },
    });
    expect(await shown('mine')).toBe(0);
    expect((await threadNow(threadId)).assigneeId).toBe(piero.personId);
    expect(await orderBulk(house.desk, carla, begun.id, 'undo')).toMatchObject({
      error: { kind: 'bulk-over' },
    });
  });

  it('stops where it is when somebody says so, and what was done can still be taken back', async () => {
    await many(600);
    const begun = value(
      await startBulk(house.desk, carla, { kind: 'organise', wish: { status: 'done' } }, all),
    );
    expect(await orderBulk(house.desk, piero, begun.id, 'stop')).toMatchObject({
      error: { kind: 'not-allowed' },
    });
    value(await orderBulk(house.desk, carla, begun.id, 'stop'));
    await runBulk(house.desk, company.workspaceId, begun.id);
    expect(value(await viewBulk(house.desk, carla, begun.id))).toMatchObject({
      state: 'stopped',
      counts: { applied: 250, waiting: 350 },
    });
    value(await orderBulk(house.desk, carla, begun.id, 'undo'));
    expect(value(await viewBulk(house.desk, carla, begun.id)).counts.undone).toBe(250);
    expect(await shown('done')).toBe(0);
  });

  it('marks as read for oneself alone, and back', async () => {
    const { threadId } = await asked('question');
    const begun = value(await startBulk(house.desk, carla, { kind: 'read' }, { threadIds: [threadId] }));
    expect(begun.state).toBe('done');
    expect((await threadNow(threadId)).unread).toBe(false);
    expect(value(await readThread(house.desk, piero, threadId)).thread.unread).toBe(true);
    value(await orderBulk(house.desk, carla, begun.id, 'undo'));
    expect((await threadNow(threadId)).unread).toBe(true);
  });

  it('never reaches the threads of another company', async () => {
    const { threadId } = await asked('question');
    const stranger = (await createWorkspace(house)).coordinator;
    const wish = { kind: 'organise' as const, wish: { status: 'done' as const } };
    const begun = value(await startBulk(house.desk, stranger, wish, { threadIds: [threadId] }));
    expect(begun.total).toBe(0);
    expect((await threadNow(threadId)).status).toBe('open');
  });
});

describe('two at one conversation', () => {
  it('see who reads and who writes, until they leave or are not heard of for a minute', async () => {
    const { threadId } = await asked('question');
    value(await tellPresence(house.desk, carla, threadId, 'reading'));
    expect(value(await tellPresence(house.desk, piero, threadId, 'writing'))).toMatchObject([
      { personId: carla.personId, doing: 'reading' },
    ]);
    value(await tellPresence(house.desk, piero, threadId, 'writing'));
    expect((await live('presence.changed')).map(({ doing }) => doing)).toEqual(['reading', 'writing']);
    expect(value(await readThread(house.desk, carla, threadId)).present).toHaveLength(2);
    value(await tellPresence(house.desk, piero, threadId, null));
    house.clock.advance(61_000);
    expect(value(await readThread(house.desk, carla, threadId)).present).toEqual([]);
    house.clock.advance(-61_000);
  });

  it('do not answer twice without knowing: the second reads what the first said, and may send all the same', async () => {
    const { threadId, mentionId } = await asked('question');
    const seenUntil = new Date('2026-03-02T07:59:00Z');
    const answer = (body: string) => ({ id: newId(), threadId, mentionId, body, options: {}, seenUntil });
    const [first, second] = await Promise.all([
      writeReply(house.desk, carla, answer('Siamo aperti')),
      writeReply(house.desk, piero, answer('Siamo chiusi')),
    ]);
    const lost = first.ok ? second : first;
    expect(first.ok).not.toBe(second.ok);
    expect(lost).toMatchObject({
      error: {
        kind: 'answered-meanwhile',
        byName: first.ok ? 'Carla' : 'Piero Rossi',
        body: first.ok ? 'Siamo aperti' : 'Siamo chiusi',
      },
    });
    const seen = lost.ok === false && 'at' in lost.error ? lost.error.at : seenUntil;
    const late = first.ok ? piero : carla;
    value(await writeReply(house.desk, late, { ...answer('Anche io'), seenUntil: seen }));
  });
});
