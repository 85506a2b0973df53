import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RawItem } from '../../src/channels/events.ts';
import { sweep } from '../../src/listening/actions/sweep.ts';
import { eraseHeard, ingest } from '../../src/listening/index.ts';
import { APPROVAL_UNDO_MS, MOST_HELD } from '../../src/listening/model/held.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { plainChannel, rawOf, saying } from './listening-kit.ts';

let house: TestHouse;
let company: TestCompany;
beforeAll(async () => {
  house = await startTestHouse();
  company = await house.company('Cantina che aspetta');
});
afterAll(() => house.stop());

type Held = { id: string; body: string; state: string; refusedAs: string | null; author: { name: string } };
const home = (who = company) => `/api/workspaces/${who.workspaceId}`;
const held = async (state = 'waiting') =>
  await company.json<{ held: Held[]; next: string | null; waiting: number }>(
    'GET',
    `${home()}/held?state=${state}`,
  );
const idOf = async (body: string, state?: string) =>
  (await held(state)).held.find((one) => one.body === body)?.id ?? '';
const decide = (verb: string, ids: readonly string[], more = {}) =>
  company.json<{ changed: number }>('POST', `${home()}/held/${verb}`, { ids, ...more });
const mentions = async () =>
  (
    await company.json<{ mentions: { id: string; body: string }[] }>('GET', `${home()}/mentions?limit=100`)
  ).mentions.map(({ body }) => body);
const threads = async () => JSON.stringify(await company.json<unknown>('GET', `${home()}/threads?limit=50`));

/** A channel of the registry, so that what is approved is read by its own rules: here each raw item says what it means. */
const channel = plainChannel({ id: 'webmention', holds: true });
const connectionId = randomUUID();
const takeIn = async (items: readonly RawItem[], now = new Date()) => {
  const { platform } = house.house;
  return await ingest(platform, {
    workspaceId: company.workspaceId,
    connectionId,
    channel,
    items,
    receivedAt: now,
  });
};
const pingback = (nativeId: string, text: string, change = {}) =>
  saying({ nativeId, text, held: true, revision: `${text}-1`, ...change });

/** The registry's webmention channel reads raw items of its own kind; what waits here is read by the plain one. */
const approved = async (ids: readonly string[]) => {
  const { findChannel } = await import('../../src/channels/index.ts');
  const real = findChannel('webmention');
  if (!real) throw new Error('no webmention channel');
  const reading = vi.spyOn(real, 'normalise').mockImplementation(channel.normalise);
  try {
    return await decide('approve', ids);
  } finally {
    reading.mockRestore();
  }
};

