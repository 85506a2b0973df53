import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawItem } from '../../src/channels/events.ts';
import { type IngestInput, ingest, readMentions } from '../../src/listening/index.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { makeItem, makeWorkspace, plainChannel, rawOf, saying } from './listening-kit.ts';

let house: TestPlatform;
beforeAll(async () => {
  house = await createTestPlatform();
});
afterAll(() => house.close());

const receivedAt = new Date('2026-11-21T08:00:00Z');
type Place = { workspaceId: string; connectionId: string };
const take = (place: Place, items: readonly RawItem[], change: Partial<IngestInput> = {}) =>
  ingest(house.platform, { ...place, channel: plainChannel(), items, receivedAt, ...change });

const rowsOf = async (table: string, { workspaceId }: Place, columns = '*', order = '1') => {
  const client = await house.platform.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('passaparola.workspace', $1, true)`, [workspaceId]);
    return (
      await client.query(`select ${columns} from ${table} where workspace_id = $1 order by ${order}`, [
        workspaceId,
      ])
    ).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

/** Everything that may be seen of a place, without what only tells how it came to be (ids, times of replacement). */
const endState = async (place: Place) => ({
  mentions: await rowsOf(
    'mentions',
    place,
    'native_id, revision, title, body, content_hash, edited_at, said_at, removed_at, links, reply_context, addressed',
  ),
  old: await rowsOf('mention_revisions', place, 'revision, body, content_hash', '1, 2'),
  tombstones: await rowsOf('tombstones', place, 'native_id, removed_at'),
  authors: await rowsOf('authors', place, 'native_id, name'),
  raw: await rowsOf('raw_items', place, 'native_id, revision', '1, 2'),
});

const view = (place: Place, ids: readonly string[]) =>
  house.platform.database.inWorkspace(place.workspaceId, (tx) => readMentions(tx, place.workspaceId, ids));

describe('batches of many connections at once', () => {
  it('are read a few at a time, so that memory does not grow with the connections, and all become mentions', async () => {
    const places = await Promise.all(Array.from({ length: 30 }, () => makeWorkspace(house.platform)));
    let open = 0;
    let mostOpen = 0;
    const taken = await Promise.all(
      places.map(async (place) => {
        const channel = plainChannel();
        const normalise = (raw: RawItem) => {
          open += 1;
          mostOpen = Math.max(mostOpen, open);
          return channel.normalise(raw);
        };
        const result = await take(place, [saying()], {
          channel: { ...channel, normalise },
        });
        open -= 1;
        return result.mentions.length;
      }),
    );
    expect(taken).toEqual(places.map(() => 1));
    expect(mostOpen).toBeGreaterThan(1);
    // Four under way, and those that have ended without our having been told yet.
    expect(mostOpen).toBeLessThanOrEqual(8);
  });
});

describe('a batch', () => {
  it('becomes mentions, authors, events and a live change, together with the cursor', async () => {
    const place = await makeWorkspace(house.platform);
    const result = await take(place, [saying(), saying({ nativeId: 'native-2', text: 'Ciao' })], {
      cursor: { poll: { after: 7 } },
    });
    expect(result).toMatchObject({ received: 2, duplicates: 0, failed: 0 });
    const [first, second] = await view(place, result.mentions);
    expect(first).toMatchObject({ nativeId: 'native-1', author: { name: 'Anna Bianchi' }, addressed: true });
    expect(second?.author.id).toBe(first?.author.id);
    expect(await rowsOf('connections', place, 'cursor, stream_cursor')).toEqual([
      { cursor: { after: 7 }, stream_cursor: null },
    ]);
    const [event] = await rowsOf('outbox_events', place, 'kind, payload');
    expect(event).toMatchObject({
      kind: 'mentions.received',
      payload: {
        connectionId: place.connectionId,
        channel: 'plain',
        mentions: [{ id: first?.id, isNew: true }, {}],
      },
    });
    expect(await rowsOf('live_changes', place, 'kind, payload')).toEqual([
      { kind: 'mention.received', payload: { mentionIds: result.mentions, watchIds: [] } },
    ]);
  });

  it('taken in twice changes nothing and tells nothing', async () => {
    const place = await makeWorkspace(house.platform);
    const items = [saying(), rawOf({ kind: 'removed', nativeId: 'gone', removedAt: '2026-11-20T11:00:00Z' })];
    await take(place, items);
    const before = await endState(place);
    const again = await take(place, items);
    expect(again).toMatchObject({ received: 2, duplicates: 1, mentions: [] });
    expect(await endState(place)).toEqual(before);
    expect(await rowsOf('outbox_events', place)).toHaveLength(1);
  });

  it('taken in by several at once is there once', async () => {
    const place = await makeWorkspace(house.platform);
    const items = Array.from({ length: 60 }, (_, index) =>
      saying({ nativeId: `n${index}`, author: { nativeId: `a${index % 7}` } }),
    );
    const all = await Promise.all([take(place, items), take(place, items.toReversed()), take(place, items)]);
    expect(all.flatMap(({ mentions }) => mentions)).toHaveLength(60);
    expect(await rowsOf('mentions', place)).toHaveLength(60);
    expect(await rowsOf('authors', place)).toHaveLength(7);
  });

  it('on two connections with the same authors in opposite order waits in no ring', async () => {
    const place = await makeWorkspace(house.platform);
    const other = { ...place, connectionId: crypto.randomUUID() };
    const items = Array.from({ length: 200 }, (_, index) =>
      saying({ nativeId: `n${index}`, author: { nativeId: `a${index}`, name: `Nome ${index}` } }),
    );
    for (let round = 0; round < 3; round += 1) {
      const renamed = (suffix: string) =>
        items.map((_, index) =>
          saying({
            nativeId: `${round}${suffix}${index}`,
            author: { nativeId: `a${index}`, name: `${suffix} ${round}` },
          }),
        );
      await Promise.all([take(place, renamed('x')), take(other, renamed('y').toReversed())]);
    }
    expect(await rowsOf('authors', place)).toHaveLength(200);
    expect(await rowsOf('mentions', place)).toHaveLength(1_200);
  });
});

describe('edits and deletions', () => {
  const edit = (revision: string, editedAt: string | undefined, text: string) =>
    saying({ revision, text, ...(editedAt ? { editedAt } : {}) });
  const events: RawItem[] = [
    edit('1', undefined, 'Prima'),
    edit('2', '2026-11-20T10:05:00.000Z', 'Seconda'),
    edit('3', '2026-11-20T10:06:00.000Z', 'Terza'),
    saying({ nativeId: 'native-2', text: 'Un altro' }),
  ];
  const removal = rawOf({ kind: 'removed', nativeId: 'native-1', removedAt: '2026-11-20T12:00:00.000Z' });

  const inOrder = async (items: readonly RawItem[], cuts: readonly boolean[]) => {
    const place = await makeWorkspace(house.platform);
    let batch: RawItem[] = [];
    for (const [index, item] of items.entries()) {
      batch.push(item);
      if (!cuts[index] && index < items.length - 1) continue;
      await take(place, batch);
      batch = [];
    }
    return endState(place);
  };

  it.each([
    ['edits alone', events],
    ['edits and a deletion', [...events, removal]],
  ])('lead to one end state in any order and any batches: %s', async (_, all) => {
    const expected = await inOrder(all, []);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
        async (order, cuts) => {
          expect(await inOrder(order, cuts)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keep the id and how it read before', async () => {
    const place = await makeWorkspace(house.platform);
    const [first] = (await take(place, events.slice(0, 1))).mentions;
    const [second] = (await take(place, events.slice(1, 2))).mentions;
    expect(second).toBe(first);
    expect(await view(place, [String(first)])).toMatchObject([
      { body: 'Seconda', editedAt: '2026-11-20T10:05:00.000Z' },
    ]);
    expect(await rowsOf('mention_revisions', place, 'revision, body')).toEqual([
      { revision: '1', body: 'Prima' },
    ]);
  });

  it('leave nothing of the text when it is taken back: not in the mention, its past, the raw or the matches', async () => {
    const place = await makeWorkspace(house.platform);
    const { mentions } = await take(place, events);
    const removed = await take(place, [removal]);
    expect(mentions).toEqual(expect.arrayContaining([...removed.mentions]));
    const [gone] = await view(place, removed.mentions);
    expect(gone).toMatchObject({ body: '', title: null, removedAt: '2026-11-20T12:00:00.000Z' });
    expect(await rowsOf('mention_revisions', place)).toEqual([]);
    const raw = await rowsOf('raw_items', place, 'native_id, body', '1');
    expect(raw.filter(({ native_id }) => native_id === 'native-1').map(({ body }) => body)).toEqual([
      '',
      '',
      '',
    ]);
    const kinds = await rowsOf('outbox_events', place, 'id, kind');
    expect(kinds.map(({ kind }) => kind)).toEqual(['mentions.received', 'mentions.removed']);
  });

  it('heard before the item itself let it in without its text', async () => {
    const place = await makeWorkspace(house.platform);
    await take(place, [removal]);
    const { mentions } = await take(place, events.slice(0, 1));
    expect(await view(place, mentions)).toMatchObject([{ body: '', removedAt: '2026-11-20T12:00:00.000Z' }]);
    expect(await rowsOf('raw_items', place, 'body')).toEqual([{ body: '' }]);
  });
});

describe('what is kept', () => {
  it('is what is spoken to us or by us; the rest leaves no trace', async () => {
    const place = await makeWorkspace(house.platform);
    await take(place, [
      saying({ nativeId: 'to us' }),
      saying({ nativeId: 'by us', addressed: false, ours: true }),
      saying({ nativeId: 'about others', addressed: false, author: { nativeId: 'stranger' } }),
    ]);
    const native = (await rowsOf('mentions', place, 'native_id')).map((row) => row.native_id);
    expect(native).toEqual(['by us', 'to us']);
    expect(await rowsOf('raw_items', place, 'native_id')).toHaveLength(2);
    expect(await rowsOf('authors', place, 'native_id')).toEqual([{ native_id: 'author-1' }]);
  });

  it('is everything where everything was asked for', async () => {
    const place = await makeWorkspace(house.platform);
    await take(place, [saying({ addressed: false })], { keepAll: true });
    expect(await rowsOf('mentions', place)).toHaveLength(1);
  });

  it('is no text where the channel forbids to keep it', async () => {
    const place = await makeWorkspace(house.platform);
    const channel = plainChannel({
      dataTerms: { keepContent: 'no', profileAuthors: true, exportable: true, source: '', checkedOn: '' },
    });
    await take(place, [saying()], { channel });
    expect(await rowsOf('mentions', place, 'body, title')).toEqual([{ body: '', title: null }]);
    expect(await rowsOf('raw_items', place, 'body')).toEqual([{ body: '' }]);
  });

  it('carries a time that can be: a clock an hour ahead is not believed', async () => {
    const place = await makeWorkspace(house.platform);
    await take(place, [
      saying({ nativeId: 'ahead', saidAt: '2026-11-21T09:00:00Z' }),
      saying({ nativeId: 'near', saidAt: '2026-11-21T08:05:00Z' }),
      saying({ nativeId: 'odd', saidAt: 'yesterday' }),
      saying({ nativeId: 'zero', saidAt: '0000-01-01T00:00:00Z' }),
    ]);
    const times = await rowsOf('mentions', place, 'native_id, said_at');
    expect(times.map(({ said_at }) => new Date(said_at).toISOString())).toEqual([
      '2026-11-21T08:00:00.000Z',
      '2026-11-21T08:05:00.000Z',
      '2026-11-21T08:00:00.000Z',
      '2026-11-21T08:00:00.000Z',
    ]);
  });
});

describe('a poisoned item', () => {
  it('is laid aside alone; the others and the cursor go on', async () => {
    const place = await makeWorkspace(house.platform);
    const poison = saying({ nativeId: 'x'.repeat(10_000) + Math.random() });
    const incompressible = saying({
      nativeId: Array.from({ length: 4_000 }, () => Math.random().toString(36)).join(''),
    });
    const items = [
      saying({ nativeId: 'a' }),
      incompressible,
      saying({ nativeId: 'b' }),
      { ...poison, body: '{' },
    ];
    const result = await take(place, items, { cursor: { poll: 1, stream: 2 } });
    expect(result.failed).toBe(2);
    const native = (await rowsOf('mentions', place, 'native_id')).map((row) => row.native_id);
    expect(native).toEqual(['a', 'b']);
    const reasons = (await rowsOf('failed_items', place, 'reason')).map(({ reason }) => reason);
    expect(reasons.sort()).toEqual(['54000', 'normalise']);
    expect(await rowsOf('connections', place, 'cursor, stream_cursor')).toEqual([
      { cursor: 1, stream_cursor: 2 },
    ]);
  });

  it.each([
    ['a NUL', { text: 'a\0b', replyContext: { a: '\0' }, author: { nativeId: 'a', name: 'x\0y' } }],
    [
      'half a surrogate pair',
      { text: '\ud83d!', links: [{ url: 'https://a.example/\udc00' }], title: '\ud800' },
    ],
    ['a million characters', { text: 'a'.repeat(1_000_000) }],
    [
      'a hundred thousand words',
      { text: Array.from({ length: 100_000 }, (_, i) => i.toString(36)).join(' ') },
    ],
  ])('with %s is no poison at all', async (_, change) => {
    const place = await makeWorkspace(house.platform);
    const channel = {
      ...plainChannel(),
      normalise: () => [{ kind: 'item' as const, item: makeItem(change) }],
    };
    const raw = { ...saying(), body: 'raw\0\ud800', context: { from: '\0' } };
    expect(await take(place, [raw], { channel })).toMatchObject({
      failed: 0,
      mentions: [expect.any(String)],
    });
  });
});

describe('the wall between companies', () => {
  it('holds: the same native ids live on both sides and neither sees the other', async () => {
    const [one, other] = [await makeWorkspace(house.platform), await makeWorkspace(house.platform)];
    const { mentions } = await take(one, [saying()]);
    await take(other, [rawOf({ kind: 'removed', nativeId: 'native-1' }), saying()]);
    expect(await view(one, mentions)).toMatchObject([{ body: makeItem().text }]);
    expect(await view(other, mentions)).toEqual([]);
  });
});

describe('bounces and reactions', () => {
  it('are told once to the rooms above', async () => {
    const place = await makeWorkspace(house.platform);
    const items = [
      rawOf({ kind: 'undelivered', ofNativeId: 'ours-1', reason: 'mailbox full' }),
      rawOf({ kind: 'reaction', reaction: 'like', author: { nativeId: 'fan' }, ofNativeId: 'ours-1' }),
    ];
    await take(place, items);
    await take(place, items);
    const told = await rowsOf('outbox_events', place, 'id, kind, payload');
    expect(told.map(({ kind }) => kind)).toEqual(['message.undelivered', 'reaction.received']);
    expect(told[0]?.payload).toMatchObject({ ofNativeId: 'ours-1', reason: 'mailbox full' });
  });
});
