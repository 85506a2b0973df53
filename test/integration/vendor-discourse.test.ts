import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { type ConnectionSeen, type Journey, journeyOf } from '../harness/vendor-journey.ts';
import { type DiscourseServer, startDiscourseServer } from '../peers/vendors/discourse/discourse-server.ts';

let forum: DiscourseServer;
let house: TestHouse;
let journey: Journey;
let connection: ConnectionSeen;
let door: { readonly url: string; readonly token: string };

beforeAll(async () => {
  forum = await startDiscourseServer();
  forum.say('anna', 'Ciao @cantina, il tappo sapeva di muffa');
  forum.say('ugo', 'Parliamo d’altro');
  house = await startTestHouse();
  journey = journeyOf(await house.company('Cantina del forum'));
  connection = await journey.join('discourse', {
    site: forum.origin,
    username: 'cantina',
    apiKey: forum.apiKey,
  });
  door = await journey.door(connection.id);
});
afterAll(async () => {
  await house?.stop();
  await forum?.close();
});

it('what is said to us on a forum is a mention, and what is not stays there', async () => {
  expect(connection).toMatchObject({ account: { handle: '@Cantina' }, state: 'active' });
  await journey.seen(/tappo sapeva di muffa/);
  expect(await journey.mentions()).toHaveLength(1);
});

it('an answer stands under that post, and is ours when it comes back', async () => {
  const mention = await journey.seen(/tappo/);
  expect(await journey.answer(mention.id, 'Scusaci: te ne mandiamo un’altra. Marta')).toMatchObject({
    state: 'sent',
    url: `${forum.origin}/t/${forum.posts[0]?.topic_id}/2`,
  });
  await journey.lookNow(connection.id);
  expect(await journey.seen(/te ne mandiamo/)).toMatchObject({ ours: true });
});

it('a webhook brings at once what is signed with the door’s token, twice the same changes nothing, and nothing else is let in', async () => {
  const post = forum.say('rita', '@cantina quando riaprite?');
  const bring = (secret: string, event = 'post_created') =>
    forum.bring(door.url, secret, 'post', event, forum.show(post));
  expect((await bring('un altro segreto')).status).toBe(401);
  expect((await bring(door.token)).status).toBe(200);
  await journey.seen(/quando riaprite/);
  expect((await bring(door.token)).status).toBe(200);
  expect((await forum.bring(door.url, door.token, 'ping', 'ping', null)).status).toBe(200);
  await journey.lookNow(connection.id);
  expect((await journey.mentions()).filter(({ body }) => /riaprite/.test(body))).toHaveLength(1);
  post.isDeleted = true;
  expect((await bring(door.token, 'post_destroyed')).status).toBe(200);
  const gone = async () => (await journey.mentions()).some(({ body }) => /riaprite/.test(body));
  await expect.poll(gone, { timeout: 10_000 }).toBe(false);
});

it('a forum that asks to wait is waited for', async () => {
  const mention = await journey.seen(/tappo/);
  forum.change({ busy: { seconds: 1, inBody: true } });
  expect(await journey.answer(mention.id, 'È partita stamattina. Marta')).toMatchObject({ state: 'sent' });
  expect(forum.posts.filter(({ raw }) => raw.startsWith('È partita'))).toHaveLength(1);
});

it('a key that no longer holds is told to people', async () => {
  const { apiKey } = forum;
  const seen = await journey.lookNow(connection.id);
  expect(seen.state).toBe('active');
  const wrong = await journey.changeValues(connection.id, { apiKey: `${apiKey}x` });
  expect(wrong.status).toBe(422);
});
