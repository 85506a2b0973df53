import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '../../src/platform/events/append-events.ts';
import { dispatchEvents } from '../../src/platform/events/dispatcher.ts';
import type { Subscription } from '../../src/platform/events/events.ts';
import { newId } from '../../src/platform/ids.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.ts';

let test: TestDatabase;
const cellar = newId();
const workshop = newId();

beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.drop());

const tell = (workspaceId: string, kind: string, payload = {}) =>
  test.database.inWorkspace(workspaceId, (tx) => appendEvents(tx, workspaceId, [{ kind, payload }]));

const listener = (
  heard: string[],
  options: { fails?: (payload: unknown) => boolean } = {},
): Subscription => ({
  name: 'listener',
  kinds: ['bottle.opened'],
  handle: async (_tx, workspaceId, events) => {
    for (const event of events) {
      if (options.fails?.(event.payload)) throw new Error('cannot hear this one');
      heard.push(`${workspaceId === cellar ? 'cellar' : 'workshop'}:${JSON.stringify(event.payload)}`);
    }
  },
});

const waiting = async (): Promise<number> => {
  const { rows } = await test.database.asInstallation((tx) =>
    tx.execute<{ count: number }>(
      sql`select count(*)::int as count from outbox_events where dead_at is null`,
    ),
  );
  return rows[0]?.count ?? -1;
};

describe('the outbox', () => {
  it('hands events over once, by workspace, in their order', async () => {
    const heard: string[] = [];
    for (const n of [1, 2, 3]) await tell(cellar, 'bottle.opened', { n });
    await tell(workshop, 'bottle.opened', { n: 4 });
    await dispatchEvents(test.database, [listener(heard)], silentLog);
    await dispatchEvents(test.database, [listener(heard)], silentLog);
    expect(heard).toEqual(['cellar:{"n":1}', 'cellar:{"n":2}', 'cellar:{"n":3}', 'workshop:{"n":4}']);
    expect(await waiting()).toBe(0);
  });

  it('hands a backlog of heavy events over in several goes, each committed, all of them in one call', async () => {
    // 80 kB each, and random, so that the database cannot make them smaller: three go together.
    const heavy = () => ({ text: randomBytes(60_000).toString('base64') });
    for (const n of [1, 2, 3, 4, 5]) await tell(cellar, 'bottle.opened', { n, ...heavy() });
    const goes: { readonly waiting: number; readonly events: readonly unknown[] }[] = [];
    const counter: Subscription = {
      name: 'counter',
      kinds: ['bottle.opened'],
      handle: async (_tx, _workspaceId, events) => {
        goes.push({ waiting: await waiting(), events: events.map(({ payload }) => payload.n) });
      },
    };
    expect(await dispatchEvents(test.database, [counter], silentLog)).toBe(5);
    expect(goes).toEqual([
      { waiting: 5, events: [1, 2, 3] },
      { waiting: 2, events: [4, 5] },
    ]);
    expect(await waiting()).toBe(0);
  });

  it('hands many light events over together', async () => {
    for (const n of [1, 2, 3]) await tell(cellar, 'bottle.opened', { n });
    const goes: number[] = [];
    const counter: Subscription = {
      name: 'counter',
      kinds: ['bottle.opened'],
      handle: async (_tx, _workspaceId, events) => void goes.push(events.length),
    };
    await dispatchEvents(test.database, [counter], silentLog);
    expect(goes).toEqual([3]);
  });

  it('hands over an event that is heavier by itself than is handed over together', async () => {
    const heard: string[] = [];
    await tell(cellar, 'bottle.opened', { text: randomBytes(300_000).toString('base64') });
    await tell(cellar, 'bottle.opened', { n: 2 });
    expect(await dispatchEvents(test.database, [listener(heard)], silentLog)).toBe(2);
    expect(heard).toHaveLength(2);
  });

  it('tells nothing of a change that was rolled back', async () => {
    const heard: string[] = [];
    const undone = test.database.inWorkspace(cellar, async (tx) => {
      await appendEvents(tx, cellar, [{ kind: 'bottle.opened', payload: {} }]);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await dispatchEvents(test.database, [listener(heard)], silentLog);
    expect(heard).toEqual([]);
  });

  it('does not let one event that cannot be handled stop the others', async () => {
    const heard: string[] = [];
    for (const n of [1, 2, 3]) await tell(cellar, 'bottle.opened', { n });
    const fails = (payload: unknown) => (payload as { n: number }).n === 2;
    await dispatchEvents(test.database, [listener(heard, { fails })], silentLog);
    expect(new Set(heard)).toEqual(new Set(['cellar:{"n":1}', 'cellar:{"n":3}']));
    expect(await waiting()).toBe(1);
  });

  it('undoes what a handler wrote when it throws', async () => {
    await tell(cellar, 'bottle.opened', {});
    const writer: Subscription = {
      name: 'writer',
      kinds: ['bottle.opened'],
      handle: async (tx, workspaceId) => {
        await appendEvents(tx, workspaceId, [{ kind: 'glass.filled', payload: {} }]);
        throw new Error('spilled');
      },
    };
    await dispatchEvents(test.database, [writer], silentLog);
    expect(await waiting()).toBe(1);
  });
});

describe('the second wall', () => {
  it('shows a transaction the rows of its own workspace alone, even to a query that forgets to say so', async () => {
    await tell(cellar, 'bottle.opened', {});
    const count = (rows: { rows: { count: number }[] }) => rows.rows[0]?.count;
    const all = sql`select count(*)::int as count from outbox_events`;
    expect(count(await test.database.inWorkspace(cellar, (tx) => tx.execute<{ count: number }>(all)))).toBe(
      1,
    );
    expect(count(await test.database.inWorkspace(workshop, (tx) => tx.execute<{ count: number }>(all)))).toBe(
      0,
    );
    expect(count(await test.database.installation.execute<{ count: number }>(all))).toBe(0);
  });

  it('refuses a row written into another workspace', async () => {
    const smuggled = test.database.inWorkspace(cellar, (tx) =>
      appendEvents(tx, workshop, [{ kind: 'bottle.opened', payload: {} }]),
    );
    await expect(smuggled).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('stands on every table that has a workspace', async () => {
    const { rows } = await test.database.installation.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity`);
    expect(rows).toEqual([]);
  });
});
