import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { type Journey, journeyOf } from '../harness/vendor-journey.ts';
import { type RunningMeta, startMeta } from '../peers/vendors/meta/meta-server.ts';
import { signed } from '../peers/vendors/meta/signing.ts';
import { pageWorld, threadsWorld } from '../peers/vendors/meta/worlds.ts';

const US = '17841400000000001';
let meta: RunningMeta;
let house: TestHouse;

beforeAll(async () => {
  meta = await startMeta({ now: () => new Date() });
  house = await startTestHouse();
  meta.state.redirectUris = [`${house.house.platform.config.baseUrl}/api/connections/oauth/callback`];
  pageWorld(meta);
  threadsWorld(meta);
  // Each world brings all writers: once is enough.
  meta.writers.splice(meta.writers.length / 2);
});
afterAll(async () => {
  await house?.stop();
  await meta?.stop();
});

/** Away to Meta's page of permission and back, as a person goes. */
const join = async (company: TestCompany, journey: Journey, channel: string): Promise<string> => {
  const values = { clientId: meta.app.id, clientSecret: meta.app.secret, apiUrl: meta.origin };
  const left = await company.as(`${journey.home}/connections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel, values }),
  });
  expect(left.status).toBe(202);
  const { authorizeUrl } = (await left.json()) as { authorizeUrl: string };
  const page = await fetch(authorizeUrl, { redirect: 'manual' });
  const first = await company.as(page.headers.get('location') ?? '');
  const back = await company.as(first.headers.get('location') ?? '');
  expect(back.headers.get('location')).toContain('esito=collegato');
  const path = `${journey.home}/connections`;
  const { connections } = await company.json<{ connections: { id: string }[] }>('GET', path);
  return connections[0]?.id ?? '';
};

type Network = {
  readonly channel: string;
  /** What stands there already, and is found by looking. */
  readonly polled: { readonly id: string; readonly text: string };
  readonly brought: { readonly id: string; readonly text: string };
  notice(id: string, text: string): object;
  /** The type of what our answer becomes over there. */
  readonly answerType: string;
};

const instagram: Network = {
  channel: 'instagram',
  polled: { id: '17900', text: 'Quanto costa?' },
  brought: { id: '17901', text: 'Spedite in Sardegna?' },
  notice: (id, text) => {
    const value = {
      id,
      text,
      from: { id: '7772', username: 'ugo' },
      media: { id: '17800', media_product_type: 'FEED' },
    };
    const changes = [{ field: 'comments', value }];
    return { object: 'instagram', entry: [{ id: US, time: Math.floor(Date.now() / 1_000), changes }] };
  },
  answerType: 'ig-comment',
};

const threads: Network = {
  channel: 'threads',
  polled: { id: '402', text: 'Dove si compra?' },
  brought: { id: '501', text: 'Anche a Lucca?' },
  notice: (id, text) => {
    const value = {
      ...{ id, text, username: 'lia', media_type: 'TEXT_POST', replied_to: { id: '401' } },
      ...{ root_post: { id: '401', owner_id: '24680', username: 'cantinarossi' } },
      timestamp: new Date().toISOString(),
    };
    return {
      app_id: meta.app.id,
      topic: 'moderate',
      target_id: '401',
      time: 1,
      values: { value, field: 'replies' },
    };
  },
  answerType: 'threads-post',
};

for (const network of [instagram, threads]) {
  describe(`${network.channel}, through the house`, () => {
    let company: TestCompany;
    let journey: Journey;
    let connectionId: string;
    const answersThere = () =>
      [...meta.objects.values()].filter(
        ({ type, text }) => type === network.answerType && String(text).startsWith('Sì'),
      );
    beforeAll(async () => {
      company = await house.company(`Cantina su ${network.channel}`);
      journey = journeyOf(company);
      connectionId = await join(company, journey, network.channel);
    });

    it('what stands there is found by looking, what is brought comes at once, and nothing comes twice', async () => {
      await journey.seen(network.polled.text);
      const door = await journey.door(connectionId);
      const { id, text } = network.brought;
      const bring = () => {
        const { body, headers } = signed(meta, network.notice(id, text));
        return fetch(door.url, { method: 'POST', headers, body });
      };
      expect((await bring()).status).toBe(200);
      expect((await bring()).status).toBe(200);
      await journey.seen(text);
      await journey.lookNow(connectionId);
      expect((await journey.mentions()).filter(({ body }) => body === text)).toHaveLength(1);
      expect((await journey.mentions()).filter(({ body }) => body === network.polled.text)).toHaveLength(1);
    });

    it('an answer leaves once, though Meta asked to wait first, and its receipt stands in the conversation', async () => {
      const mention = await journey.seen(network.polled.text);
      meta.state.throttled = { code: network.channel === 'threads' ? 613 : 4, minutes: 0 };
      setTimeout(() => {
        meta.state.throttled = undefined;
      }, 800);
      expect(await journey.answer(mention.id, 'Sì, scriveteci qui. Marta')).toMatchObject({ state: 'sent' });
      expect(answersThere()).toHaveLength(1);
    });

    it('a comment is hidden over there and shown again, by whoever may, and the conversation says so', async () => {
      const mention = await journey.seen(network.polled.text);
      const hide = (hidden: boolean) =>
        company.json('PUT', `${journey.home}/mentions/${mention.id}/hidden`, { hidden });
      await hide(true);
      expect(meta.objects.get(network.polled.id)).toMatchObject({ is_hidden: true });
      const path = `${journey.home}/mentions/${mention.id}`;
      expect(await company.json('GET', path)).toMatchObject({ mayHide: true, hiddenAt: expect.any(String) });
      await hide(true);
      await hide(false);
      expect(meta.objects.get(network.polled.id)).toMatchObject({ is_hidden: false });
      expect(await company.json('GET', path)).toMatchObject({ hiddenAt: null });
    });

    it('a permission that was withdrawn is said on the channel, and what came stays', async () => {
      for (const token of meta.tokens.values()) token.endsAt = 1;
      await journey.lookNow(connectionId).catch(() => undefined);
      await vi.waitFor(
        async () =>
          expect(await journey.connection(connectionId)).toMatchObject({ problem: { kind: 'unauthorised' } }),
        { timeout: 15_000, interval: 100 },
      );
      await journey.seen(network.polled.text);
    });
  });
}
