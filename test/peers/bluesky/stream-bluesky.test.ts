import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Json } from '../../../src/channels/contract.ts';
import { readGap } from '../../../src/channels/model/stream-gap.ts';
import { proves } from '../../harness/proves.ts';
import { waitUntil } from '../kit/wait-until.ts';
import type { JetstreamServer } from '../vendors/jetstream/jetstream-server.ts';
import {
  type BlueskyDesk,
  deskOf,
  itemSaying,
  listen,
  loopbackFetch,
  poll,
  watching,
} from './bluesky-kit.ts';
import { type BlueskyAccount, type BlueskyNetwork, startBlueskyNetwork } from './bluesky-network.ts';
import { startJetstreamOf } from './jetstream-of-network.ts';

proves('bluesky', 'specification', ['stream']);

let network: BlueskyNetwork;
let jetstream: JetstreamServer;
let shop: BlueskyAccount;
let bakery: BlueskyAccount;
let anna: BlueskyAccount;
const http = loopbackFetch();
const passwords = new Map<string, string>();

beforeAll(async () => {
  network = await startBlueskyNetwork();
  shop = await network.createAccount('cantina');
  bakery = await network.createAccount('panificio');
  anna = await network.createAccount('anna');
  for (const account of [shop, bakery]) passwords.set(account.did, await account.appPassword('passaparola'));
  jetstream = await startJetstreamOf(network);
  await network.processAll();
});
afterAll(async () => {
  await jetstream?.stop();
  await network?.stop();
  await http.close();
});

