import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBluesky } from '../../../src/channels/bluesky/check.ts';
import { composeBluesky } from '../../../src/channels/bluesky/compose.ts';
import { blueskyLimits } from '../../../src/channels/bluesky/limits.ts';
import { pollBluesky } from '../../../src/channels/bluesky/receive.ts';
import { retractBluesky, sendBluesky, settleBluesky } from '../../../src/channels/bluesky/send.ts';
import { expectOk } from '../../../src/platform/result.ts';
import { proves } from '../../harness/proves.ts';
import { waitUntil } from '../kit/wait-until.ts';
import {
  type BlueskyDesk,
  composed,
  deskOf,
  draftOf,
  itemSaying,
  itemsOf,
  listen,
  loopbackFetch,
  poll,
  watching,
} from './bluesky-kit.ts';
import { type BlueskyAccount, type BlueskyNetwork, startBlueskyNetwork } from './bluesky-network.ts';
import { startUnkindProxy, type UnkindProxy } from './unkind-proxy.ts';

const POSTS = 'app.bsky.feed.post';

proves('bluesky', 'live-peer', [
  'mentions',
  'comments',
  'search',
  'stream',
  'reply',
  'publish',
  'image',
  'alt-text',
  'retract',
]);

describe('the Bluesky channel, on a real network', () => {
  const http = loopbackFetch();
  let network: BlueskyNetwork;
  let shop: BlueskyAccount;
  let anna: BlueskyAccount;
  let proxy: UnkindProxy;
  let appPassword: string;
  let desk: BlueskyDesk;
  beforeAll(async () => {
    network = await startBlueskyNetwork();
    proxy = await startUnkindProxy(network.pdsUrl);
    shop = await network.createAccount('cantina');
    anna = await network.createAccount('anna');
    appPassword = await shop.appPassword('passaparola');
    desk = deskOf({ service: network.pdsUrl, handle: shop.handle, appPassword }, http);
    await network.processAll();
  });
  afterAll(async () => {
    await http.close();
    await proxy?.stop();
    await network?.stop();
  });

  /** Signed in already, and talking through the proxy. */
  const unkindDesk = async (): Promise<BlueskyDesk> => {
    const through = deskOf({ service: proxy.url, handle: shop.handle, appPassword }, http);
    expectOk(await checkBluesky(through));
    return through;
  };

  describe('signing in', () => {
    it('reads back who we are, and keeps the session for the next time', async () => {
      const through = await unkindDesk();
      const health = expectOk(await checkBluesky(through));
      expect(health.account).toMatchObject({ nativeId: shop.did, handle: shop.handle });
      expect(Math.abs(health.clockSkewMs ?? Number.NaN)).toBeLessThan(60_000);
      expect(health.notices).toEqual([]);
      const asked = proxy.count('createSession');
      const later = deskOf(
        { service: proxy.url, handle: shop.handle, appPassword, secrets: through.kept() },
        http,
      );
      expectOk(await checkBluesky(later));
      expect(proxy.count('createSession')).toBe(asked);
    });

    it('says that the password is wrong', async () => {
      const wrong = deskOf(
        { service: network.pdsUrl, handle: shop.handle, appPassword: 'abcd-abcd-abcd-abcd' },
        http,
      );
      expect(await checkBluesky(wrong)).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
    });

    it('says that nobody has that handle', async () => {
      const nobody = deskOf({ service: network.pdsUrl, handle: 'nessuno.test', appPassword }, http);
      expect(await checkBluesky(nobody)).toMatchObject({
        ok: false,
        error: { kind: 'misconfigured', field: 'handle' },
      });
    });

    it('has a word to say about the main password', async () => {
      const main = deskOf({ service: network.pdsUrl, handle: shop.handle, appPassword: shop.password }, http);
      expect(expectOk(await checkBluesky(main)).notices).toHaveLength(1);
    });

    it('renews tokens that have run out, and goes on', async () => {
      const through = await unkindDesk();
      proxy.next({
        to: 'getProfile',
        how: 'answer',
        status: 400,
        body: '{"error":"ExpiredToken","message":"Token has expired"}',
      });
      const refreshed = proxy.count('refreshSession');
      expectOk(await checkBluesky(through));
      expect(proxy.count('refreshSession')).toBe(refreshed + 1);
    });
  });

  describe('listening', () => {
    it('brings a stranger’s mention, and an answer goes back in its thread with what it points at', async () => {
      await network.post(anna, 'Il vino di @cantina.test è arrivato rotto 😢');
      await network.processAll();
      const { events } = await poll(desk);
      const mention = itemSaying(events, 'arrivato rotto');
      expect(mention).toMatchObject({ addressed: true, ours: false, author: { handle: 'anna.test' } });

      const text = 'Perché 👩‍👩‍👧‍👦! @anna.test scrivici: https://cantina.example/però #vendemmia';
      const receipt = await sendBluesky(desk, composed(draftOf(text, mention)), randomUUID());
      expect(receipt).toMatchObject({ state: 'published' });
      await network.processAll();
      const seen = await anna.agent.listNotifications();
      const nativeId = receipt.state === 'published' ? receipt.nativeId : '';
      const reply = seen.data.notifications.find(({ uri }) => uri === nativeId);
      expect(reply?.record).toMatchObject({
        text,
        langs: ['it'],
        reply: { parent: { uri: mention.nativeId }, root: { uri: mention.nativeId } },
      });
      const { facets } = (reply?.record ?? { facets: [] }) as {
        facets: { index: { byteStart: number; byteEnd: number }; features: object[] }[];
      };
      const bytes = Buffer.from(text);
      expect(
        facets.map(({ index, features }) => [
          bytes.subarray(index.byteStart, index.byteEnd).toString(),
          features[0],
        ]),
      ).toEqual([
        ['@anna.test', expect.objectContaining({ did: anna.did })],
        ['https://cantina.example/però', expect.objectContaining({ uri: 'https://cantina.example/però' })],
        ['#vendemmia', expect.objectContaining({ tag: 'vendemmia' })],
      ]);
    });

    it('goes on from where it was: nothing lost, nothing new twice, our own words as ours', async () => {
      const first = await poll(desk);
      const again = await poll(desk, first.batch.cursor);
      expect(itemsOf(again.events)).toEqual([]);
      await network.post(anna, 'Ancora io, @cantina.test: novità?');
      const own = await network.post(shop, 'Oggi si imbottiglia');
      await network.processAll();
      const next = await poll(desk, again.batch.cursor);
      expect(itemsOf(next.events).map(({ text, ours }) => [text, ours])).toEqual([
        ['Ancora io, @cantina.test: novità?', false],
        ['Oggi si imbottiglia', true],
      ]);
      expect(itemSaying(next.events, 'imbottiglia').nativeId).toBe(own.uri);
    });

    it('finds the words of a watch in what was not said to us', async () => {
      await network.post(anna, 'La barbera di quella cantina è buona');
      await network.post(anna, 'Oggi piove e basta');
      await network.processAll();
      const { events } = await poll(desk, null, watching('barbera'));
      expect(itemSaying(events, 'barbera')).toMatchObject({ addressed: false });
      expect(itemsOf(events).some(({ text }) => text.includes('piove'))).toBe(false);
    });

    it('tells likes, reposts and who follows', async () => {
      const own = await network.post(shop, 'Vi piace?');
      await anna.agent.like(own.uri, own.cid);
      await anna.agent.repost(own.uri, own.cid);
      await anna.agent.follow(shop.did);
      await network.processAll();
      const { events } = await poll(desk);
      const reactions = events.flatMap((event) =>
        event.kind === 'reaction' ? [[event.reaction, event.author.nativeId, event.ofNativeId]] : [],
      );
      expect(reactions).toEqual(
        expect.arrayContaining([
          ['like', anna.did, own.uri],
          ['repost', anna.did, own.uri],
          ['follow', anna.did, undefined],
        ]),
      );
    });

    it('notices what its author has deleted', async () => {
      const regretted = await network.post(anna, 'Che pessima @cantina.test');
      await network.processAll();
      let { batch, events } = await poll(desk);
      expect(itemSaying(events, 'pessima').nativeId).toBe(regretted.uri);
      await anna.agent.deletePost(regretted.uri);
      await network.processAll();
      for (let turn = 0; turn < 12 && !events.some((event) => event.kind === 'removed'); turn += 1) {
        ({ batch, events } = await poll(desk, batch.cursor));
      }
      expect(events).toContainEqual(expect.objectContaining({ kind: 'removed', nativeId: regretted.uri }));
    });

    it('is handed what was found when the rest fails, and says what failed when nothing was', async () => {
      const through = await unkindDesk();
      const { batch } = await poll(through);
      const busy = {
        to: 'searchPosts',
        how: 'answer',
        status: 429,
        headers: { 'retry-after': '7' },
        body: '{}',
      } as const;
      await network.post(anna, 'Senti @cantina.test, una domanda');
      await network.processAll();
      proxy.next(busy);
      const found = await poll(through, batch.cursor, watching('barbera'));
      expect(itemSaying(found.events, 'una domanda').addressed).toBe(true);
      proxy.next(busy);
      expect(await pollBluesky(through, found.batch.cursor, watching('barbera'))).toMatchObject({
        ok: false,
        error: { kind: 'rate-limited', retryAfterMs: 7_000 },
      });
    });

    it.each([
      [
        '429 until an instant',
        { how: 'answer', status: 429, headers: { 'ratelimit-reset': '4102444800' }, body: '{}' },
        { kind: 'rate-limited' },
      ],
      [
        '500',
        { how: 'answer', status: 500, body: '{"error":"InternalServerError"}' },
        { kind: 'server-error', status: 500 },
      ],
      [
        'HTML',
        { how: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<p>Ciao' },
        { kind: 'bad-response' },
      ],
      ['JSON of something else', { how: 'answer', status: 200, body: '[1]' }, { kind: 'bad-response' }],
      ['half an answer', { how: 'half-answer' }, { kind: 'unreachable' }],
      ['nothing', { how: 'cut-before' }, { kind: 'unreachable' }],
    ] as const)('names what came when it was %s', async (_, unkindness, problem) => {
      const through = await unkindDesk();
      proxy.next({ to: 'listNotifications', ...unkindness });
      expect(await pollBluesky(through, null, watching())).toMatchObject({
        ok: false,
        error: problem,
      });
    });
  });

  describe('the live stream', () => {
    it('delivers what a watch wants and what speaks to us, drops the rest, resumes, and passes deletions on', async () => {
      const url = network.pdsUrl.replace(/^http/, 'ws');
      const live = deskOf(
        { service: network.pdsUrl, handle: shop.handle, appPassword, stream: true, streamUrl: url },
        http,
      );
      const targets = watching('dolcetto');
      const first = listen(live, null, targets);
      await first.open;
      const kept = await network.post(anna, 'Un dolcetto così non si trova 🍷');
      await network.post(anna, 'Che giornata');
      await network.post(anna, 'Mi sentite, @cantina.test?');
      await waitUntil(() => first.items().length >= 2, { what: 'two posts from the stream' });
      await first.close();
      expect(first.texts()).toEqual(['Un dolcetto così non si trova 🍷', 'Mi sentite, @cantina.test?']);
      const [item] = first.items();
      expect(item).toMatchObject({ nativeId: kept.uri, revision: kept.cid, author: { handle: 'anna.test' } });

      await network.post(anna, 'Altro dolcetto, mentre non ascoltate');
      const second = listen(live, first.cursor(), targets);
      await waitUntil(() => second.items().length >= 1, { what: 'what was missed' });
      await anna.agent.deletePost(kept.uri);
      await waitUntil(() => second.removed().length >= 1, { what: 'the deletion' });
      await second.close();
      expect(second.texts()).toEqual(['Altro dolcetto, mentre non ascoltate']);
      expect(second.removed()).toEqual([kept.uri]);

      // The same post by way of searching is the same item.
      await network.processAll();
      const { events } = await poll(desk, null, watching('dolcetto'));
      const searched = itemSaying(events, 'Altro dolcetto');
      expect({ id: searched.nativeId, revision: searched.revision }).toEqual({
        id: second.items()[0]?.nativeId,
        revision: second.items()[0]?.revision,
      });
    });

    it('waits quietly when it is not wanted', async () => {
      const quiet = listen(desk, null, watching());
      await quiet.close();
      expect(quiet.items()).toEqual([]);
    });

    it('says that it broke', async () => {
      const broken = deskOf(
        {
          service: network.pdsUrl,
          handle: shop.handle,
          appPassword,
          stream: true,
          streamUrl: 'ws://127.0.0.1:9',
        },
        http,
      );
      expect(await listen(broken, null, watching()).ended).toMatchObject({
        ok: false,
        error: { kind: 'unreachable' },
      });
    });
  });

  describe('answering', () => {
    const sent = async () => network.countRecords(shop.did, POSTS);

    it('shows a picture with its description', async () => {
      const picture = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      const withPicture = deskOf(
        { service: network.pdsUrl, handle: shop.handle, appPassword, media: new Map([['1', picture]]) },
        http,
      );
      const media = [
        {
          id: '1',
          mimeType: 'image/png',
          byteLength: picture.length,
          alt: 'La vigna al tramonto',
          width: 1,
          height: 1,
        },
      ];
      const receipt = await sendBluesky(
        withPicture,
        composed(draftOf('Buonasera', undefined, { media })),
        randomUUID(),
      );
      await network.processAll();
      const nativeId = receipt.state === 'published' ? receipt.nativeId : '';
      const seen = await anna.agent.getPosts({ uris: [nativeId] });
      expect(seen.data.posts[0]?.embed).toMatchObject({ images: [{ alt: 'La vigna al tramonto' }] });
      const { events } = await poll(desk);
      expect(itemSaying(events, 'Buonasera').media).toMatchObject([
        { kind: 'image', alt: 'La vigna al tramonto', url: expect.stringMatching(/^https?:/) },
      ]);
    });

    it('leaves a handle that nobody has as plain text', async () => {
      const receipt = await sendBluesky(desk, composed(draftOf('Ciao @inesistente.test')), randomUUID());
      expect(receipt).toMatchObject({ state: 'published' });
    });

    it('makes one post however often it is sent, even at once', async () => {
      const before = await sent();
      const payload = composed(draftOf('Una volta sola'));
      const opKey = randomUUID();
      const first = await sendBluesky(desk, payload, opKey);
      const others = await Promise.all([1, 2, 3].map(() => sendBluesky(desk, payload, opKey)));
      expect(first.state).toBe('published');
      for (const other of others) expect(other).toEqual(first);
      expect(await sent()).toBe(before + 1);
    });

    it('does not know when the answer is lost, then finds that it was sent, and sends no second', async () => {
      const through = await unkindDesk();
      const before = await sent();
      const payload = composed(draftOf('Arrivato, ma chi lo sa'));
      const opKey = randomUUID();
      proxy.next({ to: 'putRecord', how: 'swallow-answer' });
      expect(await sendBluesky(through, payload, opKey)).toMatchObject({ state: 'unknown' });
      expect(await settleBluesky(through, payload, opKey)).toMatchObject({ state: 'published' });
      expect(await sendBluesky(through, payload, opKey)).toMatchObject({ state: 'published' });
      expect(await sent()).toBe(before + 1);
    });

    it('finds that nothing was sent when the connection was cut before', async () => {
      const through = await unkindDesk();
      const payload = composed(draftOf('Mai partito'));
      const opKey = randomUUID();
      proxy.next({ to: 'putRecord', how: 'cut-before' });
      expect(await sendBluesky(through, payload, opKey)).toMatchObject({ state: 'unknown' });
      expect(await settleBluesky(through, payload, opKey)).toEqual({ state: 'absent' });
    });

    it.each([
      [
        '429',
        {
          how: 'answer',
          status: 429,
          headers: { 'retry-after': '30' },
          body: '{"error":"RateLimitExceeded"}',
        },
        { state: 'not-sent', problem: { kind: 'rate-limited', retryAfterMs: 30_000 } },
      ],
      ['500', { how: 'answer', status: 500, body: 'oh' }, { state: 'unknown' }],
      ['half an answer', { how: 'half-answer' }, { state: 'unknown' }],
      ['invalid JSON', { how: 'answer', status: 200, body: '{"uri":' }, { state: 'unknown' }],
      [
        'a refusal',
        { how: 'answer', status: 400, body: '{"error":"InvalidRequest","message":"no"}' },
        { state: 'rejected', problem: { detail: expect.stringContaining('no') } },
      ],
    ] as const)('knows what %s means for a sending', async (_, unkindness, receipt) => {
      const through = await unkindDesk();
      proxy.next({ to: 'putRecord', ...unkindness });
      expect(await sendBluesky(through, composed(draftOf('Prova')), randomUUID())).toMatchObject(receipt);
    });

    it('is sure that nothing was sent when nobody listens there', async () => {
      const nowhere = deskOf({ service: 'http://127.0.0.1:9', handle: shop.handle, appPassword }, http);
      expect(await sendBluesky(nowhere, composed(draftOf('Prova')), randomUUID())).toMatchObject({
        state: 'not-sent',
      });
    });

    it('takes a post back, twice without harm, and never somebody else’s', async () => {
      const receipt = await sendBluesky(desk, composed(draftOf('Da ritirare')), randomUUID());
      const nativeId = receipt.state === 'published' ? receipt.nativeId : '';
      const before = await sent();
      expectOk(await retractBluesky(desk, nativeId));
      expect(await sent()).toBe(before - 1);
      expectOk(await retractBluesky(desk, nativeId));
      const other = await network.post(anna, 'Questo è mio');
      expect(await retractBluesky(desk, other.uri)).toMatchObject({
        ok: false,
        error: { kind: 'forbidden' },
      });
    });

    it('counts as the server counts, close to the limit', async () => {
      const piece = fc.constantFrom('a', 'è', '🍷', '👩‍👩‍👧‍👦', 'e\u0301', '🇮🇹', 'ß', '한');
      const text = fc.array(piece, { minLength: 296, maxLength: 304 }).map((pieces) => pieces.join(''));
      await fc.assert(
        fc.asyncProperty(text, async (written) => {
          const verdict = composeBluesky(draftOf(written), blueskyLimits);
          const server = await shop.agent.com.atproto.repo
            .createRecord({
              repo: shop.did,
              collection: POSTS,
              record: { $type: POSTS, text: written, createdAt: new Date().toISOString() },
            })
            .then(() => true)
            .catch(() => false);
          expect(verdict.ok).toBe(server);
        }),
        { numRuns: 40 },
      );
      expect(composeBluesky(draftOf('è'.repeat(300)), blueskyLimits).ok).toBe(true);
      expect(composeBluesky(draftOf('è'.repeat(301)), blueskyLimits)).toMatchObject({
        ok: false,
        error: [{ kind: 'too-long', length: 301, max: 300 }],
      });
    });
  });
});
