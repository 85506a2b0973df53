import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openJetstream } from './jetstream-source.ts';
import { BlueskySettingsSchema } from './settings.ts';

const source = openJetstream('wss://jetstream.example');
const at = 1_725_911_162_329_308;
const base = { did: 'did:plc:anna', time_us: at };
const commit = {
  rev: '3l3qo2vutsw2b',
  operation: 'create',
  collection: 'app.bsky.feed.post',
  rkey: '3l3qo2vuowo2b',
  record: { $type: 'app.bsky.feed.post', text: 'Un dolcetto', createdAt: '2024-09-09T19:46:02.102Z' },
  cid: 'bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi',
};
const read = (value: unknown) => {
  const word = source.read(JSON.stringify(value));
  return word.kind === 'event'
    ? { at: word.event.at, time: word.event.time, gone: word.event.goneDid, changes: word.event.changes() }
    : word.kind;
};
const uri = 'at://did:plc:anna/app.bsky.feed.post/3l3qo2vuowo2b';
const time = '2024-09-09T19:46:02.329Z';

it.each<[string, object, unknown]>([
  [
    'a post',
    { ...base, kind: 'commit', commit },
    { at, time, changes: [{ action: 'put', uri, cid: commit.cid, record: commit.record }] },
  ],
  [
    'a correction',
    { ...base, kind: 'commit', commit: { ...commit, operation: 'update' } },
    { changes: [{ action: 'put', uri }] },
  ],
  [
    'a deletion',
    {
      ...base,
      kind: 'commit',
      commit: { rev: 'x', operation: 'delete', collection: commit.collection, rkey: commit.rkey },
    },
    { changes: [{ action: 'delete', uri }] },
  ],
  [
    'a like',
    { ...base, kind: 'commit', commit: { ...commit, collection: 'app.bsky.feed.like' } },
    { changes: [] },
  ],
  [
    'a post without its digest',
    { ...base, kind: 'commit', commit: { ...commit, cid: undefined } },
    { changes: [] },
  ],
  [
    'an account that ends',
    { ...base, kind: 'account', account: { active: false, status: 'deleted' } },
    { gone: 'did:plc:anna', changes: [] },
  ],
  [
    'an account that rests',
    { ...base, kind: 'account', account: { active: false, status: 'deactivated' } },
    { gone: undefined, changes: [] },
  ],
  ['a new name', { ...base, kind: 'identity', identity: { handle: 'anna.example' } }, { at, changes: [] }],
])('understands %s', (_, event, expected) => expect(read(event)).toMatchObject(expected as object));

it('passes over the answer to a heartbeat, and says what does not read', () => {
  expect(read({ kind: 'heartbeat', payload: '' })).toBe('nothing');
  expect(read({ ...base, time_us: -1, kind: 'commit' })).toBe('unreadable');
  expect(source.read(new Uint8Array([1, 2]))).toEqual({ kind: 'unreadable' });
});

it('takes whatever comes for what it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json(), fc.record({ ...constants, commit: fc.anything() }).map(text)),
      (said) => {
        const word = source.read(said);
        if (word.kind === 'event') word.event.changes();
      },
    ),
  );
});
const constants = { did: fc.constant('did:plc:anna'), time_us: fc.integer(), kind: fc.constant('commit') };
const text = (value: unknown): string => JSON.stringify(value) ?? '';

it('asks for posts alone, and for the last five seconds again', () => {
  expect(source.address(undefined)).toBe(
    'wss://jetstream.example/subscribe?wantedCollections=app.bsky.feed.post',
  );
  expect(source.address(at)).toMatch(/&cursor=1725911157329308$/);
});

it.each([
  [{}, 'jetstream', 'wss://jetstream2.us-east.bsky.network'],
  [{ streamKind: 'firehose' }, 'firehose', 'wss://bsky.network'],
  [{ streamUrl: 'wss://bsky.network' }, 'firehose', 'wss://bsky.network'],
  [{ streamUrl: 'relay.example' }, 'firehose', 'wss://relay.example'],
  [
    { streamKind: 'jetstream', streamUrl: 'wss://bsky.network' },
    'jetstream',
    'wss://jetstream2.us-east.bsky.network',
  ],
  [{ streamKind: 'jetstream', streamUrl: 'wss://js.example/' }, 'jetstream', 'wss://js.example'],
])('settings %j mean %s at %s', (given, streamKind, streamUrl) =>
  expect(BlueskySettingsSchema.parse({ handle: 'cantina.example', ...given })).toMatchObject({
    streamKind,
    streamUrl,
  }),
);
