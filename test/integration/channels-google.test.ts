import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Channel, type Json, openConnection } from '../../src/channels/index.ts';
import { channels } from '../../src/channels/registry.ts';
import { ingest } from '../../src/listening/actions/ingest.ts';
import { recheckAll } from '../../src/listening/actions/recheck.ts';
import { sweep } from '../../src/listening/actions/sweep.ts';
import type { CreatedCompany, Member } from '../../src/people/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { expectOk } from '../../src/platform/result.ts';
import { proves } from '../harness/proves.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { json } from '../peers/vendors/authorization-server.ts';
import { startBusiness } from '../peers/vendors/google/business.ts';
import { cloudError, googleError } from '../peers/vendors/google/google-account.ts';
import { OUR_CHANNEL, startYoutube } from '../peers/vendors/google/youtube.ts';
import { coordinatorOf, joinChannel } from './oauth-journey.ts';
import { makeCompany } from './people-visitor.ts';

proves('youtube', 'specification', ['comments', 'search', 'reply', 'retract']);
proves('google-business', 'specification', ['reviews', 'reply', 'retract']);

const HOUR = 3_600_000;
const client = { clientId: '123456-prova.apps.googleusercontent.com', clientSecret: 'GOCSPX-prova' };

describe('Google’s channels at vendors as the documentation has them (simulated)', () => {
  const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));
  let harness: TestPlatform;
  let company: CreatedCompany;
  let actor: Member;
  let youtube: Awaited<ReturnType<typeof startYoutube>>;
  let business: Awaited<ReturnType<typeof startBusiness>>;
  let count = 0;

  beforeAll(async () => {
    harness = await createTestPlatform({ clock });
  });
  afterAll(async () => {
    await harness?.close();
    await youtube?.close();
    await business?.close();
  });
  beforeEach(async () => {
    count += 1;
    const back = `${harness.platform.config.baseUrl}/api/connections/oauth/callback`;
    await youtube?.close();
    await business?.close();
    youtube = await startYoutube(clock, back);
    business = await startBusiness(clock, back);
    company = await makeCompany(harness.platform, 'Cantina', `Ada ${count}`);
    actor = coordinatorOf(company);
  });

  /** One connection, received for as the receiver does it. */
  const connect = async (
    channel: 'youtube' | 'google-business',
    more: Record<string, string | boolean> = {},
  ) => {
    const apiUrl = channel === 'youtube' ? youtube.origin : business.origin;
    const row = expectOk(await joinChannel(harness.platform, actor, channel, { ...client, apiUrl, ...more }));
    const whose = { workspaceId: company.workspaceId, connectionId: row.id };
    let cursor: Json = null;
    const open = async () =>
      expectOk(await openConnection(harness.platform, whose.workspaceId, whose.connectionId));
    const poll = async (searches: readonly string[] = []) => {
      const { channel: known, context } = await open();
      const polled = await known.receive.poll?.(context, cursor, { searches, wants: () => true });
      if (!polled) throw new Error('this channel is polled');
      if (!polled.ok) return polled;
      cursor = polled.value.cursor;
      await ingest(harness.platform, {
        ...whose,
        channel: known,
        items: polled.value.items,
        receivedAt: clock.now(),
      });
      return polled;
    };
    const pollAll = async (searches: readonly string[] = []) => {
      for (let turn = 0; turn < 30; turn += 1) if (!expectOk(await poll(searches)).more) return;
    };
    const heard = async () =>
      harness.platform.database.inWorkspace(whose.workspaceId, async (tx) => {
        const { rows } = await tx.execute<{
          native_id: string;
          body: string;
          ours: boolean;
          removed: boolean;
          rating: { value: number } | null;
          reply_context: Record<string, string>;
        }>(
          `select native_id, body, ours, removed_at is not null as removed, rating, reply_context from mentions
            where connection_id = '${whose.connectionId}' order by said_at, native_id`,
        );
        return rows;
      });
    const draftFor = (nativeId: string, context: Record<string, string>, text: string) => ({
      text,
      inReplyTo: {
        nativeId,
        references: [],
        authorNativeId: 'x',
        saidAt: clock.now().toISOString(),
        context,
      },
      media: [],
      options: {},
      signedBy: { name: 'Marta' },
    });
    const answer = async (nativeId: string, text: string) => {
      const { channel: known, context } = await open();
      const mention = (await heard()).find((one) => one.native_id === nativeId);
      const limits = expectOk(await known.limits(context));
      const composed = known.compose?.(draftFor(nativeId, mention?.reply_context ?? {}, text), limits);
      if (!composed?.ok) throw new Error('it does not compose');
      const sending = { ...context, loadMedia: async () => new Uint8Array() };
      const receipt = await known.send?.(sending, composed.value, 'chiave');
      return { receipt, payload: composed.value, known, context };
    };
    return { row, open, poll, pollAll, heard, answer };
  };
  const anna = { id: 'UCanna', name: '@anna' };

  it('YouTube: comments come in page by page, answers below them too, and nothing twice', async () => {
    youtube.setPageSize(3);
    for (let n = 1; n <= 7; n += 1) youtube.add({ text: `Commento ${n}`, author: anna });
    const [first] = youtube.comments.values();
    for (let n = 1; n <= 8; n += 1)
      youtube.add({ text: `Risposta ${n}`, author: anna, parentId: first?.id ?? '' });
    const { pollAll, heard, row } = await connect('youtube');
    expect(row).toMatchObject({
      account: { nativeId: OUR_CHANNEL, name: 'Cantina Boschetto' },
      expiresAt: null,
    });
    await pollAll();
    expect((await heard()).length).toBe(15);
    await pollAll();
    expect((await heard()).length).toBe(15);
    youtube.add({ text: 'Un’altra, molto dopo', author: anna, parentId: first?.id ?? '' });
    for (let turn = 0; turn < 8; turn += 1) await pollAll();
    expect((await heard()).map(({ body }) => body)).toContain('Un’altra, molto dopo');
  });

  it('YouTube: an answer is published once, settled and taken back', async () => {
    const said = youtube.add({ text: 'Quando aprite?', author: anna });
    const { pollAll, heard, answer } = await connect('youtube');
    await pollAll();
    const since = clock.now();
    const { receipt, payload, known, context } = await answer(said.id, 'Sabato alle dieci.');
    expect(receipt).toMatchObject({ state: 'published', nativeId: expect.stringContaining(said.id) });
    expect(await known.settle?.(context, payload, 'chiave', since)).toMatchObject({ state: 'published' });
    await pollAll();
    expect((await heard()).find(({ ours }) => ours)).toMatchObject({ body: 'Sabato alle dieci.' });
    const nativeId = receipt && 'nativeId' in receipt ? receipt.nativeId : '';
    expect(await known.retract?.(context, nativeId)).toEqual({ ok: true, value: undefined });
    expect(await known.retract?.(context, nativeId)).toEqual({ ok: true, value: undefined });
    expect(await known.settle?.(context, payload, 'chiave', since)).toEqual({ state: 'absent' });
  });

  it('YouTube: what waits for review is no mention until somebody lets it through', async () => {
    const held = youtube.add({ text: 'guadagna da casa', author: anna, status: 'heldForReview' });
    const { pollAll, heard, open } = await connect('youtube');
    await pollAll();
    expect(await heard()).toEqual([]);
    const { channel, context } = await open();
    expect(await channel.moderate?.(context, held.id, 'approve')).toEqual({ ok: true, value: undefined });
    expect(youtube.comments.get(held.id)?.status).toBe('published');
    expect(await channel.moderate?.(context, held.id, 'spam')).toEqual({ ok: true, value: undefined });
    expect(youtube.comments.get(held.id)?.status).toBe('rejected');
  });

  it('YouTube: searches only when asked to, sixteen minutes apart at the least', async () => {
    youtube.videos.set('v1', {
      title: 'Dolcetto & amici',
      channelId: 'UCaltri',
      publishedAt: '2026-11-21T10:00:00Z',
    });
    const without = await connect('youtube');
    await without.pollAll(['dolcetto']);
    expect(youtube.asked.some((line) => line.includes('/search'))).toBe(false);
    const again = await makeCompany(harness.platform, 'Altra', `Eva ${count}`);
    company = again;
    actor = coordinatorOf(again);
    const { poll } = await connect('youtube', { searchVideos: true });
    const found = expectOk(await poll(['dolcetto']));
    expect(found.items.map(({ nativeId }) => nativeId)).toContain('video:v1');
    await poll(['dolcetto']);
    expect(youtube.asked.filter((line) => line.includes('/search')).length).toBe(1);
  });

  it('YouTube: units that are spent wait for midnight, tokens that have ended are renewed, a withdrawn permission asks for people', async () => {
    const { poll, open } = await connect('youtube');
    clock.advance(2 * HOUR);
    expectOk(await poll());
    expect(youtube.account.asked).toEqual(['authorization_code', 'refresh_token']);
    youtube.setUnitsADay(youtube.units());
    expect(await poll()).toMatchObject({
      ok: false,
      error: { kind: 'rate-limited', retryAfterMs: expect.any(Number) },
    });
    youtube.setUnitsADay(10_000);
    youtube.setFault(() => json(500, {}));
    expect(await poll()).toMatchObject({ ok: false, error: { kind: 'server-error' } });
    youtube.setFault(() => googleError(403, 'accessNotConfigured'));
    expect(await poll()).toMatchObject({ ok: false, error: { kind: 'misconfigured', field: 'clientId' } });
    youtube.setFault(undefined);
    const { channel, context } = await open();
    const health = expectOk(await channel.check(context));
    expect(health.notices.map(({ it }) => it).join()).toMatch(/Oggi abbiamo usato \d+ delle 10000 unità/);
    youtube.account.withdrawAll();
    expect(await poll()).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
  });

  it('YouTube: what is gone over there goes here; what was asked about again stays beyond its thirty days, nothing else does', async () => {
    const [stays, goes] = ['Resta', 'Va via'].map((text) => youtube.add({ text, author: anna }));
    const { pollAll, heard } = await connect('youtube');
    await pollAll();
    const sweepNow = () =>
      sweep(harness.platform.database, clock.now(), channels as readonly Pick<Channel, 'manifest'>[]);
    youtube.comments.delete(goes?.id ?? '');
    for (let day = 0; day < 40; day += 5) {
      clock.advance(5 * 24 * HOUR);
      await recheckAll(harness.platform);
      await recheckAll(harness.platform);
      await sweepNow();
    }
    expect(await heard()).toMatchObject([
      { native_id: stays?.id, body: 'Resta' },
      { native_id: goes?.id, body: '', removed: true },
    ]);
    youtube.setFault(() => json(500, {}));
    for (let day = 0; day < 60; day += 5) {
      clock.advance(5 * 24 * HOUR);
      await recheckAll(harness.platform);
      await sweepNow();
    }
    expect((await heard())[0]).toMatchObject({ native_id: stays?.id, body: '', removed: false });
  });

  it('Google reviews: all pages, stars, changes, and one answer that is changed by the next', async () => {
    for (let n = 1; n <= 60; n += 1) business.add(`r${String(n).padStart(3, '0')}`);
    const { pollAll, poll, heard, answer, row } = await connect('google-business');
    expect(row).toMatchObject({ account: { nativeId: 'accounts/11', name: 'Cantina Boschetto' } });
    await pollAll();
    expect((await heard()).length).toBe(60);
    expect((await heard())[0]).toMatchObject({ rating: { value: 4 } });
    clock.advance(HOUR / 2);
    Object.assign(business.reviews.get('r005') ?? {}, {
      comment: 'Ci ho ripensato',
      updateTime: clock.now().toISOString(),
    });
    expect(expectOk(await poll()).items.length).toBeLessThan(5);
    expect((await heard()).map(({ body }) => body)).toContain('Ci ho ripensato');
    const id = 'locations/777/reviews/r005';
    const since = clock.now();
    const { payload, known, context, receipt } = await answer(id, 'Grazie, Paola.');
    expect(receipt).toEqual({ state: 'published', nativeId: `${id}/reply` });
    expect(await known.settle?.(context, payload, 'chiave', since)).toMatchObject({ state: 'published' });
    business.setReplyState('PENDING');
    expect((await answer(id, 'Grazie mille, Paola.')).receipt).toMatchObject({ state: 'accepted' });
    expect(business.reviews.get('r005')?.reviewReply?.comment).toBe('Grazie mille, Paola.');
    business.setReplyState('REJECTED');
    expect((await answer(id, 'Comprate qui')).receipt).toMatchObject({
      state: 'rejected',
      problem: { kind: 'forbidden' },
    });
    expect(await known.retract?.(context, `${id}/reply`)).toEqual({ ok: true, value: undefined });
    expect(business.reviews.get('r005')?.reviewReply).toBeUndefined();
  });

  it('Google reviews: a project that waits for approval is asked to slow down, a review that is gone goes', async () => {
    business.add('r1', { comment: 'Buono' });
    const { pollAll, poll, heard } = await connect('google-business', { location: 'enoteca' });
    await pollAll();
    business.setApproved(false);
    expect(await poll()).toMatchObject({ ok: false, error: { kind: 'rate-limited' } });
    business.setApproved(true);
    business.setFault(() => cloudError(403, 'PERMISSION_DENIED', 'SERVICE_DISABLED'));
    expect(await poll()).toMatchObject({ ok: false, error: { kind: 'misconfigured' } });
    business.setFault(undefined);
    business.reviews.clear();
    clock.advance(HOUR);
    await recheckAll(harness.platform);
    expect(await heard()).toMatchObject([{ native_id: 'locations/777/reviews/r1', removed: true, body: '' }]);
  });
});
