import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Batch } from '../../src/channels/contract.ts';
import { type Channel, type ChannelProblem, channels } from '../../src/channels/index.ts';
import { startReceiver } from '../../src/listening/index.ts';
import { err, ok } from '../../src/platform/result.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { makeWorkspace, plainChannel, saying } from './listening-kit.ts';

type Poll = NonNullable<Channel['receive']['poll']>;
type Stream = NonNullable<Channel['receive']['stream']>;

/** What each connection's channel does, by connection id: set by the test before the receiver meets it. */
const scripts = new Map<string, { poll?: Poll; stream?: Stream }>();
const calls: string[] = [];

const scripted = (id: string, streams: boolean): Channel => ({
  ...plainChannel(),
  manifest: { ...plainChannel().manifest, id, pollEveryMs: 200 },
  settingsSchema: z.record(z.string(), z.unknown()),
  secretsSchema: z.object({}),
  check: async () => ok({ account: { nativeId: 'us' }, notices: [] }),
  limits: async () => err({ kind: 'not-found', detail: '' }),
  readRaw: () => [],
  receive: {
    poll: async (context, cursor, targets) => {
      calls.push(context.connectionId);
      const empty = ok({ items: [], cursor });
      return (await scripts.get(context.connectionId)?.poll?.(context, cursor, targets)) ?? empty;
    },
    ...(streams
      ? {
          stream: (...all: Parameters<Stream>) =>
            scripts.get(all[0].connectionId)?.stream?.(...all) ?? untilAborted(all[5]),
        }
      : {}),
  },
});

const untilAborted = (signal: AbortSignal) =>
  new Promise<ReturnType<typeof ok<void>>>((resolve) => {
    signal.addEventListener('abort', () => resolve(ok(undefined)));
  });

let house: TestPlatform;
beforeAll(async () => {
  const shared = scripted('scripted-shared', true);
  (channels as Channel[]).push(scripted('scripted', false), scripted('scripted-stream', true), {
    ...shared,
    receive: { ...shared.receive, streamIsShared: true },
  });
  house = await createTestPlatform();
});
afterAll(() => house.close());

const running: { stop(): Promise<void> }[] = [];
const start = async (pace: Record<string, number> = {}) => {
  const quick = { lookEvery: 30, renewEvery: 100, pollCap: 300, restAfterStream: 30, grace: 200, ...pace };
  const receiver = await startReceiver(house.platform, { pace: quick });
  running.push(receiver);
  return receiver;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((receiver) => receiver.stop()));
  await sql(`update connections set state = 'paused', lease_until = null`);
  scripts.clear();
});

