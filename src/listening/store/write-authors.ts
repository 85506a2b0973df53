import { sql } from 'drizzle-orm';
import type { Author } from '../../channels/events.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { storableLine } from '../model/storable.ts';

type AuthorRow = {
  readonly id: string;
  readonly native_id: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly url: string | null;
  readonly avatar_url: string | null;
};

/**
 * Finds or makes the authors and gives their ids by native id. Names and handles follow what was heard last;
 * what the channel did not tell this time stays. Written in the order of their keys, so that two batches never wait for each other in a ring.
 */
export const writeAuthors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  channel: string,
  authors: readonly Author[],
  now: Date,
): Promise<ReadonlyMap<string, string>> => {
  const heard = new Map(authors.map((author) => [author.nativeId, author]));
  if (heard.size === 0) return new Map();
  const { rows: known } = await tx.execute<AuthorRow>(sql`${kept}
    select id, native_id, name, handle, url, avatar_url from authors
     where workspace_id = ${workspaceId} and channel = ${channel} and native_id = any(${sql.param([...heard.keys()])})`);
  const before = new Map(known.map((row) => [row.native_id, row]));
  const ids = new Map(known.map((row) => [row.native_id, row.id]));
  const changed = [...heard.values()]
    .map((author) => ({ row: merged(author, before.get(author.nativeId)), old: before.get(author.nativeId) }))
    .filter(({ row, old }) => !old || !isSame(row, old))
    .map(({ row }) => row);
  if (changed.length === 0) return ids;
  const { rows: written } = await tx.execute<{ id: string; native_id: string }>(sql`${kept}
    insert into authors as a (workspace_id, id, channel, native_id, name, handle, url, avatar_url, updated_at)
    select ${workspaceId}::uuid, r.id, ${channel}, r.native_id, r.name, r.handle, r.url, r.avatar_url, ${now.toISOString()}::timestamptz
      from ${rowsOf(changed, columns)}
     order by r.native_id
    on conflict (workspace_id, channel, native_id) do update
      set name = excluded.name, handle = excluded.handle, url = excluded.url, avatar_url = excluded.avatar_url,
          updated_at = excluded.updated_at
    returning a.id, a.native_id`);
  for (const row of written) ids.set(row.native_id, row.id);
  return ids;
};

const columns = {
  id: 'uuid',
  native_id: 'text',
  name: 'text',
  handle: 'text',
  url: 'text',
  avatar_url: 'text',
} as const;

const merged = (author: Author, old: AuthorRow | undefined): AuthorRow => ({
  id: old?.id ?? newId(),
  native_id: author.nativeId,
  name: storableLine(author.name) ?? old?.name ?? null,
  handle: storableLine(author.handle) ?? old?.handle ?? null,
  url: storableLine(author.url) ?? old?.url ?? null,
  avatar_url: storableLine(author.avatarUrl) ?? old?.avatar_url ?? null,
});

const isSame = (one: AuthorRow, other: AuthorRow): boolean =>
  one.name === other.name &&
  one.handle === other.handle &&
  one.url === other.url &&
  one.avatar_url === other.avatar_url;
