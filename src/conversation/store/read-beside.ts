import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import type { ConnectionId, PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Presence } from './presence-rows.ts';
import type { ThreadConnection } from './read-connection.ts';
import { toInstant } from './sql-values.ts';

/** What stands beside the turns of a thread, and whether there is anything else to be read: mostly there is not. */
export type Beside = {
  readonly followerIds: readonly PersonId[];
  /** Who has it open now, whoever asks included. */
  readonly present: readonly Presence[];
  /** The connection that it is on, removed ones included: what they brought stays. Null where there is none. */
  readonly connection: ThreadConnection | null;
  readonly hasReplies: boolean;
  readonly hasNotes: boolean;
  /** Of whoever asks. */
  readonly hasDraft: boolean;
};

/** In one statement: each by itself would be a journey to the database of its own. */
export const readBeside = async (
  tx: Transaction,
  place: { readonly workspaceId: WorkspaceId; readonly threadId: ThreadId; readonly personId: PersonId },
  connectionId: ConnectionId,
  now: Date,
): Promise<Beside> => {
  const { workspaceId, threadId, personId } = place;
  const here = sql`workspace_id = ${workspaceId}::uuid and thread_id = ${threadId}::uuid`;
  const { rows } = await tx.execute<Beside>(sql`${kept}
    select
      array(select person_id::text from thread_followers where ${here} order by created_at, person_id) as "followerIds",
      coalesce((
        select json_agg(json_build_object('personId', person_id, 'doing', doing, 'until', until) order by person_id)
        from thread_presence where ${here} and until > ${now.toISOString()}::timestamptz
      ), '[]') as present,
      (
        select json_build_object('id', id, 'name', name, 'channel', channel,
          'state', case when removed_at is null then state else 'removed' end)
        from connections where workspace_id = ${workspaceId}::uuid and id = ${connectionId}::uuid
      ) as connection,
      exists (select from replies where ${here}) as "hasReplies",
      exists (select from notes where ${here} and removed_at is null) as "hasNotes",
      exists (select from drafts where ${here} and person_id = ${personId}::uuid) as "hasDraft"`);
  const [row] = rows;
  if (!row) throw new Error('a statement without a table gave no row');
  return { ...row, present: row.present.map((one) => ({ ...one, until: toInstant(one.until) })) };
};
