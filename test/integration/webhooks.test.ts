import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse } from '../../src/main.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { silentLog } from '../../src/platform/log.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { type Receiver, startReceiver } from './webhooks-receiver.ts';

type Endpoint = {
  id: string;
  state: string;
  reason: string | null;
  failures: number;
  restingUntil: string | null;
  lastNumber: number;
};
type Message = {
  id: string;
  number: number;
  kind: string;
  state: string;
  attempts: number;
  dueAt: string | null;
  data: Record<string, unknown>;
  tries: { status: number | null; problem: string | null; excerpt: string }[];
};

let test: TestHouse;
let cellar: TestCompany;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  test = await startTestHouse();
  cellar = await test.company('Cantina Valdorsa');
});
afterAll(async () => {
  await test.stop();
  await receiver.stop();
});

const home = () => `/api/workspaces/${cellar.workspaceId}`;
const add = (path: string, kinds: readonly string[], more: object = {}) =>
  cellar.json<{ endpoint: Endpoint; secret: string }>('POST', `${home()}/webhooks`, {
    name: `Prova ${path}`,
    url: `${receiver.url}${path}`,
    kinds,
    ...more,
  });
const trial = (id: string) => cellar.json<{ messageId: string }>('POST', `${home()}/webhooks/${id}/trial`);
const logOf = async (id: string) =>
  (await cellar.json<{ messages: Message[] }>('GET', `${home()}/webhooks/${id}/messages`)).messages;
const endpointOf = async (id: string) =>
  (await cellar.json<{ endpoints: Endpoint[] }>('GET', `${home()}/webhooks`)).endpoints.find(
    (one) => one.id === id,
  );
const remove = (id: string) => cellar.json('DELETE', `${home()}/webhooks/${id}`);
/** Makes time pass for what waits, and asks for it to be sent. */
const makeDue = async (id: string): Promise<void> => {
  await test.house.platform.database.inWorkspace(cellar.workspaceId, async (tx) => {
    await tx.execute(sql`update webhook_endpoints set resting_until = null where id = ${id}`);
    await tx.execute(
      sql`update webhook_messages set due_at = now() where endpoint_id = ${id} and state = 'waiting'`,
    );
    await test.house.platform.jobs.send(tx, 'integrations.deliver', {
      workspaceId: cellar.workspaceId,
      endpointId: id,
    });
  });
};
const patience = { timeout: 15_000, interval: 50 };

const say = async (text: string): Promise<string> => {
  const { mentionId } = await cellar.json<{ mentionId: string }>('POST', `${home()}/by-hand`, {
    form: 'call',
    who: { name: 'Franca' },
    text,
  });
  return mentionId;
};

describe('what happens', () => {
  it('is told in order, signed so that the official library takes it, with ids and links and no text', async () => {
    const { endpoint, secret } = await add('/ids', [
      'mention.received',
      'thread.opened',
      'thread.closed',
      'case.opened',
      'case.changed',
    ]);
    const mentionId = await say('Il vino sapeva di tappo: segreto.');
    await expect.poll(() => receiver.at('/ids').length, patience).toBeGreaterThanOrEqual(2);
    const { caseId } = await cellar.json<{ caseId: string }>('POST', `${home()}/cases`, {
      mentionIds: [mentionId],
    });
    const opened = () => receiver.at('/ids').filter(({ body }) => body.data.caseId === caseId);
    await expect.poll(() => opened().length, patience).toBeGreaterThan(0);
    const all = receiver.at('/ids');
    for (const one of all) {
      expect(receiver.verify(one, secret)).toMatchObject({ type: one.body.type });
      expect(one.text).not.toContain('tappo');
    }
    expect(all.map(({ body }) => body.number)).toEqual(all.map((_, index) => index + 1));
    expect(all[0]?.body).toMatchObject({ type: 'mention.received', data: { mentionId, channel: 'by-hand' } });
    expect(all[1]?.body).toMatchObject({ type: 'thread.opened' });
    const { threadId, links } = all[1]?.body.data ?? {};
    expect(links).toMatchObject({ page: `${test.url}/${cellar.slug}/conversazioni/${threadId}` });
    expect(opened()[0]?.body.type).toBe('case.opened');
    const log = await logOf(endpoint.id);
    expect(log.every(({ state }) => state === 'delivered')).toBe(true);
    await remove(endpoint.id);
  });

  it('comes with its words where the company chose so, as they are when it is told', async () => {
    const { endpoint } = await add('/texts', ['mention.received'], { withTexts: true });
    await say('Il vino era ottimo.');
    await expect.poll(() => receiver.at('/texts').length, patience).toBe(1);
    expect(receiver.at('/texts')[0]?.body.data.texts).toMatchObject({ body: 'Il vino era ottimo.' });
    await remove(endpoint.id);
  });

  it('is not even written down for a company that wants nothing of it', async () => {
    const rival = await test.company('Altra Cantina');
    await rival.json('POST', `/api/workspaces/${rival.workspaceId}/by-hand`, {
      form: 'call',
      who: { name: 'Ivo' },
      text: 'Cosa loro',
    });
    await test.house.settled();
    const { rows } = await test.house.platform.database.asInstallation((tx) =>
      tx.execute(sql`select 1 from webhook_messages where workspace_id = ${rival.workspaceId}`),
    );
    expect(rows).toEqual([]);
  });
});