describe('what nobody vouches for', () => {
  it('waits apart: it is no mention, opens no thread, and is counted as waiting', async () => {
    await takeIn([
      pingback('p1', 'Ottimo vino'),
      saying({ nativeId: 'm1', text: 'Detto da tutti', revision: '1' }),
    ]);
    expect((await held()).held).toMatchObject([{ body: 'Ottimo vino', state: 'waiting' }]);
    expect((await held()).waiting).toBe(1);
    expect(await mentions()).toEqual(['Detto da tutti']);
    await vi.waitFor(async () => expect(await threads()).toContain('Detto da tutti'), { timeout: 10_000 });
    expect(await threads()).not.toContain('Ottimo vino');
  });

  it('told again it waits once, with its latest words', async () => {
    await takeIn([pingback('p1', 'Ottimo vino, davvero')]);
    expect((await held()).held).toMatchObject([{ body: 'Ottimo vino, davvero' }]);
  });

  it('approved it counts as any other, and is told to open screens; taken back it waits again as if it had not come', async () => {
    const id = await idOf('Ottimo vino, davvero');
    expect(await approved([id, id])).toEqual({ changed: 1 });
    expect(await mentions()).toContain('Ottimo vino, davvero');
    await vi.waitFor(async () => expect(await threads()).toContain('Ottimo vino'), { timeout: 10_000 });
    expect((await held()).waiting).toBe(0);
    expect(await approved([id])).toEqual({ changed: 0 });
    expect(await decide('put-back', [id])).toEqual({ changed: 1 });
    expect(await mentions()).not.toContain('Ottimo vino, davvero');
    await vi.waitFor(async () => expect(await threads()).not.toContain('Ottimo vino'), { timeout: 10_000 });
    expect((await held()).held).toMatchObject([{ id, state: 'waiting' }]);
    expect(await approved([id])).toEqual({ changed: 1 });
    expect(await mentions()).toContain('Ottimo vino, davvero');
  });

  it('what is a mention already goes on being one, also when it says something new', async () => {
    await takeIn([pingback('p1', 'Ottimo vino, cambiato', { editedAt: new Date().toISOString() })]);
    expect(await mentions()).toContain('Ottimo vino, cambiato');
    expect((await held()).waiting).toBe(0);
  });

  it('refused it does not come again, until somebody takes that back', async () => {
    await takeIn([pingback('p2', 'Compra orologi')]);
    const id = await idOf('Compra orologi');
    expect(await decide('refuse', [id], { as: 'spam' })).toEqual({ changed: 1 });
    await takeIn([pingback('p2', 'Compra ancora orologi')]);
    expect((await held()).waiting).toBe(0);
    expect((await held('refused')).held).toMatchObject([{ id, refusedAs: 'spam', body: 'Compra orologi' }]);
    expect(await decide('put-back', [id])).toEqual({ changed: 1 });
    expect((await held()).held).toMatchObject([{ id, refusedAs: null }]);
    expect(await mentions()).not.toContain('Compra orologi');
  });

  it('let through or taken back where it was said, it waits no more', async () => {
    await takeIn([pingback('p3', 'Aspetto il sito'), pingback('p4', 'Me ne vado')]);
    await takeIn([
      saying({ nativeId: 'p3', text: 'Aspetto il sito', revision: 'fatto' }),
      rawOf({ kind: 'removed', nativeId: 'p4' }),
    ]);
    expect(await mentions()).toContain('Aspetto il sito');
    const bodies = (await held()).held.map(({ body }) => body);
    expect(bodies).not.toContain('Aspetto il sito');
    expect(bodies).not.toContain('Me ne vado');
    await takeIn([pingback('p4', 'Sono tornato')]);
    expect((await held()).held.map(({ body }) => body)).toContain('Sono tornato');
  });

  it('a flood fills its own shelf and no more', async () => {
    const other = randomUUID();
    const items = Array.from({ length: MOST_HELD + 50 }, (_, at) => pingback(`f${at}`, `ondata ${at}`));
    const input = { workspaceId: company.workspaceId, connectionId: other, channel, receivedAt: new Date() };
    await ingest(house.house.platform, { ...input, items });
    const before = (await held()).waiting;
    await ingest(house.house.platform, { ...input, items: [pingback('f-uno-ancora', 'ancora')] });
    expect((await held()).waiting).toBe(before);
    await takeIn([pingback('p5', 'Su un altro canale')]);
    expect((await held()).waiting).toBe(before + 1);
  }, 60_000);

  it('goes with the person who asks to be forgotten', async () => {
    const author = { nativeId: 'https://spirito.example/', name: 'Spirito', url: 'https://spirito.example/' };
    await takeIn([pingback('p6', 'Scritto da chi se ne va', { author })]);
    const { platform } = house.house;
    const erased = await platform.database.inWorkspace(company.workspaceId, (tx) =>
      eraseHeard(
        platform,
        tx,
        company.workspaceId,
        { authorIds: [], typed: ['https://spirito.example'], accounts: [] },
        new Date(),
      ),
    );
    expect(erased.mentions).toBe(1);
    await takeIn([pingback('p7', 'Scritto dopo', { author })]);
    const bodies = (await held()).held.map(({ body }) => body);
    expect(bodies).not.toContain('Scritto da chi se ne va');
    expect(bodies).not.toContain('Scritto dopo');
  });

  it('an old approval is not taken back, and what was refused long ago is forgotten', async () => {
    const { platform } = house.house;
    const long = new Date(Date.now() - 200 * 24 * 3600 * 1000);
    await takeIn([pingback('p8', 'Di mesi fa')], long);
    expect(await idOf('Su un altro canale')).not.toBe('');
    const id = await idOf('Su un altro canale');
    await approved([id]);
    await platform.database.inWorkspace(company.workspaceId, (tx) =>
      tx.execute(
        `update held_mentions set decided_at = decided_at - interval '${APPROVAL_UNDO_MS + 1_000} milliseconds' where id = '${id}'`,
      ),
    );
    expect(await decide('put-back', [id])).toEqual({ changed: 0 });
    expect(await idOf('Di mesi fa')).toBe('');
    await sweep(platform.database, new Date(), []);
    const { rows } = await platform.database.inWorkspace(company.workspaceId, (tx) =>
      tx.execute(`select count(*)::int as old from held_mentions where native_id = 'p8'`),
    );
    expect(rows).toEqual([{ old: 0 }]);
  });

  it('is shown and decided only by those who may', async () => {
    const stranger = await house.company('Altra cantina');
    const [one] = (await held()).held;
    const theirs = `${home(stranger)}/held`;
    expect(await stranger.json('GET', theirs)).toEqual({ held: [], next: null, waiting: 0 });
    expect(await stranger.json('POST', `${theirs}/approve`, { ids: [one?.id] })).toEqual({ changed: 0 });
    expect(await stranger.json('POST', `${theirs}/refuse`, { ids: [one?.id], as: 'spam' })).toEqual({
      changed: 0,
    });
    expect((await stranger.as(`${home()}/held`)).status).toBe(404);
    expect((await held()).held.map(({ id }) => id)).toContain(one?.id);
  });
});
