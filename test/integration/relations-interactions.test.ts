import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvents } from '../../src/platform/events/append-events.ts';
import { rebuildInteractions } from '../../src/relations/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { rawOf } from './listening-kit.ts';
import { daysAgo, openRelations, type Relations, type Said } from './relations-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

/** A talk of four days: Anna asks us, we answer, Luca answers Anna and names us, Anna thanks; Bea speaks about us. */
const talk: readonly Said[] = [
  { nativeId: 'a1', who: 'anna', saidAt: daysAgo(9) },
  { nativeId: 'o1', ours: true, parentNativeId: 'a1', saidAt: daysAgo(8) },
  { nativeId: 'l1', who: 'luca', parentNativeId: 'a1', saidAt: daysAgo(7) },
  { nativeId: 'a2', who: 'anna', addressed: false, parentNativeId: 'o1', saidAt: daysAgo(6) },
  { nativeId: 'b1', who: 'bea', addressed: false, saidAt: daysAgo(5) },
  { nativeId: 'b2', who: 'bea', addressed: false, parentNativeId: 'l1', saidAt: daysAgo(4) },
];
const talkEdges = [
  'anna>us mention',
  'us>anna reply',
  'luca>us mention',
  'luca>anna reply',
  'anna>us reply',
  'bea>luca reply',
].sort();

const sorted = async (company: Relations) => [...(await company.edges())].sort();

describe('what is heard', () => {
  it('makes each author a person with an account, and what passes between them edges', async () => {
    const company = await openRelations(test, 'Sentire');
    await company.hear(...talk);
    expect(await sorted(company)).toEqual(talkEdges);
    const figures = await company.figures();
    expect([...figures.keys()]).toEqual(['anna', 'bea', 'luca']);
    expect(figures.get('anna')).toMatchObject({ in_count: 2, out_count: 1, stage: 'conversed' });
    expect(figures.get('luca')).toMatchObject({ in_count: 1, out_count: 0, stage: 'noticed' });
    expect(figures.get('bea')).toMatchObject({ in_count: 0, out_count: 0, stage: 'noticed' });
  });

  it('is the same in every order, cut anywhere, and heard twice', async () => {
    const orders = [
      [...talk].reverse().map((one) => [one]),
      [talk.slice(3), talk.slice(0, 3)],
      [...talk, ...talk].map((one) => [one]),
      [[...talk].reverse()],
    ];
    const expected = await openRelations(test, 'Ordine');
    await expected.hear(...talk);
    for (const [index, order] of orders.entries()) {
      const company = await openRelations(test, `Ordine ${index}`);
      for (const batch of order) await company.hear(...batch);
      expect(await sorted(company)).toEqual(talkEdges);
      const [one, other] = [await company.figures(), await expected.figures()];
      expect(one).toEqual(other);
    }
  });

  it('is not changed by an event that is handed over again', async () => {
    const company = await openRelations(test, 'Doppio');
    await company.hear(...talk);
    const before = [await company.edges(), await company.figures()];
    const mentions = await company.rows<{ id: string }>(
      sql`select id from mentions where workspace_id = ${company.workspaceId}`,
    );
    await company.platform.database.inWorkspace(company.workspaceId, (tx) =>
      appendEvents(tx, company.workspaceId, [
        {
          kind: 'mentions.received',
          payload: {
            connectionId: company.connectionId,
            channel: 'bluesky',
            mentions: mentions.map(({ id }) => ({ id, isNew: true })),
          },
        },
      ]),
    );
    await test.house.settled();
    expect([await company.edges(), await company.figures()]).toEqual(before);
  });

  it('goes with its edges when it is taken back, and the figures follow', async () => {
    const company = await openRelations(test, 'Tolto');
    await company.hear(...talk);
    await company.take([rawOf({ kind: 'removed', nativeId: 'a2' })]);
    expect(await sorted(company)).toEqual(talkEdges.filter((edge) => edge !== 'anna>us reply'));
    expect((await company.figures()).get('anna')).toMatchObject({ in_count: 1, out_count: 1 });
  });

  it('follows an edit: who is no longer spoken to is not', async () => {
    const company = await openRelations(test, 'Corretto');
    await company.hear(...talk);
    await company.hear({
      nativeId: 'l1',
      revision: '2',
      who: 'luca',
      addressed: false,
      parentNativeId: 'a1',
      saidAt: daysAgo(7),
    });
    expect(await sorted(company)).toEqual(talkEdges.filter((edge) => edge !== 'luca>us mention'));
    expect((await company.figures()).get('luca')).toMatchObject({ in_count: 0 });
  });

  it('by us, by our other account, or by a machine makes nobody', async () => {
    const company = await openRelations(test, 'Noi');
    await company.hear(
      { nativeId: 'o1', ours: true },
      { nativeId: 'x1', who: 'us', addressed: true },
      { nativeId: 'm1', who: 'newsletter', automatic: 'list' },
    );
    expect((await company.figures()).size).toBe(0);
    expect(await company.edges()).toEqual([]);
  });

  it('on a channel that we no longer know, or whose terms forbid profiles, leaves no profile', async () => {
    const company = await openRelations(test, 'Senza profili', 'a-channel-of-another-version');
    await company.hear(...talk);
    expect((await company.figures()).size).toBe(0);
    expect(await company.edges()).toEqual([]);
  });

  it('with a clock of another world does not make a contact of tomorrow', async () => {
    const company = await openRelations(test, 'Orologi');
    await company.hear({ nativeId: 'f1', who: 'futura', saidAt: '2099-01-01T00:00:00.000Z' });
    await company.react('futura', 'like', 'o9', '2099-01-01T00:00:00.000Z');
    const [found] = await company.rows<{ late: boolean }>(
      sql`select bool_or(at > now() + interval '1 hour') as late from interactions where workspace_id = ${company.workspaceId}`,
    );
    expect(found?.late).toBe(false);
  });
});

