import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  claimConnections,
  LEASE_MS,
  limitsFor,
  noteProblem,
  openConnection,
  releaseLease,
  renewLease,
  savePollOutcome,
} from '../../src/channels/index.ts';
import { connections } from '../../src/channels/store/connections.table.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { expectOk } from '../../src/platform/result.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';

describe('receiving for a connection', () => {
  const clock = fixedClock(new Date('2026-11-22T08:00:00Z'));
  const [here, there] = [randomUUID(), randomUUID()];
  let harness: TestPlatform;
  let workspaceId: string;

  beforeAll(async () => {
    harness = await createTestPlatform({ clock });
  });
  beforeEach(async () => {
    workspaceId = randomUUID();
    await harness.platform.database.asInstallation((tx) => tx.delete(connections).where(sql`true`));
  });
  afterAll(() => harness?.close());

  const insert = async (values: Partial<typeof connections.$inferInsert> = {}): Promise<string> => {
    const id = randomUUID();
    await harness.platform.database.asInstallation((tx) =>
      tx.insert(connections).values({
        ...{ workspaceId, id, channel: 'feed', name: 'Un feed', nextPollAt: clock.now() },
        settings: { url: 'https://blog.example/feed' },
        ...values,
      }),
    );
    return id;
  };
  const rowOf = async (id: string) =>
    (
      await harness.platform.database.asInstallation((tx) =>
        tx.select().from(connections).where(eq(connections.id, id)),
      )
    )[0];
  const claim = (holder: string, limit = 10) => claimConnections(harness.platform, holder, limit);
  const save = (connectionId: string, holder: string, cursor: string) =>
    harness.platform.database.inWorkspace(workspaceId, (tx) =>
      savePollOutcome(tx, { workspaceId, connectionId, holder }, { now: clock.now(), cursor, items: 1 }),
    );

  it('is one process’s at a time, and another’s when that one has died', async () => {
    const connectionId = await insert();
    expect(await claim(here)).toEqual([{ workspaceId, connectionId, channel: 'feed' }]);
    expect(await claim(there)).toEqual([]);
    clock.advance(LEASE_MS - 1);
    expect(await claim(there)).toEqual([]);
    clock.advance(1);
    expect(await claim(there)).toHaveLength(1);
    expect(await renewLease(harness.platform, { workspaceId, connectionId, holder: here })).toBe(false);
  });

  it('stays one process’s while it says so', async () => {
    const connectionId = await insert();
    await claim(here);
    clock.advance(LEASE_MS - 1);
    expect(await renewLease(harness.platform, { workspaceId, connectionId, holder: here })).toBe(true);
    clock.advance(LEASE_MS - 1);
    expect(await claim(there)).toEqual([]);
    await releaseLease(harness.platform, { workspaceId, connectionId, holder: there });
    expect(await claim(there)).toEqual([]);
    await releaseLease(harness.platform, { workspaceId, connectionId, holder: here });
    expect(await claim(there)).toHaveLength(1);
  });

  it('is shared out without overlap when many ask at once', async () => {
    for (let count = 0; count < 12; count += 1) await insert();
    const claims = (await Promise.all([claim(here, 5), claim(there, 5), claim(randomUUID(), 5)])).flat();
    expect(claims).toHaveLength(12);
    expect(new Set(claims.map((taken) => taken.connectionId)).size).toBe(12);
  });

  it('waits for its time, and not at all when paused, removed, in need of people, or of a channel that brings nothing', async () => {
    await insert({ nextPollAt: new Date(clock.now().getTime() + 1_000) });
    await insert({ state: 'paused' });
    await insert({ state: 'needs-attention' });
    await insert({ removedAt: clock.now() });
    await insert({ channel: 'by-hand' });
    expect(await claim(here)).toEqual([]);
    clock.advance(1_000);
    expect(await claim(here)).toHaveLength(1);
  });

  it('moves the cursor only for the one who holds it, and only with the batch', async () => {
    const connectionId = await insert({ failures: 3, problem: { kind: 'timeout', detail: '', at: '' } });
    await claim(here);
    expect(await save(connectionId, there, 'theirs')).toBe(false);
    const lease = { workspaceId, connectionId, holder: here };
    const outcome = { now: clock.now(), cursor: 'lost', items: 1 };
    await expect(
      harness.platform.database.inWorkspace(workspaceId, async (tx) => {
        await savePollOutcome(tx, lease, outcome);
        throw new Error('the batch could not be kept');
      }),
    ).rejects.toThrow('the batch could not be kept');
    expect((await rowOf(connectionId))?.cursor).toBeNull();
    expect(await save(connectionId, here, 'ours')).toBe(true);
    expect(await rowOf(connectionId)).toMatchObject({
      cursor: 'ours',
      failures: 0,
      problem: null,
      lastEventAt: clock.now(),
      nextPollAt: new Date(clock.now().getTime() + 600_000),
    });
  });

  it('ends when a person pauses it in the middle', async () => {
    const connectionId = await insert();
    await claim(here);
    await harness.platform.database.inWorkspace(workspaceId, (tx) =>
      tx.update(connections).set({ state: 'paused' }).where(eq(connections.workspaceId, workspaceId)),
    );
    expect(await save(connectionId, here, 'x')).toBe(false);
    expect(await renewLease(harness.platform, { workspaceId, connectionId, holder: here })).toBe(false);
  });

  it('says since when a problem lasts', async () => {
    const connectionId = await insert();
    const first = clock.now().toISOString();
    await noteProblem(harness.platform, workspaceId, connectionId, { kind: 'timeout', detail: 'a' });
    clock.advance(60_000);
    await noteProblem(harness.platform, workspaceId, connectionId, { kind: 'timeout', detail: 'b' });
    expect((await rowOf(connectionId))?.problem).toMatchObject({ kind: 'timeout', detail: 'b', at: first });
    await noteProblem(harness.platform, workspaceId, connectionId, { kind: 'gone', detail: '' });
    expect((await rowOf(connectionId))?.problem).toMatchObject({
      kind: 'gone',
      at: clock.now().toISOString(),
    });
  });

  it('opens its secrets for its own row only, and keeps what a channel renews', async () => {
    const id = await insert();
    const opened = expectOk(await openConnection(harness.platform, workspaceId, id));
    expect(opened.context).toMatchObject({
      connectionId: id,
      settings: { url: 'https://blog.example/feed' },
      secrets: {},
    });
    await opened.context.keepSecrets({ token: 'nuovo' } as never);
    await opened.context.keepSecrets({ refresh: 'dopo' } as never);
    const sealed = (await rowOf(id))?.secrets ?? '';
    expect(sealed).not.toContain('nuovo');
    expect(harness.platform.sealer.open(sealed, `connection:${workspaceId}:${id}`)).toEqual({
      ok: true,
      value: JSON.stringify({ token: 'nuovo', refresh: 'dopo' }),
    });
    const thief = await insert({ secrets: sealed });
    expect(await openConnection(harness.platform, workspaceId, thief)).toMatchObject({
      error: { kind: 'unauthorised' },
    });
    expect(await openConnection(harness.platform, randomUUID(), id)).toMatchObject({
      error: { kind: 'not-found' },
    });
  });

  it('knows the limits of an answer from the last hour without asking again', async () => {
    const kept = { text: { max: 7, unit: 'byte' } };
    const fresh = await insert({ limits: { limits: kept, at: clock.now().toISOString() } });
    expect(expectOk(await limitsFor(harness.platform, workspaceId, fresh)).text.max).toBe(7);
    clock.advance(60 * 60_000);
    expect(expectOk(await limitsFor(harness.platform, workspaceId, fresh)).text.max).toBe(0);
  });
});
