import type { Channel, Manifest } from '../../src/channels/contract.ts';
import type { ChannelEvent, Item, RawItem } from '../../src/channels/events.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Platform } from '../../src/platform/platform.ts';

/** A channel whose raw items are their own meaning: the body is the list of events as JSON. */
export const plainChannel = (change: Partial<Manifest> = {}): Pick<Channel, 'manifest' | 'normalise'> => ({
  manifest: {
    id: 'plain',
    name: { it: 'Prova', en: 'Plain' },
    dataTerms: { keepContent: 'yes', profileAuthors: true, exportable: true, source: '', checkedOn: '' },
    pollEveryMs: 1_000,
    ...change,
  } as Manifest,
  normalise: (raw) => JSON.parse(raw.body) as ChannelEvent[],
});

export const makeItem = (change: Partial<Item> = {}): Item => ({
  nativeId: 'native-1',
  revision: '1',
  form: 'post',
  visibility: 'public',
  author: { nativeId: 'author-1', name: 'Anna Bianchi', handle: '@anna' },
  ours: false,
  addressed: true,
  text: 'Che buono il Dolcetto della Cantina Rossi!',
  saidAt: '2026-11-20T10:00:00.000Z',
  references: [],
  links: [],
  media: [],
  replyContext: {},
  ...change,
});

export const rawOf = (...events: readonly ChannelEvent[]): RawItem => {
  const [first] = events;
  const of = first?.kind === 'item' ? first.item : { nativeId: JSON.stringify(first), revision: '1' };
  return {
    nativeId: of.nativeId,
    revision: of.revision,
    contentType: 'application/json',
    encoding: 'utf8',
    body: JSON.stringify(events),
    context: {},
  };
};

export const saying = (change: Partial<Item> = {}): RawItem =>
  rawOf({ kind: 'item', item: makeItem(change) });

/** A company with a connection, written directly. */
export const makeWorkspace = async (platform: Platform, channel = 'plain') => {
  const [workspaceId, connectionId] = [newId(), newId()];
  const client = await platform.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('passaparola.workspace', '*', true)`);
    await client.query(`insert into workspaces (id, name, slug) values ($1, 'Cantina', $2)`, [
      workspaceId,
      workspaceId,
    ]);
    await client.query(
      `insert into connections (workspace_id, id, channel, name, settings) values ($1, $2, $3, 'Prova', '{}')`,
      [workspaceId, connectionId, channel],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
  return { workspaceId, connectionId };
};
