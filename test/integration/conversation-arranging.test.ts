import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../src/conversation/actions/add-note.ts';
import { listArrangements } from '../../src/conversation/actions/list-arrangements.ts';
import { mergeByHand } from '../../src/conversation/actions/merge-by-hand.ts';
import { organiseThread } from '../../src/conversation/actions/organise-thread.ts';
import { readThread } from '../../src/conversation/actions/read-thread.ts';
import { saveDraft } from '../../src/conversation/actions/save-draft.ts';
import { splitThread } from '../../src/conversation/actions/split-thread.ts';
import { undoArrangement } from '../../src/conversation/actions/undo-arrangement.ts';
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

const detail = async (id: string, who = company.coordinator) =>
  expectOk(await readThread(house.desk, who, id));
const seen = async (threadId: string) => ({ threadId, version: (await detail(threadId)).thread.version });
const merge = async (into: string, ...others: string[]) =>
  mergeByHand(house.desk, company.coordinator, await seen(into), await Promise.all(others.map(seen)));
const split = async (threadId: string, ...mentionIds: string[]) =>
  splitThread(house.desk, company.coordinator, await seen(threadId), { mentionIds });
const undo = (id: string) => undoArrangement(house.desk, company.coordinator, id);
const natives = async (id: string) => (await detail(id)).mentions.map(({ nativeId }) => nativeId);
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
const start = async (nativeId: string, more: Partial<Said> = {}) => {
  const [mentionId = ''] = await say(house, company, { nativeId, ...more });
  return { mentionId, threadId: await threadOf(house, company, mentionId) };
};