const running: ReturnType<typeof listen>[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

const deskFor = (account: BlueskyAccount): BlueskyDesk =>
  deskOf(
    {
      service: network.pdsUrl,
      handle: account.handle,
      appPassword: passwords.get(account.did) ?? '',
      stream: true,
      streamKind: 'jetstream',
      streamUrl: jetstream.url,
      connectionId: crypto.randomUUID(),
    },
    http,
  );
const follow = (desk: BlueskyDesk, word: string, cursor: Json = null) => {
  const one = listen(desk, cursor, watching(word));
  running.push(one);
  return one;
};
const leave = async (one: ReturnType<typeof listen>) => {
  running.splice(running.indexOf(one), 1);
  await one.close();
};
const heard = (one: ReturnType<typeof listen>, text: string) =>
  waitUntil(() => one.texts().includes(text), { what: text });
const gapOf = (desk: BlueskyDesk) => readGap(desk.pushState);

it('Jetstream brings the posts that a watch wants and those that speak to us, with who wrote them, and passes deletions on', async () => {
  const shopEars = follow(deskFor(shop), 'dolcetto');
  await shopEars.open;
  const kept = await network.post(anna, 'Un dolcetto così non si trova 🍷');
  await network.post(anna, 'Che giornata');
  await network.post(anna, 'Mi sentite, @cantina.test?');
  await heard(shopEars, 'Mi sentite, @cantina.test?');
  expect(shopEars.texts()).toEqual(['Un dolcetto così non si trova 🍷', 'Mi sentite, @cantina.test?']);
  expect(shopEars.items()[0]).toMatchObject({
    nativeId: kept.uri,
    revision: kept.cid,
    author: { handle: 'anna.test' },
    saidAt: expect.stringMatching(/^\d{4}-/),
  });
  await anna.agent.deletePost(kept.uri);
  await waitUntil(() => shopEars.removed().length > 0, { what: 'the deletion' });
  expect(shopEars.removed()).toEqual([kept.uri]);
});

it('however many follow, the stream is read once: each hears its own, the last to leave closes it', async () => {
  const first = follow(deskFor(shop), 'barbera');
  const second = follow(deskFor(bakery), 'focaccia');
  const third = follow(deskFor(shop), 'grissini');
  await Promise.all([first.open, second.open, third.open]);
  expect(jetstream.listening()).toBe(1);
  await network.post(anna, 'La focaccia del mattino');
  await network.post(anna, 'La barbera della sera');
  await network.post(anna, 'Grissini a mezzogiorno');
  await Promise.all([
    heard(first, 'La barbera della sera'),
    heard(second, 'La focaccia del mattino'),
    heard(third, 'Grissini a mezzogiorno'),
  ]);
  expect([...first.texts(), ...second.texts(), ...third.texts()]).toHaveLength(3);
  await leave(first);
  await leave(second);
  expect(jetstream.listening()).toBe(1);
  await leave(third);
  await waitUntil(() => jetstream.listening() === 0, { what: 'the end of the stream' });
});

it('goes on from its cursor: what was said meanwhile comes, and nothing is thought missed', async () => {
  const desk = deskFor(shop);
  const before = follow(desk, 'nebbiolo');
  await before.open;
  await network.post(anna, 'Il nebbiolo di prima');
  await heard(before, 'Il nebbiolo di prima');
  const cursor = before.cursor();
  await leave(before);
  await network.post(anna, 'Il nebbiolo mentre non ascoltate');
  const after = follow(desk, 'nebbiolo', cursor);
  await heard(after, 'Il nebbiolo mentre non ascoltate');
  expect(jetstream.asked.at(-1)).toMatch(
    /^\/subscribe\?wantedCollections=app\.bsky\.feed\.post&cursor=\d{16}$/,
  );
  expect(gapOf(desk)).toBeUndefined();
});

it('a connection that breaks is opened again from where it was, without anybody noticing', async () => {
  const desk = deskFor(shop);
  const ears = follow(desk, 'grignolino');
  await ears.open;
  await network.post(anna, 'Grignolino uno');
  await heard(ears, 'Grignolino uno');
  jetstream.cut();
  await network.post(anna, 'Grignolino due');
  await heard(ears, 'Grignolino due');
  expect(jetstream.listening()).toBe(1);
  expect(gapOf(desk)).toBeUndefined();
});

it('what the server no longer has is told, and filled by searching', async () => {
  const desk = deskFor(shop);
  const before = follow(desk, 'moscato');
  await before.open;
  await network.post(anna, 'Il moscato di prima');
  await heard(before, 'Il moscato di prima');
  const cursor = before.cursor();
  await leave(before);
  await network.post(anna, 'Il moscato perduto');
  await network.processAll();
  jetstream.forget();
  const after = follow(desk, 'moscato', cursor);
  await after.open;
  await network.post(anna, 'Il moscato di poi');
  await heard(after, 'Il moscato di poi');
  await heard(after, 'Il moscato perduto');
  await waitUntil(() => gapOf(desk)?.filledAt, { what: 'the word that the gap is filled' });
  expect(gapOf(desk)).toMatchObject({ reason: 'too-old' });
  // The same post by way of searching is the same item.
  const { events } = await poll(desk, null, watching('moscato'));
  const searched = itemSaying(events, 'Il moscato perduto');
  const found = after.items().find(({ text }) => text === 'Il moscato perduto');
  expect({ id: searched.nativeId, revision: searched.revision }).toEqual({
    id: found?.nativeId,
    revision: found?.revision,
  });
});

it('who cannot keep up holds up nobody, and what passed it by is searched for', async () => {
  const desk = deskFor(bakery);
  let letGo = (): void => undefined;
  const stuck = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const slow = listen(desk, null, watching('pandoro'), () => stuck);
  running.push(slow);
  const quick = follow(deskFor(shop), 'pandoro');
  await Promise.all([slow.open, quick.open]);
  await network.post(anna, 'un pandoro: il primo');
  const record = (text: string) => ({
    $type: 'app.bsky.feed.post',
    text,
    createdAt: new Date().toISOString(),
  });
  const say = (rkey: string, text: string) =>
    jetstream.tell({
      did: anna.did,
      kind: 'commit',
      commit: {
        rev: rkey,
        operation: 'create',
        collection: 'app.bsky.feed.post',
        rkey,
        record: record(text),
        cid: `bafyrei${rkey}`,
      },
    });
  await heard(quick, 'un pandoro: il primo');
  for (let number = 0; number < 2_100; number += 1) {
    say(`folla${number}`, `un pandoro ${number}`);
    // The other has its time to hand over what came.
    if (number % 700 === 699) await heard(quick, `un pandoro ${number}`);
  }
  const last = await network.post(anna, 'un pandoro: il perduto');
  await heard(quick, 'un pandoro: il perduto');
  expect(slow.texts()).toEqual(['un pandoro: il primo']);
  await network.processAll();
  letGo();
  await waitUntil(() => slow.texts().length > 2_000, { what: 'what was waiting' });
  await network.post(anna, 'un pandoro: di nuovo in pari');
  await heard(slow, 'un pandoro: di nuovo in pari');
  await waitUntil(() => gapOf(desk)?.filledAt, { what: 'the word that the gap is filled' });
  expect(gapOf(desk)?.reason).toBe('slow');
  expect(slow.items().some(({ nativeId }) => nativeId === last.uri)).toBe(true);
});