const sql = (text: string, values: readonly unknown[] = []) =>
  house.platform.database.asInstallation(async () => {
    const client = await house.platform.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('passaparola.workspace', '*', true)`);
      const { rows } = await client.query(text, [...values]);
      await client.query('commit');
      return rows;
    } finally {
      client.release();
    }
  });
const connection = async (id: string) => (await sql('select * from connections where id = $1', [id]))[0];
const natives = async (id: string) =>
  (await sql('select native_id from mentions where connection_id = $1 order by 1', [id])).map(
    (row) => row.native_id,
  );
const until = async <Value>(read: () => Promise<Value>, is: (value: Value) => boolean): Promise<Value> => {
  for (;;) {
    const value = await read();
    if (is(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const arrived = (id: string, ...expected: string[]) =>
  until(
    () => natives(id),
    (found) => expected.every((native) => found.includes(native)),
  );

const make = async (script: { poll?: Poll; stream?: Stream }, channel = 'scripted') => {
  const place = await makeWorkspace(house.platform, channel);
  scripts.set(place.connectionId, script);
  return place;
};
/** A poll that brings one item a round: `c1`, `c2`... by its own cursor. */
const counting: Poll = async (_, cursor) => {
  const next = ((cursor as number | null) ?? 0) + 1;
  return ok<Batch>({ items: [saying({ nativeId: `c${next}` })], cursor: next });
};

describe('receiving', () => {
  it('goes on from where it was, poll after poll, also after a restart', async () => {
    const { connectionId } = await make({ poll: counting });
    const first = await start();
    await arrived(connectionId, 'c1', 'c2');
    await first.stop();
    const before = (await natives(connectionId)).length;
    await start();
    await arrived(connectionId, `c${before + 1}`);
    const all = await natives(connectionId);
    expect(new Set(all).size).toBe(all.length);
  });

  it('asks again at once while there is more', async () => {
    const { connectionId } = await make({
      poll: async (_, cursor) => {
        const next = ((cursor as number | null) ?? 0) + 1;
        return ok({ items: [saying({ nativeId: `m${next}` })], cursor: next, more: next < 5 });
      },
    });
    await start();
    await arrived(connectionId, 'm1', 'm2', 'm3', 'm4', 'm5');
  });

  it('begins within a moment with a connection that is added while it runs', async () => {
    await start({ lookEvery: 100 });
    const { connectionId } = await make({ poll: counting });
    await arrived(connectionId, 'c1');
  });

  it('lets no slow, failing or broken channel delay another', async () => {
    const stuck = await make({ poll: () => new Promise(() => {}) });
    const thrown = await make({
      poll: async () => {
        throw new Error('a bug with private words');
      },
    });
    const garbage = await make({ poll: async () => ({ nonsense: true }) as never });
    const fine = await make({ poll: counting });
    await start();
    await arrived(fine.connectionId, 'c1', 'c2', 'c3');
    const kinds = await Promise.all(
      [stuck, thrown, garbage].map(({ connectionId }) =>
        until(
          () => connection(connectionId),
          (row) => row.problem !== null,
        ).then((row) => row.problem.kind),
      ),
    );
    expect(kinds).toEqual(['timeout', 'bad-response', 'bad-response']);
    expect(JSON.stringify(await connection(thrown.connectionId))).not.toContain('private words');
  });

  it.each<[string, ChannelProblem, number]>([
    ['429', { kind: 'rate-limited', retryAfterMs: 60_000, detail: '' }, 59_000],
    ['500', { kind: 'server-error', status: 500, detail: '' }, 1],
  ])(
    'after a %s waits as it should, keeps the problem for the screen, and the cursor',
    async (_, problem, least) => {
      const { connectionId } = await make({ poll: async () => err(problem) });
      await sql(`update connections set cursor = '7' where id = $1`, [connectionId]);
      const began = Date.now();
      await start();
      const row = await until(
        () => connection(connectionId),
        (found) => found.failures > 0,
      );
      expect(row).toMatchObject({ state: 'active', cursor: 7, problem: { kind: problem.kind } });
      expect(new Date(row.next_poll_at).getTime() - began).toBeGreaterThanOrEqual(least);
    },
  );

  it('after a failure that passes is well again', async () => {
    let failed = false;
    const { connectionId } = await make({
      poll: async (...all) => {
        if (failed) return counting(...all);
        failed = true;
        return err({ kind: 'unreachable', detail: '' });
      },
    });
    await start();
    await until(
      () => connection(connectionId),
      (row) => row.failures > 0,
    );
    await sql(`update connections set next_poll_at = now() where id = $1`, [connectionId]);
    await arrived(connectionId, 'c1');
    expect(await connection(connectionId)).toMatchObject({ failures: 0, problem: null });
  });

  it('with a password that is no longer right stops and waits for people', async () => {
    const { connectionId } = await make({ poll: async () => err({ kind: 'unauthorised', detail: '' }) });
    await start();
    await until(
      () => connection(connectionId),
      (row) => row.state === 'needs-attention',
    );
  });
});

describe('a stream', () => {
  it('brings what is said at once, with polls as its net', async () => {
    const { connectionId } = await make(
      {
        poll: counting,
        stream: async (_context, _cursor, _targets, onBatch, onOpen, signal) => {
          onOpen();
          await onBatch({ items: [saying({ nativeId: 's1' })], cursor: 's1' });
          return untilAborted(signal);
        },
      },
      'scripted-stream',
    );
    await start();
    await arrived(connectionId, 's1', 'c1');
    expect(await connection(connectionId)).toMatchObject({ stream_cursor: 's1' });
  });

  it('that breaks is taken up again from its place', async () => {
    const places: unknown[] = [];
    const { connectionId } = await make(
      {
        stream: async (_context, cursor, _targets, onBatch, onOpen, signal) => {
          places.push(cursor);
          onOpen();
          const next = ((cursor as number | null) ?? 0) + 1;
          await onBatch({ items: [saying({ nativeId: `s${next}` })], cursor: next });
          return next < 3 ? ok(undefined) : untilAborted(signal);
        },
      },
      'scripted-stream',
    );
    await start();
    await arrived(connectionId, 's1', 's2', 's3');
    expect(places).toEqual([null, 1, 2]);
  });

  it('ends when its connection is paused', async () => {
    let isOpen = false;
    const { connectionId } = await make(
      {
        stream: async (_context, _cursor, _targets, _onBatch, _onOpen, signal) => {
          isOpen = true;
          await untilAborted(signal);
          isOpen = false;
          return ok(undefined);
        },
      },
      'scripted-stream',
    );
    await start();
    await until(async () => isOpen, Boolean);
    await sql(`update connections set state = 'paused' where id = $1`, [connectionId]);
    await until(
      async () => isOpen,
      (open) => !open,
    );
  });
});

describe('several processes', () => {
  it('receive for a connection one at a time', async () => {
    let [atOnce, most] = [0, 0];
    const { connectionId } = await make({
      poll: async (...all) => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => setTimeout(resolve, 30));
        atOnce -= 1;
        return counting(...all);
      },
    });
    await Promise.all([start(), start(), start()]);
    await arrived(connectionId, 'c1', 'c2', 'c3');
    expect(most).toBe(1);
  });

  it('leave all that follow a shared stream to one of them, and to another when that one ends', async () => {
    const follow = async (stream: boolean) => {
      const place = await make({}, 'scripted-shared');
      await sql(`update connections set settings = $2 where id = $1`, [place.connectionId, { stream }]);
      return place.connectionId;
    };
    const following = [await follow(true), await follow(true), await follow(true), await follow(true)];
    const alone = await follow(false);
    const holders = async (ids: readonly string[]) =>
      (await sql(`select lease_holder from connections where id = any($1)`, [ids])).map(
        (row) => row.lease_holder as string | null,
      );
    const receivers = await Promise.all([start(), start(), start()]);
    const held = await until(
      () => holders([...following, alone]),
      (found) => found.every((holder) => holder !== null),
    );
    expect(new Set(held.slice(0, 4)).size).toBe(1);
    await receivers.find(({ holder }) => holder === held[0])?.stop();
    const later = await until(
      () => holders(following),
      (found) => found.every((holder) => holder !== null && holder !== held[0]),
    );
    expect(new Set(later).size).toBe(1);
  });

  it('take over from one that died, once its lease has run out; what the dead one still brings is not taken', async () => {
    const dead = crypto.randomUUID();
    const { connectionId } = await make({ poll: counting });
    await sql(
      `update connections set lease_holder = $2, lease_until = now() + interval '1 hour' where id = $1`,
      [connectionId, dead],
    );
    const witness = await make({ poll: counting });
    await start();
    await arrived(witness.connectionId, 'c1', 'c2');
    expect(await natives(connectionId)).toEqual([]);
    await sql(`update connections set lease_until = now() where id = $1`, [connectionId]);
    await arrived(connectionId, 'c1');
  });

  it('that lose their lease during a poll throw its batch away', async () => {
    let release = () => {};
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { connectionId } = await make({
      poll: async (...all) => {
        await waiting;
        return counting(...all);
      },
    });
    await start({ pollCap: 60_000, renewEvery: 60_000 });
    await until(async () => calls.includes(connectionId), Boolean);
    await sql(
      `update connections set lease_holder = $2, lease_until = now() + interval '1 hour' where id = $1`,
      [connectionId, crypto.randomUUID()],
    );
    release();
    const witness = await make({ poll: counting });
    await arrived(witness.connectionId, 'c1', 'c2');
    expect(await natives(connectionId)).toEqual([]);
    expect(await connection(connectionId)).toMatchObject({ cursor: null, problem: null });
  });

  it('give the lease back when they stop', async () => {
    const { connectionId } = await make({}, 'scripted-stream');
    const receiver = await start();
    await until(
      () => connection(connectionId),
      (row) => row.lease_holder === receiver.holder,
    );
    await receiver.stop();
    expect(await connection(connectionId)).toMatchObject({ lease_holder: null });
  });
});