describe('conversations joined by hand', () => {
  it('hold all that both held, answer to the old address, and take in what would have come to the old one', async () => {
    const one = await start('a', { at: at(1) });
    const other = await start('b', { at: at(2), author: 'bruno' });
    expectOk(await addNote(house.desk, company.coordinator, other.threadId, { body: 'nota' }));
    expectOk(
      await saveDraft(house.desk, company.coordinator, other.threadId, { body: 'bozza', options: {} }),
    );
    const { arrangementId, thread } = expectOk(await merge(one.threadId, other.threadId));
    expect(thread.mentionCount).toBe(2);
    await say(house, company, { nativeId: 'c', at: at(3), parent: 'b', author: 'bruno' });
    const joined = await detail(other.threadId);
    expect(joined.thread.id).toBe(one.threadId);
    expect(joined.mentions.map(({ nativeId }) => nativeId)).toEqual(['a', 'b', 'c']);
    expect([joined.notes[0]?.body, joined.draft?.body]).toEqual(['nota', 'bozza']);
    const late = expectOk(await addNote(house.desk, company.coordinator, other.threadId, { body: 'dopo' }));
    expect((await detail(one.threadId)).notes.map(({ id }) => id)).toContain(late.id);
    expectOk(await undo(arrangementId));
    expect([await natives(one.threadId), await natives(other.threadId)]).toEqual([['a'], ['b', 'c']]);
    const again = await detail(other.threadId);
    expect([again.notes.map(({ body }) => body), again.draft?.body]).toEqual([['nota'], 'bozza']);
    expect(await undo(arrangementId)).toMatchObject({ error: { kind: 'arrangement-over' } });
  });

  it('are told apart again with hands, labels and readers as they were, unless somebody has touched them since', async () => {
    const bruno = await createColleague(house, company, 'Bruno', ['coordinator']);
    const one = await start('a');
    const other = await start('b');
    const give = async (threadId: string, assigneeId: string) =>
      expectOk(
        await organiseThread(house.desk, company.coordinator, { ...(await seen(threadId)), assigneeId }),
      );
    await give(other.threadId, bruno.personId);
    const { arrangementId, thread } = expectOk(await merge(one.threadId, other.threadId));
    expect(thread.assigneeId).toBe(bruno.personId);
    expectOk(await undo(arrangementId));
    expect((await detail(one.threadId)).thread.assigneeId).toBeNull();
    expect((await detail(other.threadId)).thread.assigneeId).toBe(bruno.personId);
    const listed = expectOk(await listArrangements(house.desk, company.coordinator, one.threadId));
    expect(listed).toMatchObject([
      { kind: 'merge', byName: 'Carla', undone: true, otherIds: [other.threadId] },
    ]);
  });

  it('stay two when a person took the joining back, though a message names both', async () => {
    const one = await start('a', { at: at(1) });
    const other = await start('b', { at: at(2) });
    expectOk(await undo(expectOk(await merge(one.threadId, other.threadId)).arrangementId));
    await say(house, company, { nativeId: 'c', at: at(3), references: ['a', 'b'] });
    expect([await natives(one.threadId), await natives(other.threadId)]).toEqual([['a'], ['b', 'c']]);
  });

  it('are refused on two connections, while an answer leaves, and to whoever saw them otherwise', async () => {
    const one = await start('a');
    const other = await start('b');
    const elsewhere = { ...company, connectionId: newId() };
    const [far = ''] = await say(house, elsewhere, { nativeId: 'far' });
    const farThread = await threadOf(house, company, far);
    expect(await merge(one.threadId, farThread)).toMatchObject({ error: { kind: 'other-connection' } });
    expect(await merge(one.threadId, one.threadId)).toMatchObject({ error: { kind: 'same-thread' } });
    const stale = { threadId: one.threadId, version: 99 };
    expect(
      await mergeByHand(house.desk, company.coordinator, stale, [await seen(other.threadId)]),
    ).toMatchObject({
      error: { kind: 'changed' },
    });
    const reply = {
      id: newId(),
      threadId: one.threadId,
      mentionId: one.mentionId,
      body: 'Eccoci',
      options: {},
    };
    expectOk(await writeReply(house.desk, company.coordinator, reply));
    expect(await merge(one.threadId, other.threadId)).toMatchObject({ error: { kind: 'reply-under-way' } });
  });

  it('end in one when two people join them both ways at once: the second is told', async () => {
    const one = await start('a', { at: at(1) });
    const other = await start('b', { at: at(2) });
    const bruno = await createColleague(house, company, 'Bruno', ['coordinator']);
    const [left, right] = [await seen(one.threadId), await seen(other.threadId)];
    const both = await Promise.all([
      mergeByHand(house.desk, company.coordinator, left, [right]),
      mergeByHand(house.desk, bruno, right, [left]),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await natives(one.threadId)).toEqual(['a', 'b']);
    expect(await natives(other.threadId)).toEqual(['a', 'b']);
  });
});

describe('a conversation divided by hand', () => {
  it('stays divided whatever its messages name, and goes back together', async () => {
    const [root = '', b = ''] = await say(
      house,
      company,
      { nativeId: 'r', at: at(0), ours: true },
      { nativeId: 'b', at: at(1), root: 'r', parent: 'r', author: 'bruno' },
      { nativeId: 'c', at: at(2), root: 'r', parent: 'r', author: 'carla' },
    );
    const threadId = await threadOf(house, company, root);
    const { arrangementId, thread } = expectOk(await split(threadId, b));
    await say(
      house,
      company,
      { nativeId: 'd', at: at(3), root: 'r', parent: 'b' },
      { nativeId: 'e', at: at(4), root: 'r' },
    );
    await house.platform.database.inWorkspace(company.workspaceId, (tx) =>
      threadMentions(tx, company.workspaceId, [b, root]),
    );
    expect([await natives(threadId), await natives(thread.id)]).toEqual([
      ['r', 'c', 'e'],
      ['b', 'd'],
    ]);
    for (const id of [threadId, thread.id])
      expect(expectOk(await listArrangements(house.desk, company.coordinator, id))).toMatchObject([
        { id: arrangementId, kind: 'split', otherIds: [thread.id], undone: false },
      ]);
    expectOk(await undo(arrangementId));
    expect(await natives(threadId)).toEqual(['r', 'b', 'c', 'd', 'e']);
    expect((await detail(thread.id)).thread.id).toBe(threadId);
  });

  it('of six thousand messages is cut in one go, and summed up right on both sides', async () => {
    const many: Said[] = Array.from({ length: 6_000 }, (_, index) => ({
      nativeId: `n${index}`,
      at: new Date(Date.UTC(2026, 1, 1) + index * 60_000).toISOString(),
      ...(index > 0 ? { root: 'n0' } : { title: 'La prima' }),
    }));
    const ids = await write(house, company, many);
    await house.platform.database.inWorkspace(company.workspaceId, (tx) =>
      threadMentions(tx, company.workspaceId, ids),
    );
    const threadId = await threadOf(house, company, ids[0] ?? '');
    const from = { from: ids[5_500] ?? '' };
    const cut = expectOk(await splitThread(house.desk, company.coordinator, await seen(threadId), from));
    expect([(await detail(threadId)).thread.mentionCount, cut.thread.mentionCount]).toEqual([5_500, 500]);
    expectOk(await undo(cut.arrangementId));
    expect((await detail(threadId)).thread).toMatchObject({ mentionCount: 6_000, subject: 'La prima' });
  });

  it('leaves something on both sides, and takes nothing that is not there', async () => {
    const one = await start('a');
    const other = await start('b');
    expect(await split(one.threadId, one.mentionId)).toMatchObject({ error: { kind: 'nothing-left' } });
    expect(await split(one.threadId, other.mentionId)).toMatchObject({ error: { kind: 'not-its-mentions' } });
  });
});

type Step =
  | { readonly do: 'say'; readonly links: readonly number[] }
  | { readonly do: 'merge' | 'split'; readonly pick: readonly [number, number] }
  | { readonly do: 'undo'; readonly pick: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('say' as const), links: fc.array(fc.nat(20), { maxLength: 2 }) }),
  fc.record({
    do: fc.constantFrom('merge' as const, 'split' as const),
    pick: fc.tuple(fc.nat(9), fc.nat(9)),
  }),
  fc.record({ do: fc.constant('undo' as const), pick: fc.nat(9) }),
);

