import { sql } from 'drizzle-orm';
import type { Item } from '../../src/channels/events.ts';
import { ingest } from '../../src/listening/index.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestHouse } from '../harness/test-house.ts';
import { plainChannel, rawOf, saying } from './listening-kit.ts';

export type Said = Partial<Item> & { readonly who?: string };

const day = 24 * 3_600_000;

/** An instant so many days before now, ISO 8601. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * day).toISOString();

/** A company with a connection of `channel` that nobody receives for, and its ways in. */
export const openRelations = async (test: TestHouse, name: string, channel = 'bluesky') => {
  const company = await test.company(name);
  const { workspaceId } = company;
  const connectionId = newId();
  const { platform } = test.house;
  const rows = <Row extends Record<string, unknown>>(
    query: ReturnType<typeof sql>,
  ): Promise<readonly Row[]> =>
    platform.database.inWorkspace(
      workspaceId,
      async (tx) => (await tx.execute(query)).rows as unknown as readonly Row[],
    );
  await rows(sql`insert into connections (workspace_id, id, channel, name, settings, state, account)
    values (${workspaceId}, ${connectionId}, ${channel}, 'Prova', '{}', 'paused', '{"nativeId": "us"}')`);
  const take = async (items: Parameters<typeof ingest>[1]['items']) => {
    await ingest(platform, {
      workspaceId,
      connectionId,
      channel: plainChannel({ id: channel }),
      items,
      receivedAt: new Date(),
      keepAll: true,
      read: test.house.reader.read,
    });
    await test.house.settled();
  };
  const item = ({ who, ...change }: Said) =>
    saying({
      ...(who ? { author: { nativeId: who, name: `Persona ${who}`, handle: `${who}.example` } } : {}),
      ...(change.ours ? { author: { nativeId: 'us', name: 'Noi' }, addressed: false } : {}),
      ...change,
    });
  const hear = (...said: readonly Said[]) => take(said.map(item));
  const react = (who: string, reaction: 'like' | 'repost' | 'follow', of?: string, saidAt?: string) =>
    take([
      rawOf({
        kind: 'reaction',
        reaction,
        author: { nativeId: who, name: `Persona ${who}`, handle: `${who}.example` },
        ...(of ? { ofNativeId: of } : {}),
        ...(saidAt ? { saidAt } : {}),
      }),
    ]);
  /** Who spoke to whom, as `from>to kind`, in the order of time. */
  const edges = async (): Promise<readonly string[]> => {
    const found = await rows<{ from: string | null; to: string | null; kind: string }>(sql`
      select f.native_id as "from", t.native_id as "to", x.kind from interactions x
      left join identities f on f.workspace_id = x.workspace_id and f.id = x.from_identity
      left join identities t on t.workspace_id = x.workspace_id and t.id = x.to_identity
      where x.workspace_id = ${workspaceId} order by x.at, x.source_key`);
    return found.map(({ from, to, kind }) => `${from ?? 'us'}>${to ?? 'us'} ${kind}`);
  };
  /** The figures of everybody, by the native id of their account. */
  const figures = async () => {
    const found = await rows<{ who: string }>(sql`
      select i.native_id as who, c.heard_at, c.in_at, c.out_at, c.in_count, c.out_count, c.last_at, c.stage, c.usual_days
      from contacts c join identities i on i.workspace_id = c.workspace_id and i.contact_id = c.id
      where c.workspace_id = ${workspaceId} order by i.native_id`);
    return new Map(found.map(({ who, ...rest }) => [who, rest as Record<string, unknown>]));
  };
  const contactId = async (who: string): Promise<string> => {
    const [found] = await rows<{ id: string }>(sql`
      select contact_id as id from identities where workspace_id = ${workspaceId} and native_id = ${who}`);
    return found?.id ?? '';
  };
  const home = `/api/workspaces/${workspaceId}`;
  const status = async (method: string, path: string, body?: unknown) => {
    const response = await company.as(`${home}/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: response.status, body: (await response.json().catch(() => null)) as never };
  };
  const get = <Body>(path: string) => company.json<Body>('GET', `${home}/${path}`);
  const post = <Body>(path: string, body: unknown = {}) =>
    company.json<Body>('POST', `${home}/${path}`, body);
  const patch = <Body>(path: string, body: unknown) => company.json<Body>('PATCH', `${home}/${path}`, body);
  return {
    company,
    workspaceId,
    connectionId,
    platform,
    home,
    rows,
    take,
    item,
    hear,
    react,
    edges,
    figures,
    contactId,
    status,
    get,
    post,
    patch,
  };
};

export type Relations = Awaited<ReturnType<typeof openRelations>>;
