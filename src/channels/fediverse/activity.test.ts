import { expect, it } from 'vitest';
import { fediverseChannel } from './channel.ts';

const read = (document: unknown, context: Record<string, string> = {}) =>
  fediverseChannel
    .readRaw(new TextEncoder().encode(JSON.stringify(document)), context)
    .flatMap((raw) => fediverseChannel.normalise(raw));
const as = { '@context': 'https://www.w3.org/ns/activitystreams' };
const anna = 'https://social.example/users/anna';
const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const note = {
  ...as,
  id: `${anna}/statuses/1`,
  type: 'Note',
  attributedTo: anna,
  contentMap: { it: '<p>Buon <b>vino</b></p>' },
  published: '2026-11-20T10:00:00Z',
  to: [PUBLIC],
  inReplyTo: 'https://altro.example/notes/9',
  tag: [{ type: 'Mention', href: 'https://nostra.example/users/cantina', name: '@cantina@nostra.example' }],
  attachment: [
    { type: 'Document', mediaType: 'image/jpeg', url: 'https://social.example/f.jpg', name: 'bottiglia' },
  ],
  location: { type: 'Place', name: 'Alba', latitude: 44.7, longitude: 8.03 },
};

it('a note is something said: words by language, whom it answers and names, pictures, place', () => {
  expect(read(note, { accountId: 'https://nostra.example/users/cantina' })).toMatchObject([
    {
      kind: 'item',
      item: {
        nativeId: `${anna}/statuses/1`,
        form: 'reply',
        visibility: 'public',
        text: 'Buon vino',
        language: 'it',
        author: { nativeId: anna, handle: '@anna@social.example' },
        addressed: true,
        parentNativeId: 'https://altro.example/notes/9',
        media: [{ kind: 'image', alt: 'bottiglia' }],
        place: { name: 'Alba', latitude: 44.7, longitude: 8.03 },
        saidAt: '2026-11-20T10:00:00.000Z',
      },
    },
  ]);
});

it('Create and Update carry it; an update says when, and is another revision', () => {
  const { '@context': _, ...bare } = note;
  const wrap = (type: string, object: object) => ({ ...as, id: `${anna}/a`, type, actor: anna, object });
  const [made] = read(wrap('Create', bare));
  const [changed] = read(
    wrap('Update', { ...bare, content: '<p>Ottimo</p>', updated: '2026-11-21T10:00:00Z' }),
  );
  expect(made).toMatchObject({ item: { text: 'Buon vino' } });
  expect(changed).toMatchObject({ item: { text: 'Ottimo', editedAt: '2026-11-21T10:00:00.000Z' } });
});

it('Announce, Like and Follow are signs without words', () => {
  const sign = (type: string) =>
    read({
      ...as,
      id: `${anna}/${type}`,
      type,
      actor: { type: 'Person', id: anna, name: 'Anna', preferredUsername: 'anna' },
      object: note.id,
    })[0];
  expect(sign('Announce')).toMatchObject({
    kind: 'reaction',
    reaction: 'repost',
    ofNativeId: note.id,
    author: { name: 'Anna' },
  });
  expect(sign('Like')).toMatchObject({ kind: 'reaction', reaction: 'like', ofNativeId: note.id });
  expect(sign('Follow')).toMatchObject({ kind: 'reaction', reaction: 'follow' });
});

it('Delete, with an address or a Tombstone, and a Tombstone by itself take it back', () => {
  const gone = { kind: 'removed', nativeId: note.id };
  expect(read({ ...as, type: 'Delete', actor: anna, object: note.id })).toMatchObject([gone]);
  const tombstone = { type: 'Tombstone', id: note.id, deleted: '2026-11-21T10:00:00Z' };
  const dated = { ...gone, removedAt: '2026-11-21T10:00:00.000Z' };
  expect(read({ ...as, type: 'Delete', actor: anna, object: tombstone })).toMatchObject([dated]);
  expect(read({ ...as, ...tombstone })).toMatchObject([dated]);
});

it('collections are what is in them, page by page, bounded in depth', () => {
  const page = {
    type: 'OrderedCollectionPage',
    orderedItems: [note, { ...note, id: 'https://x.example/2' }],
  };
  expect(read({ ...as, type: 'OrderedCollection', totalItems: 2, first: page })).toHaveLength(2);
  let deep: object = note;
  for (let turn = 0; turn < 100; turn += 1) deep = { type: 'Collection', items: [deep] };
  expect(read({ ...as, ...deep }).length).toBeLessThanOrEqual(1);
});

it('who may read it is told by whom it is to', () => {
  const seen = (to: readonly string[], cc: readonly string[] = []) => {
    const [event] = read({ ...note, to, cc });
    return event?.kind === 'item' ? event.item.visibility : undefined;
  };
  expect(seen([`${anna}/followers`], [PUBLIC])).toBe('unlisted');
  expect(seen([`${anna}/followers`])).toBe('followers');
  expect(seen(['https://nostra.example/users/cantina'])).toBe('direct');
});
