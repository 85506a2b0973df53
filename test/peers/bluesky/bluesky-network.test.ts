import { AtpAgent } from '@atproto/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlueskyAccount, type BlueskyNetwork, startBlueskyNetwork } from './bluesky-network.ts';

describe('the real Bluesky network', () => {
  let network: BlueskyNetwork;
  let shop: BlueskyAccount;
  let anna: BlueskyAccount;
  beforeAll(async () => {
    network = await startBlueskyNetwork();
    shop = await network.createAccount('cantina');
    anna = await network.createAccount('anna');
    await network.processAll();
  });
  afterAll(() => network?.stop());

  it('tells the mentioned of a mention, and the author of the reply in its thread', async () => {
    const mention = await network.post(anna, 'Il vino di @cantina.test è arrivato rotto');
    await network.processAll();
    const forShop = await shop.agent.listNotifications();
    expect(forShop.data.notifications.map(({ reason, uri }) => [reason, uri])).toEqual([
      ['mention', mention.uri],
    ]);
    await network.post(shop, 'Ciao Anna, te lo rimandiamo domani', { root: mention, parent: mention });
    await network.processAll();
    const forAnna = await anna.agent.listNotifications();
    expect(forAnna.data.notifications.map(({ reason, author }) => [reason, author.handle])).toEqual([
      ['reply', 'cantina.test'],
    ]);
    expect(await network.countRecords(shop.did, 'app.bsky.feed.post')).toBe(1);
  });

  it('lets an app password sign in', async () => {
    const password = await shop.appPassword('passaparola');
    const agent = new AtpAgent({ service: network.pdsUrl });
    await agent.login({ identifier: 'cantina.test', password });
    expect(agent.did).toBe(shop.did);
  });

  it('refuses a post of 301 graphemes', async () => {
    await expect(network.post(shop, 'è'.repeat(301))).rejects.toMatchObject({ status: 400 });
  });

  it('announces each post on the firehose', async () => {
    const socket = new WebSocket(network.firehoseUrl);
    socket.binaryType = 'arraybuffer';
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    const frame = new Promise<ArrayBuffer>((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
    await network.post(anna, 'Domani vado in cantina');
    expect(Buffer.from(await frame).includes(anna.did)).toBe(true);
    socket.close();
  });
});
