import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BlueskyAccount, type BlueskyNetwork, startBlueskyNetwork } from '../bluesky/bluesky-network.ts';
import { type Person, setUp } from './person.ts';
import { clearAway, createProgram, type Program } from './program.ts';
import {
  differences,
  killMany,
  noDifference,
  type Peer,
  randomFrom,
  startStorm,
  untilQuiet,
} from './storm.ts';

const KILLS = 38;

let network: BlueskyNetwork;
let shop: BlueskyAccount;
let anna: BlueskyAccount;
let program: Program;
let person: Person;
beforeAll(async () => {
  network = await startBlueskyNetwork();
  shop = await network.createAccount('cantina');
  anna = await network.createAccount('anna');
  await network.processAll();
  program = await createProgram();
  program.spawn();
  await program.ready();
  person = await setUp(program);
  await person.expectDone('POST', `/api/workspaces/${person.workspaceId}/connections`, {
    channel: 'bluesky',
    values: {
      handle: shop.handle,
      appPassword: await shop.appPassword('passaparola'),
      service: network.pdsUrl,
    },
  });
}, 180_000);
afterAll(async () => {
  await clearAway(program);
  await network?.stop();
});

const repository = (): Peer => ({
  write: async (number) =>
    (await network.post(anna, `@${shop.handle} messaggio n. ${number}: che vino!`)).uri,
  delivered: async () => {
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await anna.agent.com.atproto.repo.listRecords({
        repo: shop.did,
        collection: 'app.bsky.feed.post',
        limit: 100,
        ...(cursor ? { cursor } : {}),
      });
      texts.push(...data.records.map(({ value }) => String(value.text)));
      cursor = data.cursor;
    } while (cursor);
    return texts;
  },
});

it(`${KILLS} kills without notice lose no mention and no answer, and double none`, {
  timeout: 900_000,
  // What an attempt left behind would be counted in the next.
  retry: 0,
}, async () => {
  const storm = { program, person, peer: repository(), writeEvery: 900 };
  const { promises, end } = startStorm(storm);
  const killed = await killMany(storm, KILLS, randomFrom(1_122)).finally(end);
  await untilQuiet(program, promises, 180_000);
  expect(killed).toHaveLength(KILLS);
  expect(await differences(storm, promises)).toEqual(noDifference);
  expect(promises.written.length).toBeGreaterThan(KILLS);
  expect(promises.replies.size).toBeGreaterThan(KILLS / 2);
});
