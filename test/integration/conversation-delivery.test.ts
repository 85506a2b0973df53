import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readThread } from '../../src/conversation/actions/read-thread.ts';
import { retryReply } from '../../src/conversation/actions/retry-reply.ts';
import { undoReply } from '../../src/conversation/actions/undo-reply.ts';
import { deliverReply, sweepReplies, writeReply } from '../../src/conversation/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { expectOk } from '../../src/platform/result.ts';
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
let threadId: string;
let mentionId: string;

beforeAll(async () => {
  house = await createHouse();
});
afterAll(() => house.close());

beforeEach(async () => {
  company = await createWorkspace(house);
  [mentionId = ''] = await say(house, company, { nativeId: 'question' });
  threadId = await threadOf(house, company, mentionId);
  house.server.accepted.length = 0;
  house.server.script.length = 0;
  house.server.settlements.length = 0;
  house.server.isReachable = true;
  house.server.isPaused = false;
});

const answer = async (body = 'Grazie!', id: string = newId()) => {
  const reply = { id, threadId, mentionId, body, options: {} };
  return expectOk(await writeReply(house.desk, company.coordinator, reply));
};
const deliver = (id: string) => deliverReply(house.desk, company.workspaceId, id);
const stateOf = async (id: string) => {
  const read = expectOk(await readThread(house.desk, company.coordinator, threadId));
  const found = read.replies.find((reply) => reply.id === id);
  if (!found) throw new Error('the reply is not shown');
  return found;
};
const arrived = (id: string) => house.server.accepted.filter((one) => one.opKey === id);
const holdOver = () => house.clock.advance(10_000);

describe('an answer on its way', () => {
  it('is held for the time of an undo, then leaves once, and the thread waits for them', async () => {
    const { id } = await answer();
    await deliver(id);
    expect(arrived(id)).toHaveLength(0);
    holdOver();
    await deliver(id);
    await deliver(id);
    expect(arrived(id)).toEqual([{ opKey: id, text: 'Grazie!' }]);
    const read = expectOk(await readThread(house.desk, company.coordinator, threadId));
    expect(read.replies[0]).toMatchObject({ state: 'sent', url: `https://example.org/${id}`, attempts: 1 });
    expect(read.thread.waitingFor).toBe('them');
  });

  it('is one answer however often it is written', async () => {
    const id = newId();
    const both = await Promise.all([answer('Una volta', id), answer('Una volta', id)]);
    expect(both.map((view) => view.id)).toEqual([id, id]);
    const other = { id, threadId, mentionId, body: 'Altro', options: {} };
    const taken = await writeReply(house.desk, company.coordinator, other);
    expect(taken).toMatchObject({ ok: false, error: { kind: 'id-taken' } });
    holdOver();
    await Promise.all([deliver(id), deliver(id), sweepReplies(house.desk)]);
    expect(arrived(id)).toHaveLength(1);
  });

  it('says what the channel does not take, with the numbers', async () => {
    const text = { id: newId(), threadId, mentionId, body: 'x'.repeat(301), options: {} };
    const refused = await writeReply(house.desk, company.coordinator, text);
    expect(refused).toMatchObject({
      error: { kind: 'violations', violations: [{ kind: 'too-long', length: 301, max: 300 }] },
    });
  });

  it('is taken back while it is held, and not after', async () => {
    const { id } = await answer();
    const undone = await undoReply(house.desk, company.coordinator, id);
    expect(undone).toMatchObject({ ok: true, value: { state: 'undone' } });
    holdOver();
    await deliver(id);
    expect(arrived(id)).toHaveLength(0);
    const { id: second } = await answer();
    holdOver();
    await deliver(second);
    expect(await undoReply(house.desk, company.coordinator, second)).toMatchObject({ ok: false });
  });

  it('is either taken back or sent when both happen at once, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await answer(`Giro ${round}`);
      holdOver();
      const [undone] = await Promise.all([undoReply(house.desk, company.coordinator, id), deliver(id)]);
      const wasSent = arrived(id).length > 0;
      expect(wasSent).toBe(!undone.ok);
      expect((await stateOf(id)).state).toBe(undone.ok ? 'undone' : 'sent');
    }
  });

  it('is not sent by those whose role does not allow it', async () => {
    const listener = await createColleague(house, company, 'Tino', ['listener']);
    const reply = { id: newId(), threadId, mentionId, body: 'Ciao', options: {} };
    expect(await writeReply(house.desk, listener, reply)).toMatchObject({ error: { kind: 'not-allowed' } });
  });

  it('cannot be reached from another company', async () => {
    const { id } = await answer();
    const stranger = (await createWorkspace(house)).coordinator;
    expect(await undoReply(house.desk, stranger, id)).toMatchObject({ error: { kind: 'not-found' } });
    const reply = { id: newId(), threadId, mentionId, body: 'Ciao', options: {} };
    expect(await writeReply(house.desk, stranger, reply)).toMatchObject({ error: { kind: 'not-found' } });
    expect(await readThread(house.desk, stranger, threadId)).toMatchObject({ error: { kind: 'not-found' } });
  });
});

