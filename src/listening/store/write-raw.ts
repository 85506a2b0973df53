import { sql } from 'drizzle-orm';
import type { RawItem } from '../../channels/events.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { storableJson } from '../model/storable.ts';

/** Longer bodies are not kept: what they meant is in the mention. UTF-16 units. */
const LONGEST_RAW = 5_000_000;

const columns = {
  native_id: 'text',
  revision: 'text',
  content_type: 'text',
  encoding: 'text',
  body: 'text',
  context: 'jsonb',
} as const;

/** Keeps what is new of these items and tells which (by `rawKey`). Without `keepBody` only that they came is remembered. */
export const writeRaw = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  items: readonly RawItem[],
  options: { readonly receivedAt: Date; readonly keepBody: (item: RawItem) => boolean },
): Promise<ReadonlySet<string>> => {
  if (items.length === 0) return new Set();
  const rows = items.map((item) => {
    const keep = options.keepBody(item) && item.body.length <= LONGEST_RAW;
    return {
      native_id: item.nativeId,
      revision: item.revision,
      content_type: item.contentType,
      encoding: item.encoding,
      body: keep ? item.body.replaceAll('\0', '\u{fffd}').toWellFormed() : '',
      context: keep ? storableJson(item.context) : {},
    };
  });
  const { rows: inserted } = await tx.execute<{ native_id: string; revision: string }>(sql`${kept}
    insert into raw_items (workspace_id, connection_id, native_id, revision, content_type, encoding, body, context, received_at)
    select ${workspaceId}::uuid, ${connectionId}::uuid, r.native_id, r.revision, r.content_type, r.encoding, r.body,
           r.context, ${options.receivedAt.toISOString()}::timestamptz
      from ${rowsOf(rows, columns)}
     order by r.native_id, r.revision
    on conflict do nothing
    returning native_id, revision`);
  return new Set(inserted.map((row) => rawKey({ nativeId: row.native_id, revision: row.revision })));
};

export const rawKey = (item: Pick<RawItem, 'nativeId' | 'revision'>): string =>
  `${item.nativeId}\n${item.revision}`;

/** Empties what was kept of items that were taken back; that they came stays known. */
export const forgetRaw = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  nativeIds: readonly string[],
): Promise<void> => {
  if (nativeIds.length === 0) return;
  await tx.execute(sql`
    update raw_items set body = '', context = '{}'
     where workspace_id = ${workspaceId} and connection_id = ${connectionId}
       and native_id = any(${sql.param(nativeIds)})`);
};