describe('an address', () => {
  it('that fails is tried again under the same id until it takes the message', async () => {
    receiver.behave('/flaky', (_, count) => ({ status: count < 3 ? 500 : 200, body: 'Ahi\u0000 <b>' }));
    const { endpoint } = await add('/flaky', ['alert.opened']);
    await trial(endpoint.id);
    for (const count of [1, 2]) {
      await expect.poll(async () => (await logOf(endpoint.id))[0]?.attempts, patience).toBe(count);
      await makeDue(endpoint.id);
    }
    await expect.poll(async () => (await logOf(endpoint.id))[0]?.state, patience).toBe('delivered');
    const [message] = await logOf(endpoint.id);
    expect(message?.tries.map(({ status }) => status)).toEqual([500, 500, 200]);
    expect(message?.tries[0]?.excerpt).toBe('Ahi <b>');
    expect(new Set(receiver.at('/flaky').map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([`msg_${message?.id}`]),
    );
    await remove(endpoint.id);
  });

  it('that says it is gone is told nothing more, and what waited can be sent again when it is back', async () => {
    receiver.behave('/gone', () => ({ status: 410 }));
    const { endpoint } = await add('/gone', ['mention.received']);
    await trial(endpoint.id);
    await expect.poll(async () => (await endpointOf(endpoint.id))?.state, patience).toBe('disabled');
    expect((await endpointOf(endpoint.id))?.reason).toBe('gone');
    await say('Questo non arriva.');
    await test.house.settled();
    expect(receiver.at('/gone')).toHaveLength(1);
    receiver.behave('/gone', () => ({ status: 200 }));
    await cellar.json('PATCH', `${home()}/webhooks/${endpoint.id}`, { state: 'active' });
    const [message] = await logOf(endpoint.id);
    await cellar.json('POST', `${home()}/webhooks/${endpoint.id}/replay`, { messageId: message?.id });
    await expect.poll(async () => (await logOf(endpoint.id))[0]?.state, patience).toBe('delivered');
    const [first, second] = receiver.at('/gone');
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body.number).toBe(first?.body.number);
    await remove(endpoint.id);
  });

  it('that asks for time is left alone as long as it asked', async () => {
    receiver.behave('/busy', () => ({ status: 429, headers: { 'retry-after': '120' } }));
    const { endpoint } = await add('/busy', ['alert.opened']);
    await trial(endpoint.id);
    await expect.poll(async () => (await logOf(endpoint.id))[0]?.attempts, patience).toBe(1);
    const resting = Date.parse((await endpointOf(endpoint.id))?.restingUntil ?? '');
    expect(resting - Date.now()).toBeGreaterThan(100_000);
    expect(Date.parse((await logOf(endpoint.id))[0]?.dueAt ?? '') - Date.now()).toBeGreaterThan(100_000);
    await remove(endpoint.id);
  });

  it('that sends us elsewhere is not followed, least of all inside', async () => {
    receiver.behave('/moved', () => ({ status: 307, headers: { location: `${receiver.url}/inside` } }));
    const { endpoint } = await add('/moved', ['alert.opened']);
    await trial(endpoint.id);
    await expect
      .poll(async () => (await logOf(endpoint.id))[0]?.tries[0]?.problem, patience)
      .toBe('redirect');
    expect(receiver.at('/inside')).toEqual([]);
    await remove(endpoint.id);
    for (const url of [
      'http://10.0.0.7/hook',
      'https://192.168.1.1/hook',
      'http://169.254.169.254/',
      'ftp://x.example/',
    ]) {
      const refused = await cellar.as(`${home()}/webhooks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Dentro', url, kinds: ['alert.opened'] }),
      });
      expect([400, 422]).toContain(refused.status);
    }
  });

  it('that never answers keeps nobody else from being told', async () => {
    receiver.behave('/hangs', () => 'hang');
    const slow = await Promise.all([1, 2, 3, 4].map(() => add('/hangs', ['alert.opened'])));
    // They were slow before: they have their own lane.
    await test.house.platform.database.inWorkspace(cellar.workspaceId, (tx) =>
      tx.execute(sql`update webhook_endpoints set is_slow = true where url like '%/hangs'`),
    );
    const { endpoint } = await add('/quick', ['mention.received']);
    await test.house.platform.database.inWorkspace(cellar.workspaceId, async (tx) => {
      for (const { endpoint: one } of slow)
        await tx.execute(sql`update webhook_endpoints set kinds = '{mention.received}' where id = ${one.id}`);
    });
    await say('Mentre gli altri dormono.');
    await expect.poll(() => receiver.at('/hangs').length, patience).toBeGreaterThan(0);
    await expect.poll(() => receiver.at('/quick').length, patience).toBe(1);
    expect((await logOf(slow[0]?.endpoint.id ?? ''))[0]?.attempts ?? 0).toBe(0);
    for (const { endpoint: one } of slow) await remove(one.id);
    await remove(endpoint.id);
  });

  it('that fails for three days is given up, stopped, and its messages kept', async () => {
    receiver.behave('/dead', () => ({ status: 503 }));
    const { endpoint } = await add('/dead', ['alert.opened']);
    await trial(endpoint.id);
    await expect.poll(async () => (await logOf(endpoint.id))[0]?.attempts, patience).toBe(1);
    await test.house.platform.database.inWorkspace(cellar.workspaceId, async (tx) => {
      await tx.execute(
        sql`update webhook_messages set attempts = 13, started_at = now() - interval '71 hours 59 minutes' where endpoint_id = ${endpoint.id}`,
      );
      await tx.execute(
        sql`update webhook_endpoints set failing_since = now() - interval '71 hours 59 minutes' where id = ${endpoint.id}`,
      );
    });
    await makeDue(endpoint.id);
    await expect.poll(async () => (await endpointOf(endpoint.id))?.state, patience).toBe('disabled');
    expect((await endpointOf(endpoint.id))?.reason).toBe('dead');
    expect((await logOf(endpoint.id))[0]?.state).toBe('failed');
    const { entries } = await cellar.json<{ entries: { action: string }[] }>('GET', `${home()}/audit`);
    expect(entries.map(({ action }) => action)).toContain('webhook.disabled');
    await remove(endpoint.id);
  });
});

describe('a secret', () => {
  it('and the one before it both sign while one takes the other’s place', async () => {
    const { endpoint, secret } = await add('/rotated', ['alert.opened']);
    const next = await cellar.json<{ secret: string }>('POST', `${home()}/webhooks/${endpoint.id}/secret`, {
      overlapHours: 1,
    });
    await trial(endpoint.id);
    await expect.poll(() => receiver.at('/rotated').length, patience).toBe(1);
    const [received] = receiver.at('/rotated');
    if (!received) throw new Error('nothing came');
    expect(receiver.verify(received, secret)).toBeDefined();
    expect(receiver.verify(received, next.secret)).toBeDefined();
    await remove(endpoint.id);
  });
});

describe('a restart in the middle', () => {
  it('loses nothing and sends nothing twice but what was under way', { timeout: 60_000 }, async () => {
    let isOpen = false;
    receiver.behave('/restart', () => (isOpen ? { status: 200 } : { status: 500 }));
    const { endpoint } = await add('/restart', ['mention.received']);
    const ids = [];
    for (const text of ['Uno', 'Due', 'Tre']) ids.push(await say(text));
    await expect.poll(async () => (await logOf(endpoint.id)).length, patience).toBe(3);
    // The first that fails lets the address rest: what came after it may not have been tried yet.
    await expect
      .poll(async () => (await logOf(endpoint.id)).some(({ attempts }) => attempts > 0), patience)
      .toBe(true);
    // Another process comes up on the same database after the first has stopped, as one that was killed in the middle would leave it.
    await test.house.platform.database.inWorkspace(cellar.workspaceId, (tx) =>
      tx.execute(
        sql`update webhook_endpoints set busy_by = ${crypto.randomUUID()}, busy_until = now() - interval '1 second', resting_until = null where id = ${endpoint.id}`,
      ),
    );
    await test.house.platform.database.inWorkspace(cellar.workspaceId, (tx) =>
      tx.execute(sql`update webhook_messages set due_at = now() where endpoint_id = ${endpoint.id}`),
    );
    const before = receiver.at('/restart').length;
    isOpen = true;
    const { config, sealer } = test.house.platform;
    await test.house.stop();
    const again = await startHouse({
      config: { ...config, port: 0 },
      address: test.address,
      sealer,
      log: silentLog,
      clock: systemClock,
    });
    try {
      const heard = () =>
        new Set(
          receiver
            .at('/restart')
            .slice(before)
            .map(({ body }) => body.data.mentionId),
        );
      await expect.poll(() => heard().size, patience).toBe(3);
      expect(heard()).toEqual(new Set(ids));
    } finally {
      await again.stop();
    }
    expect(receiver.at('/restart').slice(before)).toHaveLength(3);
    test = { ...test, stop: async () => {} };
  });
});