describe('while the channel is paused', () => {
  const laterBy = (milliseconds: number) => house.clock.advance(milliseconds);

  it('nothing new is taken, with the reason', async () => {
    house.server.isPaused = true;
    const reply = { id: newId(), threadId, mentionId, body: 'Ciao', options: {} };
    expect(await writeReply(house.desk, company.coordinator, reply)).toMatchObject({
      error: { kind: 'cannot-answer', reason: { it: 'In pausa.' } },
    });
  });

  it('what was written before waits, however often it is looked at, and leaves once it is resumed', async () => {
    const { id } = await answer();
    house.server.isPaused = true;
    holdOver();
    for (let look = 0; look < 12; look += 1) {
      await deliver(id);
      laterBy(60_000);
    }
    expect(await stateOf(id)).toMatchObject({ state: 'held', attempts: 0, problem: { kind: 'paused' } });
    house.server.isPaused = false;
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 1, problem: null });
    expect(arrived(id)).toHaveLength(1);
  });

  it('what waits too long fails and says why', async () => {
    const { id } = await answer();
    house.server.isPaused = true;
    laterBy(25 * 3_600_000);
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({ state: 'failed', problem: { kind: 'paused' } });
  });

  it('what an attempt of before did is still looked for', async () => {
    const { id } = await answer();
    house.server.script.push((accept) => {
      accept();
      return { state: 'unknown', detail: 'cut off' };
    });
    holdOver();
    await deliver(id);
    house.server.isPaused = true;
    laterBy(60_000);
    await deliver(id);
    expect((await stateOf(id)).state).toBe('sent');
  });
});

