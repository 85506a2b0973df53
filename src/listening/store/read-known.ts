import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { KnownMention } from '../model/settle-mention.ts';

export type Known = {
  readonly mentions: ReadonlyMap<string, KnownMention>;
  /** When each native id was taken back, ISO 8601: also of items that we never saw. */
  readonly tombstones: ReadonlyMap<string, string>;
};

/** One batch of a connection at a time, in all processes: what it decides on what it reads must still hold when it writes. */
export const lockConnection = async (tx: Transaction, connectionId: ConnectionId): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${connectionId}, 4322))`);
};

/** What we already have of these native ids. */
export const readKnown = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  nativeIds: readonly string[],
): Promise<Known> => {
  if (nativeIds.length === 0) return { mentions: new Map(), tombstones: new Map() };
  const { rows } = await tx.execute<KnownRow>(sql`${kept}
    select id, native_id, revision, title, body, content_hash, said_at, edited_at, received_at, removed_at,
           null::timestamptz as tombstone
      from mentions
     where workspace_id = ${workspaceId} and connection_id = ${connectionId}
       and native_id = any(${sql.param(nativeIds)})
    union all
    select null, native_id, null, null, null, null, null, null, null, null, removed_at
      from tombstones
     where workspace_id = ${workspaceId} and connection_id = ${connectionId}
       and native_id = any(${sql.param(nativeIds)})`);
  const mentions = new Map<string, KnownMention>();
  const tombstones = new Map<string, string>();
  for (const row of rows) {
    if (row.tombstone) tombstones.set(row.native_id, isoOf(row.tombstone));
    else mentions.set(row.native_id, knownMention(row));
  }
  return { mentions, tombstones };
};

type KnownRow = {
  readonly id: string;
  readonly native_id: string;
  readonly revision: string;
  readonly title: string | null;
  readonly body: string;
  readonly content_hash: string;
  readonly said_at: string;
  readonly edited_at: string | null;
  readonly received_at: string;
  readonly removed_at: string | null;
  readonly tombstone: string | null;
};

const isoOf = (time: string): string => new Date(time).toISOString();

const knownMention = (row: KnownRow): KnownMention => ({
  id: row.id,
  revision: row.revision,
  title: row.title,
  body: row.body,
  contentHash: row.content_hash,
  saidAt: isoOf(row.said_at),
  editedAt: row.edited_at && isoOf(row.edited_at),
  receivedAt: isoOf(row.received_at),
  removedAt: row.removed_at && isoOf(row.removed_at),
});
