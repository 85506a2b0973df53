import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';

/** Where a mention came from, and what became of it. Times are ISO 8601. */
export type Provenance = {
  readonly connection: { readonly id: string; readonly channel: string; readonly name: string } | null;
  readonly nativeId: string;
  readonly revision: string;
  readonly url: string | null;
  /** SHA-256 of title and text, hex; empty when they are gone. */
  readonly contentHash: string;
  readonly saidAt: string;
  readonly receivedAt: string;
  readonly editedAt: string | null;
  readonly removed: { readonly at: string; readonly toldAt: string | null } | null;
  readonly original: 'kept' | 'gone';
  readonly wordsGoneBecause: 'taken-back' | 'time-over' | null;
};

type Row = {
  readonly connectionId: string | null;
  readonly channel: string;
  readonly connectionName: string | null;
  readonly nativeId: string;
  readonly revision: string;
  readonly url: string | null;
  readonly contentHash: string;
  readonly saidAt: string;
  readonly receivedAt: string;
  readonly editedAt: string | null;
  readonly removedAt: string | null;
  readonly toldAt: string | null;
  readonly hasOriginal: boolean;
  readonly isEmpty: boolean;
};

export const readProvenance = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: MentionId,
): Promise<Provenance | undefined> => {
  const { rows } = await tx.execute<Row>(sql`
    select c.id as "connectionId", m.channel, c.name as "connectionName", m.native_id as "nativeId", m.revision, m.url,
      m.content_hash as "contentHash", m.said_at as "saidAt", m.received_at as "receivedAt", m.edited_at as "editedAt",
      m.removed_at as "removedAt", t.received_at as "toldAt",
      exists (select from raw_items r where r.workspace_id = m.workspace_id and r.connection_id = m.connection_id
        and r.native_id = m.native_id and r.body <> '') as "hasOriginal",
      m.body = '' and m.title is null and m.media = '[]' as "isEmpty"
    from mentions m
      left join connections c on c.workspace_id = m.workspace_id and c.id = m.connection_id
      left join tombstones t on t.workspace_id = m.workspace_id and t.connection_id = m.connection_id and t.native_id = m.native_id
    where m.workspace_id = ${workspaceId} and m.id = ${id}`);
  return rows[0] && provenanceOf(rows[0]);
};

const provenanceOf = (row: Row): Provenance => ({
  connection: row.connectionId
    ? { id: row.connectionId, channel: row.channel, name: row.connectionName ?? '' }
    : null,
  nativeId: row.nativeId,
  revision: row.revision,
  url: row.url,
  contentHash: row.isEmpty ? '' : row.contentHash,
  saidAt: isoOf(row.saidAt),
  receivedAt: isoOf(row.receivedAt),
  editedAt: row.editedAt && isoOf(row.editedAt),
  removed: row.removedAt ? { at: isoOf(row.removedAt), toldAt: row.toldAt && isoOf(row.toldAt) } : null,
  original: row.hasOriginal ? 'kept' : 'gone',
  wordsGoneBecause: row.removedAt ? 'taken-back' : row.isEmpty ? 'time-over' : null,
});

const isoOf = (time: string): string => new Date(time).toISOString();