describe('any history of joining, dividing and taking back', () => {
  it('loses nothing, keeps each message in one conversation that is there, and every old address answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        company = await createWorkspace(house);
        const mentionIds: string[] = [];
        const done: string[] = [];
        const everSeen = new Set<string>();
        for (const [index, one] of [{ do: 'say', links: [] }, { do: 'say', links: [] }, ...steps].entries()) {
          const threads = [...new Set((await places()).values())].sort();
          for (const id of threads) everSeen.add(id);
          await take(one as Step, index, threads, mentionIds, done);
          await holds(mentionIds, everSeen);
        }
      }),
      { numRuns: 5 },
    );
  });
});

const places = async (): Promise<ReadonlyMap<string, string>> =>
  house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    const { rows } = await tx.execute<{ m: string; t: string }>(
      sql`select mention_id as m, thread_id as t from thread_mentions where workspace_id = ${company.workspaceId}`,
    );
    return new Map(rows.map(({ m, t }) => [m, t]));
  });

const take = async (one: Step, index: number, threads: string[], mentionIds: string[], done: string[]) => {
  if (one.do === 'say') {
    const references = one.links.map((link) => `n${link}`);
    mentionIds.push(...(await say(house, company, { nativeId: `n${index}`, at: at(index), references })));
    return;
  }
  if (one.do === 'undo') {
    const id = done[one.pick % Math.max(done.length, 1)];
    if (id) await undo(id);
    return;
  }
  const [left, right] = one.pick.map((pick) => threads[pick % threads.length] ?? '') as [string, string];
  const before = await places();
  const of = [...before].filter(([, threadId]) => threadId === left).map(([id]) => id);
  const result =
    one.do === 'merge'
      ? await merge(left, right)
      : await split(left, ...of.slice(0, 1 + (one.pick[1] % of.length)));
  if (!result.ok) return;
  done.push(result.value.arrangementId);
  if (index % 3 > 0) return;
  expectOk(await undo(result.value.arrangementId));
  expect(await places()).toEqual(before);
};

const holds = async (mentionIds: readonly string[], everSeen: ReadonlySet<string>) => {
  const now = await places();
  expect([...now.keys()].sort()).toEqual([...mentionIds].sort());
  const counts = Map.groupBy(now.keys(), (id) => now.get(id));
  for (const [threadId, ids] of counts) {
    const { thread, mentions } = await detail(threadId ?? '');
    expect([thread.id, thread.mentionCount, mentions.map(({ id }) => id).sort()]).toEqual([
      threadId,
      ids.length,
      ids.sort(),
    ]);
  }
  for (const old of everSeen) expect(counts.has((await detail(old)).thread.id)).toBe(true);
};
