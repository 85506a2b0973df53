import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { texts } from './sql-values.ts';

/** One as it is written; null ends are us. `at` is ISO 8601. */
export type NewInteraction = {
  readonly sourceKey: string;
  readonly at: string;
  readonly channel: string;
  readonly kind: string;
  readonly fromIdentity: string | null;
  readonly toIdentity: string | null;
  readonly personId?: string | null;
  readonly connectionId?: string | null;
  readonly mentionId?: string | null;
  readonly value: number;
  readonly note?: string | null;
};

export type WrittenInteraction = Pick<NewInteraction, 'sourceKey' | 'at' | 'fromIdentity' | 'toIdentity'> & {
  /** False when it was there and says something else now. */
  readonly inserted: boolean;
};

const columns = {
  sourceKey: 'text',
  at: 'timestamptz',
  channel: 'text',
  kind: 'text',
  fromIdentity: 'uuid',
  toIdentity: 'uuid',
  personId: 'uuid',
  connectionId: 'uuid',
  mentionId: 'uuid',
  value: 'real',
  note: 'text',
} as const;

/**
 * Writes what is new or says something else now, and gives those back. An answer of ours is told twice, by its delivery
 * (which knows the colleague) and by its echo (which knows the channel's time): each leaves the other's part alone.
 */
export const writeInteractions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly NewInteraction[],
): Promise<readonly WrittenInteraction[]> => {
  if (rows.length === 0) return [];
  const { rows: written } = await tx.execute<WrittenInteraction>(sql`${kept}
    insert into interactions as x (workspace_id, source_key, at, channel, kind, from_identity, to_identity, person_id,
      connection_id, mention_id, value, note)
    select ${workspaceId}::uuid, r."sourceKey", r.at, r.channel, r.kind, r."fromIdentity", r."toIdentity", r."personId",
      r."connectionId", r."mentionId", r.value, r.note
    from ${rowsOf(rows, columns)}
    order by r."sourceKey"
    on conflict (workspace_id, source_key) do update set
      person_id = coalesce(excluded.person_id, x.person_id),
      at = case when excluded.person_id is null then excluded.at else x.at end,
      kind = case when excluded.person_id is null then excluded.kind else x.kind end,
      value = case when excluded.person_id is null then excluded.value else x.value end,
      mention_id = case when excluded.person_id is null then excluded.mention_id else x.mention_id end,
      from_identity = case when excluded.person_id is null then excluded.from_identity else x.from_identity end,
      to_identity = case when excluded.person_id is null then excluded.to_identity else x.to_identity end
    where x.person_id is distinct from coalesce(excluded.person_id, x.person_id)
      or (excluded.person_id is null and (x.at, x.kind, x.mention_id, x.from_identity, x.to_identity)
        is distinct from (excluded.at, excluded.kind, excluded.mention_id, excluded.from_identity, excluded.to_identity))
    returning x.source_key as "sourceKey", x.at, x.from_identity as "fromIdentity", x.to_identity as "toIdentity",
      x.xmax = 0 as inserted`);
  return written;
};

/** Takes away what is no more, and gives back between whom it was. */
export const deleteInteractions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  sourceKeys: readonly string[],
): Promise<readonly Pick<WrittenInteraction, 'fromIdentity' | 'toIdentity'>[]> => {
  if (sourceKeys.length === 0) return [];
  const { rows } = await tx.execute<Pick<WrittenInteraction, 'fromIdentity' | 'toIdentity'>>(sql`
    delete from interactions where workspace_id = ${workspaceId} and source_key = any(${texts(sourceKeys)})
    returning from_identity as "fromIdentity", to_identity as "toIdentity"`);
  return rows;
};
