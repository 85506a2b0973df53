import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherAllWords } from '../../src/listening/actions/gather-words.ts';
import { ingest, listeningRoutes } from '../../src/listening/index.ts';
import type { Member, PeopleEnv } from '../../src/people/index.ts';
import { createRouter } from '../../src/platform/http/router.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { makeWorkspace, plainChannel, saying } from './listening-kit.ts';

let house: TestPlatform;
beforeAll(async () => {
  house = await createTestPlatform();
});
afterAll(() => house.close());

type Place = { workspaceId: string; connectionId: string };
type Answer = { status: number; body: Record<string, unknown> };

/** The room's routes as one member of a workspace reaches them. */
const at = (place: Place, personId: string = newId()) => {
  const { workspaceId } = place;
  const actor: Member = { kind: 'member', workspaceId, personId, name: 'Anna', roles: ['listener'] };
  const router = createRouter<PeopleEnv>();
  router.use('*', async (context, next) => {
    context.set('actor', actor);
    await next();
  });
  router.route('/', listeningRoutes(house.platform));
  return async (path: string, method = 'GET', body?: unknown): Promise<Answer> => {
    const response = await router.request(`/api/workspaces/${workspaceId}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  };
};

const say = (nativeId: string, day: number, text: string, author = 'Anna Bianchi', more: object = {}) =>
  saying({
    nativeId,
    text,
    author: { nativeId: author, name: author, handle: `@${author.split(' ')[0]?.toLowerCase()}.example` },
    saidAt: `2026-11-${day}T10:00:00Z`,
    ...more,
  });

const library = async () => {
  const place = await makeWorkspace(house.platform);
  await ingest(house.platform, {
    ...place,
    channel: plainChannel(),
    receivedAt: new Date('2026-11-21T08:00:00Z'),
    items: [
      say('uno', 10, 'Il Barbaresco della cantina è una meraviglia'),
      say('due', 11, 'Barbaresco, Barbaresco e ancora Barbaresco'),
      say(
        'tre',
        12,
        'A cena abbiamo aperto un Barbaresco del 2016, poi siamo rimasti a parlare di tutt’altro fino a tardi',
      ),
      say('quattro', 13, 'Consegna in ritardo, cartoni rotti', 'Niccolò Però', { language: 'it' }),
      say('cinque', 14, 'Lovely cellar, friendly people', 'Mary Jones', { language: 'en' }),
    ],
  });
  await gatherAllWords(house.platform, new Date('2026-11-21T09:00:00Z'));
  return { place, ask: at(place) };
};

const idsOf = ({ body }: Answer) => (body.mentions as { nativeId: string }[]).map(({ nativeId }) => nativeId);

describe('searching everything that was heard', () => {
  it('forgives a slip in a word that nobody has said, and says how it was read', async () => {
    const { ask } = await library();
    const found = await ask('/search?q=barbaresko');
    expect(idsOf(found)).toEqual(['tre', 'due', 'uno']);
    expect(found.body.readAs).toEqual([{ typed: 'barbaresko', stems: ['barbaresc'] }]);
    const [first] = found.body.mentions as { body: string; highlights: [number, number][] }[];
    const [[start, end] = [0, 0]] = first?.highlights ?? [];
    expect(first?.body.slice(start, end)).toBe('Barbaresco');
    expect((await ask('/search?q=barbaresco')).body.readAs).toEqual([]);
  });

  it('puts first, by relevance, what is most about the words', async () => {
    const { ask } = await library();
    expect(idsOf(await ask('/search?q=barbaresco&sort=relevance'))[0]).toBe('due');
    expect(idsOf(await ask('/search?q=barbaresco&sort=time'))).toEqual(['tre', 'due', 'uno']);
  });

  it.each(['time', 'relevance'])('goes through all pages by %s, each mention once', async (sort) => {
    const { ask } = await library();
    const seen: string[] = [];
    let after = '';
    do {
      const page = await ask(`/search?q=barbaresco&sort=${sort}&limit=1${after && `&after=${after}`}`);
      seen.push(...idsOf(page));
      after = (page.body.next as string | null) ?? '';
    } while (after && seen.length < 10);
    expect(seen.toSorted()).toEqual(['due', 'tre', 'uno']);
  });

  it('keeps to author, language and time, with words and without', async () => {
    const { ask } = await library();
    expect(idsOf(await ask('/search?author=niccolo'))).toEqual(['quattro']);
    expect(idsOf(await ask('/search?author=nicolo'))).toEqual(['quattro']);
    expect(idsOf(await ask('/search?author=nessuno+mai'))).toEqual([]);
    expect(idsOf(await ask('/search?language=en'))).toEqual(['cinque']);
    expect(idsOf(await ask('/search?since=2026-11-11T00:00:00Z&until=2026-11-13T00:00:00Z'))).toEqual([
      'tre',
      'due',
    ]);
    expect(idsOf(await ask('/search?q=mary+jones'))).toEqual(['cinque']);
    expect(idsOf(await ask('/search?q=barbaresco&channel=mail'))).toEqual([]);
    expect(idsOf(await ask('/search?q=barbaresco+-cena+O'))).toEqual(['due', 'uno']);
  });

  it('leaves words that only a few have said out of what slips are read as', async () => {
    const { place } = await library();
    const rows = await house.platform.database.inWorkspace(place.workspaceId, (tx) =>
      tx.execute('select word from search_words'),
    );
    expect(rows.rows).toEqual([{ word: 'barbaresc' }]);
  });

  it('finds nothing of another company, nor its words', async () => {
    await library();
    const stranger = at(await makeWorkspace(house.platform));
    const found = await stranger('/search?q=barbaresko');
    expect(found.body).toEqual({ mentions: [], readAs: [], next: null });
  });

  it('names what in a request it cannot read', async () => {
    const { ask } = await library();
    expect((await ask('/search?after=ieri')).status).toBe(400);
    expect((await ask('/search?since=ieri')).status).toBe(400);
  });
});

describe('saved searches', () => {
  const wanted = {
    name: 'Chi parla di Barbaresco',
    isShared: false,
    search: { q: 'barbaresco', polarity: 'neg' },
  };

  it('are a person’s own until they are shared, and only theirs to change', async () => {
    const place = await makeWorkspace(house.platform);
    const [mine, colleague] = [at(place), at(place)];
    const saved = await mine('/saved-searches', 'POST', wanted);
    expect(saved.status).toBe(201);
    const path = `/saved-searches/${saved.body.id}`;
    expect((await colleague('/saved-searches')).body).toEqual({ searches: [] });
    expect((await colleague(path, 'PATCH', { name: 'x' })).status).toBe(404);
    expect((await mine(path, 'PATCH', { isShared: true })).body).toMatchObject({ ...wanted, isShared: true });
    expect((await colleague('/saved-searches')).body).toMatchObject({
      searches: [{ name: wanted.name, isMine: false }],
    });
    expect((await colleague(path, 'DELETE')).status).toBe(403);
    expect((await mine(path, 'DELETE')).status).toBe(204);
    expect((await mine('/saved-searches')).body).toEqual({ searches: [] });
  });
});
