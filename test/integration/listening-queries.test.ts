import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWatch, ingest, listeningRoom, readMentions } from '../../src/listening/index.ts';
import type { Member } from '../../src/people/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { makeWorkspace, plainChannel, saying } from './listening-kit.ts';

let house: TestPlatform;
beforeAll(async () => {
  house = await createTestPlatform();
  await house.platform.jobs.start(listeningRoom(house.platform).jobs ?? []);
});
afterAll(() => house.close());

type Place = { workspaceId: string; connectionId: string };
const member = ({ workspaceId }: Place): Member => ({
  kind: 'member',
  workspaceId,
  personId: newId(),
  name: 'Anna',
  roles: ['coordinator'],
});
const heard = async (place: Place, query: string, texts: readonly string[], more = {}) => {
  await createWatch(house.platform, member(place), {
    name: 'Prova',
    query,
    about: 'theme',
    purpose: 'Capire il mestiere',
    balancing: 'Solo parole pubbliche',
  });
  const { mentions } = await ingest(house.platform, {
    ...place,
    channel: plainChannel(),
    items: texts.map((text, index) => saying({ nativeId: String(index), text, addressed: false, ...more })),
    receivedAt: new Date('2026-11-21T08:00:00Z'),
  });
  const views = await house.platform.database.inWorkspace(place.workspaceId, (tx) =>
    readMentions(tx, place.workspaceId, mentions),
  );
  return views.map(({ body, matches }) =>
    matches.flatMap(({ spans }) => spans.map(([start, end]) => body.slice(start, end))),
  );
};

it('lets in what a query asks for, in its forms, near and not too far, and marks it', async () => {
  const place = await makeWorkspace(house.platform);
  const texts = [
    'Questi vini sanno di tappo',
    'Il vino era buono. Molto, molto, molto tempo dopo il tappo saltò',
    'Un tappo nel vino, ma al concorso',
  ];
  expect(await heard(place, 'vino VICINO/5 tappo NON concorso', texts)).toEqual([['vini', 'tappo']]);
});

it('narrows by language and channel', async () => {
  const place = await makeWorkspace(house.platform);
  const more = { language: 'it' };
  expect(await heard(place, 'degust* lingua:it', ['Una degustazione'], more)).toEqual([['degustazione']]);
  const other = await makeWorkspace(house.platform);
  expect(await heard(other, 'degust* lingua:en', ['Una degustazione'], more)).toEqual([]);
});
