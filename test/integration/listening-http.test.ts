import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest, listeningRoom, listeningRoutes } from '../../src/listening/index.ts';
import type { Member, PeopleEnv, Role } from '../../src/people/index.ts';
import { createRouter } from '../../src/platform/http/router.ts';
import { newId } from '../../src/platform/ids.ts';
import { appendLive } from '../../src/platform/live/append-live.ts';
import { liveResponse } from '../../src/platform/live/live-route.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { makeWorkspace, plainChannel, saying } from './listening-kit.ts';

let house: TestPlatform;
beforeAll(async () => {
  house = await createTestPlatform();
  await house.platform.jobs.start(listeningRoom(house.platform).jobs ?? []);
});
afterAll(() => house.close());

type Place = { workspaceId: string; connectionId: string };
const take = (place: Place, items: Parameters<typeof ingest>[1]['items']) =>
  ingest(house.platform, {
    ...place,
    channel: plainChannel(),
    items,
    receivedAt: new Date('2026-11-21T08:00:00Z'),
  });

/** The room's routes as a member of one workspace reaches them. */
const at = (place: Place, roles: readonly Role[] = ['coordinator']) => {
  const actor: Member = {
    kind: 'member',
    workspaceId: place.workspaceId,
    personId: newId(),
    name: 'Anna',
    roles,
  };
  const router = createRouter<PeopleEnv>();
  router.use('*', async (context, next) => {
    context.set('actor', actor);
    context.set('sessionId', 'session');
    await next();
  });
  router.route('/', listeningRoutes(house.platform));
  return async (path: string, init?: { method: string; body?: unknown }) => {
    const response = await router.request(`/api/workspaces/${place.workspaceId}${path}`, {
      method: init?.method ?? 'GET',
      headers: { 'content-type': 'application/json' },
      ...(init?.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  };
};

describe('searching', () => {
  const found = async (ask: ReturnType<typeof at>, q: string, more = '') => {
    const { body } = await ask(`/mentions?q=${encodeURIComponent(q)}${more}`);
    return (body.mentions as { nativeId: string }[]).map(({ nativeId }) => nativeId);
  };
  const library = async () => {
    const place = await makeWorkspace(house.platform);
    const say = (nativeId: string, hour: number, text: string, author = 'Anna Bianchi') =>
      saying({
        nativeId,
        text,
        author: { nativeId: author, name: author, handle: `@${author.split(' ')[0]?.toLowerCase()}.example` },
        saidAt: `2026-11-20T${hour}:00:00Z`,
      });
    await take(place, [
      say('perche', 10, 'Perché i VINI della città costano così?'),
      say('vino', 11, 'Il vino di ieri, una meraviglia'),
      say('ordine', 12, 'La cantina è buona. Rossi o bianchi non importa'),
      say('frase', 13, 'Alla cantina Rossi ci torno', 'Niccolò Però'),
    ]);
    return { place, ask: at(place) };
  };

  it('does not mind accents, case or endings', async () => {
    const { ask } = await library();
    expect(await found(ask, 'vino')).toEqual(['vino', 'perche']);
    expect(await found(ask, 'CITTA')).toEqual(['perche']);
    expect(await found(ask, 'meraviglie')).toEqual(['vino']);
  });

  it('takes phrases in quotes, words to leave out, and names', async () => {
    const { ask } = await library();
    expect(await found(ask, 'cantina rossi')).toEqual(['frase', 'ordine']);
    expect(await found(ask, '"cantina rossi"')).toEqual(['frase']);
    expect(await found(ask, 'cantina -bianchi')).toEqual(['frase']);
    expect(await found(ask, 'niccolo')).toEqual(['frase']);
    expect(await found(ask, '@anna.example')).toEqual(['ordine', 'vino', 'perche']);
  });

  it('goes page by page and narrows by channel', async () => {
    const { ask } = await library();
    const first = (await ask('/mentions?q=cantina&limit=1')).body;
    expect(first.mentions).toMatchObject([{ nativeId: 'frase', highlights: [[5, 12]], threadId: null }]);
    const second = (await ask(`/mentions?q=cantina&limit=1&before=${first.next}`)).body;
    expect(second).toMatchObject({ mentions: [{ nativeId: 'ordine' }], next: null });
    expect(await found(ask, 'cantina', '&channel=mail')).toEqual([]);
    expect(await found(ask, 'cantina', `&watch=${newId()}`)).toEqual([]);
  });

  it('sees one workspace, and cannot be made to see all', async () => {
    const { place } = await library();
    const stranger = await makeWorkspace(house.platform);
    expect(await found(at(stranger), 'vino')).toEqual([]);
    const search = `select * from passaparola_search_mentions('vino', null, null, null, null, 10)`;
    expect(
      (await house.platform.database.inWorkspace(place.workspaceId, (tx) => tx.execute(search))).rowCount,
    ).toBe(2);
    await expect(house.platform.database.asInstallation((tx) => tx.execute(search))).rejects.toThrow();
    await expect(house.platform.database.installation.execute(search)).rejects.toThrow();
  });

  it.each(['"', '-', '!', "'", '(((', '\\', '%', 'or or', '🍷', 'a'.repeat(200), ':*&|', 'il'])(
    'bears any query: %s',
    async (q) => {
      const { ask } = await library();
      expect((await ask(`/mentions?q=${encodeURIComponent(q)}`)).status).toBe(200);
    },
  );

  it.each(['limit=0', 'limit=x', 'before=1', 'watch=1', 'q=%00', 'before=9_x'])(
    'refuses %s by name',
    async (query) => {
      const { ask } = await library();
      const { status, body } = await ask(`/mentions?${query}`);
      expect(status).toBe(400);
      expect(body.errors[0].path).toBe(query.split('=')[0]);
    },
  );
});

describe('mentions', () => {
  it('are listed the latest first without a search, page by page', async () => {
    const place = await makeWorkspace(house.platform);
    const items = Array.from({ length: 5 }, (_, i) =>
      saying({ nativeId: String(i), saidAt: `2026-11-20T1${i}:00:00Z` }),
    );
    await take(place, items);
    const ask = at(place);
    const first = (await ask('/mentions?limit=3')).body;
    const second = (await ask(`/mentions?limit=3&before=${first.next}`)).body;
    const ids = [...first.mentions, ...second.mentions].map(({ nativeId }: { nativeId: string }) => nativeId);
    expect(ids).toEqual(['4', '3', '2', '1', '0']);
    expect(second.next).toBeNull();
  });

  it('of another company are not there', async () => {
    const [mine, theirs] = [await makeWorkspace(house.platform), await makeWorkspace(house.platform)];
    const [id] = (await take(theirs, [saying()])).mentions;
    expect((await at(mine)(`/mentions/${id}`)).status).toBe(404);
    expect((await at(mine)(`/mentions/${id}/revisions`)).status).toBe(404);
    expect((await at(theirs)(`/mentions/${id}`)).status).toBe(200);
  });

  it('tell how they read before', async () => {
    const place = await makeWorkspace(house.platform);
    const [id] = (await take(place, [saying({ text: 'Prima' })])).mentions;
    await take(place, [saying({ text: 'Dopo', revision: '2', editedAt: '2026-11-20T11:00:00Z' })]);
    expect((await at(place)(`/mentions/${id}/revisions`)).body.revisions).toMatchObject([
      { revision: '1', body: 'Prima', replacedAt: '2026-11-20T11:00:00.000Z' },
    ]);
  });
});

describe('watches over HTTP', () => {
  const watch = { name: 'Noi', terms: ['rossi'], purpose: 'Per rispondere' };

  it('live from making to removing', async () => {
    const place = await makeWorkspace(house.platform);
    const ask = at(place);
    const made = await ask('/watches', { method: 'POST', body: watch });
    expect(made).toMatchObject({ status: 201, body: { terms: ['rossi'], except: [], matchCount30d: 0 } });
    expect((await ask('/watches')).body.watches).toHaveLength(1);
    const changed = await ask(`/watches/${made.body.id}`, { method: 'PATCH', body: { state: 'paused' } });
    expect(changed.body.state).toBe('paused');
    expect((await ask(`/watches/${made.body.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(`/watches/${made.body.id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('need a purpose and at least one word', async () => {
    const ask = at(await makeWorkspace(house.platform));
    const { purpose: _, ...without } = watch;
    expect((await ask('/watches', { method: 'POST', body: without })).body.errors[0].path).toBe('purpose');
    expect((await ask('/watches', { method: 'POST', body: { ...watch, terms: ['!'] } })).status).toBe(400);
  });

  it('say whom they are about and why they may; a query that does not read is told where', async () => {
    const ask = at(await makeWorkspace(house.platform));
    const said = {
      name: 'Noi',
      query: 'vino E tappo',
      about: 'theme',
      purpose: 'Per capire',
      balancing: 'Solo pubblico',
    };
    const { balancing: _, ...unweighed } = said;
    expect((await ask('/watches', { method: 'POST', body: unweighed })).body.errors[0].path).toBe(
      'balancing',
    );
    const broken = await ask('/watches', { method: 'POST', body: { ...said, query: 'vino (' } });
    expect(broken).toMatchObject({
      status: 422,
      body: { code: 'query-unreadable', errors: [{ path: 'query' }] },
    });
    expect(broken.body.errors[0].message).toMatch(/^\[5,6\) unclosed-paren/);
    const person = { ...said, query: '"Mario Rossi"' };
    expect((await ask('/watches', { method: 'POST', body: person })).body.code).toBe(
      'perhaps-private-person',
    );
    expect(
      (await ask('/watches', { method: 'POST', body: { ...said, about: 'private-person' } })).body.code,
    ).toBe('private-person');
    expect((await ask('/watches', { method: 'POST', body: { ...person, notPrivate: true } })).status).toBe(
      201,
    );
    expect((await ask('/watches', { method: 'POST', body: said })).body).toMatchObject({
      query: 'vino E tappo',
      about: 'theme',
      balancing: 'Solo pubblico',
      terms: ['vino', 'tappo'],
    });
  });

  it('are for those who may', async () => {
    const place = await makeWorkspace(house.platform);
    expect((await at(place, ['guest'])('/watches', { method: 'POST', body: watch })).status).toBe(403);
  });

  it('show beforehand what they would have met', async () => {
    const place = await makeWorkspace(house.platform);
    await take(place, [saying({ nativeId: '1', text: 'Da Rossi' }), saying({ nativeId: '2', text: 'No' })]);
    const { body } = await at(place)('/watches/preview', { method: 'POST', body: { terms: ['rossi'] } });
    expect(body).toMatchObject({ count: 1, examined: 2, examples: [{ body: 'Da Rossi', spans: [[3, 8]] }] });
  });
});

describe('what is written down by hand', () => {
  it('is a mention like any other, in one notebook a company', async () => {
    const place = await makeWorkspace(house.platform);
    const ask = at(place);
    const note = {
      form: 'call',
      who: { name: 'Signora Bianchi', contact: '+39 340 1' },
      text: 'Ha chiesto del Dolcetto',
    };
    const first = await ask('/by-hand', { method: 'POST', body: note });
    const second = await ask('/by-hand', { method: 'POST', body: note });
    expect([first.status, second.status]).toEqual([201, 201]);
    const { body } = await ask(`/mentions/${first.body.mentionId}`);
    expect(body).toMatchObject({ channel: 'by-hand', form: 'call', author: { name: 'Signora Bianchi' } });
    const { rows } = await house.platform.database.inWorkspace(place.workspaceId, (tx) =>
      tx.execute(`select id from connections where channel = 'by-hand'`),
    );
    expect(rows).toHaveLength(1);
  });

  it('without anything said is refused', async () => {
    const ask = at(await makeWorkspace(house.platform));
    const { status } = await ask('/by-hand', {
      method: 'POST',
      body: { form: 'note', who: { name: 'A' }, text: ' ' },
    });
    expect(status).toBe(422);
  });
});

describe('the live stream', () => {
  const open = async (place: Place, lastEventId?: string, allowed = async () => true) => {
    const app = new Hono().get('/', (context) =>
      liveResponse(context, house.platform, {
        workspaceId: place.workspaceId,
        isStillAllowed: allowed,
        heartbeatMs: 30,
      }),
    );
    const stop = new AbortController();
    const response = await app.request(
      new Request('http://localhost/', {
        signal: stop.signal,
        ...(lastEventId === undefined ? {} : { headers: { 'last-event-id': lastEventId } }),
      }),
    );
    const reader = (response.body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream())
      .getReader();
    let heard = '';
    return {
      stop: () => reader.cancel(),
      /** Reads until this is heard, or to the end. */
      hear: async (what: string): Promise<string> => {
        while (!heard.includes(what)) {
          const { done, value } = await reader.read();
          if (done) return `${heard}[end]`;
          heard += value;
        }
        return heard;
      },
    };
  };
  const change = (place: Place, kind: string) =>
    house.platform.database.inWorkspace(place.workspaceId, (tx) =>
      appendLive(tx, place.workspaceId, [{ kind, payload: { a: 1 } }]),
    );

  it('tells what changes here, and nothing of elsewhere', async () => {
    const [here, elsewhere] = [await makeWorkspace(house.platform), await makeWorkspace(house.platform)];
    const stream = await open(here);
    await stream.hear('welcome');
    await change(elsewhere, 'secret.changed');
    await change(here, 'thread.changed');
    const heard = await stream.hear('thread.changed');
    expect(heard).toMatch(/event: thread\.changed\ndata: \{"a":1\}\nid: \d+/);
    expect(heard).not.toContain('secret');
    await stream.stop();
  });

  it('goes on where it broke off', async () => {
    const place = await makeWorkspace(house.platform);
    const first = await open(place);
    await first.hear('welcome');
    await change(place, 'one.changed');
    const id = /id: (\d+)/.exec(await first.hear('id: '))?.[1];
    await first.stop();
    await change(place, 'two.changed');
    await change(place, 'three.changed');
    const second = await open(place, id);
    const heard = await second.hear('three.changed');
    expect(heard).toContain('two.changed');
    expect(heard).not.toContain('one.changed');
    await second.stop();
  });

  it('asks to load afresh when too much is lost', async () => {
    const place = await makeWorkspace(house.platform);
    await change(place, 'one.changed');
    const { rows } = await house.platform.database.inWorkspace(place.workspaceId, (tx) =>
      tx.execute<{ sequence: string }>('select sequence from live_changes'),
    );
    const stream = await open(place, String(Number(rows[0]?.sequence) - 5));
    expect(await stream.hear('reset')).toContain('event: reset');
    await stream.stop();
  });

  it('does not pile up what a slow screen does not read: it asks it to load afresh', async () => {
    const place = await makeWorkspace(house.platform);
    const stream = await open(place);
    await stream.hear('welcome');
    for (let round = 0; round < 4; round += 1) {
      await house.platform.database.inWorkspace(place.workspaceId, (tx) =>
        appendLive(
          tx,
          place.workspaceId,
          Array.from({ length: 1_000 }, (_, index) => ({
            kind: 'thread.changed',
            payload: { round, index },
          })),
        ),
      );
    }
    await change(place, 'last.changed');
    await new Promise<void>((resolve) => {
      void house.platform.live.subscribe(place.workspaceId, (changes) => {
        if (changes.some(({ kind }) => kind === 'after.changed')) resolve();
      });
      void change(place, 'after.changed');
    });
    await change(place, 'late.changed');
    const heard = await stream.hear('late.changed');
    expect(heard).toContain('event: reset');
    expect(heard).not.toContain('"round":3');
    await stream.stop();
  });

  it('ends when the person may no longer listen', async () => {
    const stream = await open(await makeWorkspace(house.platform), undefined, async () => false);
    expect(await stream.hear('never said')).toContain('[end]');
  });
});