describe('a reaction', () => {
  it('is an edge towards us, once, and the same person speaks later with the same account', async () => {
    const company = await openRelations(test, 'Reazioni');
    await company.react('dora', 'like', 'o1', daysAgo(3));
    await company.react('dora', 'like', 'o1', daysAgo(3));
    await company.react('dora', 'follow');
    await company.hear({ nativeId: 'd1', who: 'dora', saidAt: daysAgo(1) });
    expect(await sorted(company)).toEqual(['dora>us follow', 'dora>us like', 'dora>us mention']);
    expect((await company.figures()).get('dora')).toMatchObject({ in_count: 3 });
  });
});

describe('an answer of ours', () => {
  it('is one interaction whether its delivery or its echo is heard first, and knows the colleague', async () => {
    for (const first of ['delivery', 'echo'] as const) {
      const company = await openRelations(test, `Risposta ${first}`);
      await company.hear({ nativeId: 'a1', who: 'anna', saidAt: daysAgo(2) });
      const [asked] = await company.rows<{ id: string }>(
        sql`select id from mentions where workspace_id = ${company.workspaceId}`,
      );
      const deliver = async () => {
        const payload = {
          replyId: crypto.randomUUID(),
          threadId: crypto.randomUUID(),
          mentionId: asked?.id,
          personId: company.company.personId,
          connectionId: company.connectionId,
          nativeId: 'o1',
        };
        await company.platform.database.inWorkspace(company.workspaceId, (tx) =>
          appendEvents(tx, company.workspaceId, [{ kind: 'reply.sent', payload }]),
        );
        await test.house.settled();
      };
      const echo = () =>
        company.hear({ nativeId: 'o1', ours: true, parentNativeId: 'a1', saidAt: daysAgo(1) });
      if (first === 'delivery') await deliver();
      await echo();
      if (first === 'echo') await deliver();
      expect(await company.edges()).toEqual(['anna>us mention', 'us>anna reply']);
      const [answer] = await company.rows<{ person: string; at: string }>(
        sql`select person_id as person, at from interactions where workspace_id = ${company.workspaceId} and from_identity is null`,
      );
      expect(answer?.person).toBe(company.company.personId);
      expect((await company.figures()).get('anna')).toMatchObject({ in_count: 1, out_count: 1 });
    }
  });
});

describe('rebuilding', () => {
  it('from what was heard gives what the recording gave, whatever had been lost', async () => {
    const company = await openRelations(test, 'Da capo');
    for (const one of [...talk].reverse()) await company.hear(one);
    await company.react('dora', 'repost', 'o1', daysAgo(2));
    const before = [await sorted(company), await company.figures()];
    await company.rows(
      sql`delete from interactions where workspace_id = ${company.workspaceId} and source_key not like 'r:%'`,
    );
    await company.rows(sql`update contacts set in_count = 99, out_count = 99, heard_at = null, last_at = now()
      where workspace_id = ${company.workspaceId}`);
    await rebuildInteractions(company.platform, company.workspaceId);
    expect([await sorted(company), await company.figures()]).toEqual(before);
    await rebuildInteractions(company.platform, company.workspaceId);
    expect([await sorted(company), await company.figures()]).toEqual(before);
  });
});
