import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { deleteMarks } from './write-marks.ts';

/** Remembers what was taken back and when, at its earliest. */
export const writeTombstones = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  receivedAt: Date,
  removals: readonly { readonly nativeId: string; readonly removedAt: string }[],
): Promise<void> => {
  if (removals.length === 0) return;
  await tx.execute(sql`
    insert into tombstones as t (workspace_id, connection_id, native_id, removed_at, received_at)
    select ${workspaceId}::uuid, ${connectionId}::uuid, r."nativeId", r."removedAt",
           ${receivedAt.toISOString()}::timestamptz
      from json_to_recordset(${JSON.stringify(removals)}::json) as r("nativeId" text, "removedAt" timestamptz)
     order by 3
    on conflict (workspace_id, connection_id, native_id) do update
      set removed_at = least(t.removed_at, excluded.removed_at),
          received_at = greatest(t.received_at, excluded.received_at)`);
};

/** Takes the text out of mentions, and with it everything that was derived from it. */
export const emptyMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  removals: readonly { readonly id: string; readonly removedAt: string }[],
): Promise<void> => {
  if (removals.length === 0) return;
  const ids = sql.param(removals.map(({ id }) => id));
  await tx.execute(sql`
    update mentions m set removed_at = r."removedAt", title = null, body = '', quoted = null, content_warning = null,
      content_hash = '', rating = null, place = null, url = null, links = '[]', media = '[]', reply_context = '{}', reading = null
      from json_to_recordset(${JSON.stringify(removals)}::json) as r("id" uuid, "removedAt" timestamptz)
     where m.workspace_id = ${workspaceId} and m.id = r."id"`);
  await tx.execute(
    sql`delete from mention_revisions where workspace_id = ${workspaceId} and mention_id = any(${ids}::uuid[])`,
  );
  const gone = removals.map(({ id }) => id);
  await deleteMatches(tx, workspaceId, gone);
  await deleteMarks(tx, workspaceId, gone);
};

export const deleteMatches = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<void> => {
  if (mentionIds.length === 0) return;
  await tx.execute(sql`
    delete from watch_matches
     where workspace_id = ${workspaceId} and mention_id = any(${sql.param(mentionIds)}::uuid[])`);
};
