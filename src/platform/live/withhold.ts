import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { currentReader } from '../db/reader.ts';
import type { WorkspaceId } from '../ids.ts';
import type { NumberedChange } from './live-hub.ts';
import { withoutHidden } from './without-hidden.ts';

/** Told in the transaction in which a shield begins, is opened, covered again or ends: in the order of commits, like all changes. */
const SHIELD_CHANGED = 'shield.changed';

/** What this screen may be told of these changes. */
export type Withhold = (changes: readonly NumberedChange[]) => Promise<readonly NumberedChange[]>;

/**
 * Ids of what a shield hides are not told either. Whether anything is hidden from who reads is asked once, ahead of any change (two hundred
 * screens would otherwise ask together when the first one comes), and again when a shield changes: whoever has none pays nothing for each change, whoever has one asks once for all the changes that came together.
 */
export const withholdFor = (database: Database, workspaceId: WorkspaceId): Withhold => {
  const reader = currentReader();
  let isShielded: boolean | undefined;
  return async (changes) => {
    if (reader === undefined) return changes;
    if (isShielded === undefined || changes.some(({ kind }) => kind === SHIELD_CHANGED))
      isShielded = await hidesAnything(database, workspaceId, reader);
    return isShielded ? withoutHidden(changes, (ids) => hiddenAmong(database, workspaceId, ids)) : changes;
  };
};

const hidesAnything = (database: Database, workspaceId: WorkspaceId, reader: string): Promise<boolean> =>
  database.inWorkspace(workspaceId, async (tx) => {
    const { rows } = await tx.execute<{ hides: boolean }>(
      sql`select passaparola_is_shielded(${workspaceId}::uuid, ${reader}::uuid) as hides`,
    );
    return rows[0]?.hides === true;
  });

/** The functions know for whom they are asked from the transaction (db/reader.ts). */
const hiddenAmong = (
  database: Database,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> =>
  database.inWorkspace(workspaceId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select id from unnest(array[${sql.join([...ids], sql`, `)}]::uuid[]) as given(id) where id in (
        select passaparola_hidden_threads() union select h.id from passaparola_hidden_items() h
        union select passaparola_hidden_reports() union select passaparola_hidden_replies())`);
    return new Set(rows.map(({ id }) => id));
  });