describe('when the channel or the house gives way', () => {
  /** As after kill -9 in the middle of the call: on record that it began, and nobody there to say how it ended. */
  const crashDuringSend = async (id: string, reached: boolean): Promise<void> => {
    house.server.script.push((accept) => {
      if (reached) accept();
      return new Promise(() => {});
    });
    void deliver(id);
    await expect.poll(() => house.server.script.length).toBe(0);
  };

  it.each([
    ['before it reached the channel', false],
    ['after it reached the channel', true],
  ])('a crash %s: sent once, after looking', async (_when, reached) => {
    const { id } = await answer();
    holdOver();
    await crashDuringSend(id, reached);
    await sweepReplies(house.desk);
    expect((await stateOf(id)).state).toBe('sending');
    house.clock.advance(61_000);
    await sweepReplies(house.desk);
    await sweepReplies(house.desk);
    expect((await stateOf(id)).state).toBe('sent');
    expect(arrived(id)).toHaveLength(1);
  });

  it.each([
    ['did not', false],
    ['did', true],
  ])('an exception in the call, which %s arrive: looked for, then once', async (_how, reached) => {
    const { id } = await answer();
    holdOver();
    house.server.script.push((accept) => {
      if (reached) accept();
      throw new Error('socket hang up');
    });
    await deliver(id);
    expect((await stateOf(id)).state).toBe('unknown');
    house.clock.advance(1_000);
    await deliver(id);
    await deliver(id);
    expect((await stateOf(id)).state).toBe('sent');
    expect(arrived(id)).toHaveLength(1);
  });

  it('a time-out that stays unclear for an hour asks a person to look, and looks again before sending', async () => {
    const { id } = await answer();
    holdOver();
    house.server.script.push(() => ({ state: 'unknown', detail: 'timeout' }));
    await deliver(id);
    for (let look = 0; look < 3; look += 1) {
      house.server.settlements.push({ state: 'unclear', lookAgainMs: 1_800_000 });
      house.clock.advance(1_801_000);
      await deliver(id);
    }
    const failed = await stateOf(id);
    expect(failed).toMatchObject({ state: 'failed', problem: { kind: 'unclear' } });
    expect(failed.problem?.title.it).toContain('Non sappiamo se è partito');
    expectOk(await retryReply(house.desk, company.coordinator, id));
    await deliver(id);
    await deliver(id);
    expect((await stateOf(id)).state).toBe('sent');
    expect(arrived(id)).toHaveLength(1);
  });

  it('"too many requests" waits as long as asked, visibly, then leaves', async () => {
    const { id } = await answer();
    holdOver();
    const problem = { kind: 'rate-limited', retryAfterMs: 120_000, detail: '429' } as const;
    house.server.script.push(() => ({ state: 'not-sent', problem }));
    await deliver(id);
    const waiting = await stateOf(id);
    expect(waiting).toMatchObject({ state: 'held', problem: { kind: 'rate-limited' } });
    const wait = Date.parse(waiting.nextAttemptAt ?? '') - house.clock.now().getTime();
    expect(wait).toBeGreaterThanOrEqual(120_000);
    await deliver(id);
    expect(arrived(id)).toHaveLength(0);
    house.clock.advance(wait);
    await deliver(id);
    expect(arrived(id)).toHaveLength(1);
    expect((await stateOf(id)).problem).toBeNull();
  });

  it('without a line nothing is lost: it is tried again and, in the end, says so', async () => {
    const { id } = await answer();
    house.server.isReachable = false;
    for (let attempt = 0; attempt < 8; attempt += 1) {
      house.clock.advance(3_700_000);
      await deliver(id);
    }
    expect(await stateOf(id)).toMatchObject({ state: 'failed', problem: { kind: 'unreachable' } });
    house.server.isReachable = true;
    expectOk(await retryReply(house.desk, company.coordinator, id));
    await deliver(id);
    expect((await stateOf(id)).state).toBe('sent');
    expect(arrived(id)).toHaveLength(1);
  });

  it('a refusal has failed at once, with the reason in words', async () => {
    const { id } = await answer();
    holdOver();
    house.server.script.push(() => ({
      state: 'rejected',
      problem: { kind: 'forbidden', detail: 'blocked' },
    }));
    await deliver(id);
    const failed = await stateOf(id);
    expect(failed).toMatchObject({ state: 'failed', problem: { kind: 'forbidden', detail: 'blocked' } });
    expect(failed.problem?.title.it).toBe('Il canale non ci permette di rispondere qui.');
  });

  it('a bounce marks the sent answer as failed, and it is not sent again under the same key', async () => {
    const { id } = await answer();
    holdOver();
    await deliver(id);
    const [subscription] = house.room.subscriptions ?? [];
    const payload = {
      connectionId: company.connectionId,
      ofNativeId: `native-${id}`,
      reason: '5.1.1 unknown',
    };
    const event = { id: newId(), workspaceId: company.workspaceId, kind: 'message.undelivered', payload };
    await house.platform.database.inWorkspace(company.workspaceId, async (tx) =>
      subscription?.handle(tx, company.workspaceId, [{ ...event, createdAt: house.clock.now() }]),
    );
    expect(await stateOf(id)).toMatchObject({ state: 'failed', problem: { kind: 'bounced' } });
    expect(await retryReply(house.desk, company.coordinator, id)).toMatchObject({ ok: false });
  });

  it('shows what came back as our own mention as one with the answer', async () => {
    const { id } = await answer();
    holdOver();
    await deliver(id);
    const [echo] = await say(house, company, { nativeId: `native-${id}`, ours: true, parent: 'question' });
    expect(await stateOf(id)).toMatchObject({ state: 'sent', sentMentionId: echo });
    expect(await threadOf(house, company, echo ?? '')).toBe(threadId);
  });

  it('keeps nothing of a mention that was taken back in an answer that has not left', async () => {
    const { id } = await answer();
    const { workspaceId } = company;
    await house.platform.database.inWorkspace(workspaceId, (tx) =>
      tx.execute(sql`update mentions set removed_at = now(), body = '' where workspace_id = ${workspaceId}
        and id = ${mentionId}`),
    );
    await say(house, company, { nativeId: 'question' });
    const { rows } = await house.platform.database.inWorkspace(workspaceId, (tx) =>
      tx.execute<{ draft: { inReplyTo: object } }>(sql`select draft from replies
        where workspace_id = ${workspaceId} and id = ${id}`),
    );
    expect(rows[0]?.draft.inReplyTo).not.toHaveProperty('quote');
  });
});
