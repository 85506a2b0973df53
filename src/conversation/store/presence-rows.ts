import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { toInstant } from './sql-values.ts';

export type Presence = {
  readonly personId: PersonId;
  readonly doing: 'reading' | 'writing';
  /** ISO 8601: true until then. */
  readonly until: string;
};

/** Who has it open now, whoever asks included. */
export const readPresence = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  now: Date,
): Promise<readonly Presence[]> => {
  const { rows } = await tx.execute<Presence>(sql`
    select person_id as "personId", doing, until from thread_presence
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and until > ${now.toISOString()}::timestamptz
    order by person_id`);
  return rows.map((row) => ({ ...row, until: toInstant(row.until) }));
};

/** Says that a person is there until then, or (null) no longer. True when that is news to the others. */
export const savePresence = async (
  tx: Transaction,
  place: { readonly workspaceId: WorkspaceId; readonly threadId: ThreadId; readonly personId: PersonId },
  doing: 'reading' | 'writing' | null,
  now: Date,
  until: Date,
): Promise<boolean> => {
  const { workspaceId, threadId, personId } = place;
  const here = sql`workspace_id = ${workspaceId} and thread_id = ${threadId} and person_id = ${personId}`;
  const { rows } = await tx.execute<{ doing: string; isOver: boolean }>(sql`
    select doing, until <= ${now.toISOString()}::timestamptz as "isOver" from thread_presence where ${here} for update`);
  const before = rows[0] && !rows[0].isOver ? rows[0].doing : null;
  if (doing === null) await tx.execute(sql`delete from thread_presence where ${here}`);
  else
    await tx.execute(sql`
      insert into thread_presence (workspace_id, thread_id, person_id, doing, until)
      values (${workspaceId}, ${threadId}, ${personId}, ${doing}, ${until.toISOString()}::timestamptz)
      on conflict (workspace_id, thread_id, person_id) do update set doing = excluded.doing, until = excluded.until`);
  return before !== doing;
};

/** Nobody asks about those any more. */
export const forgetPresence = async (tx: Transaction, before: Date): Promise<void> => {
  await tx.execute(sql`delete from thread_presence where until < ${before.toISOString()}::timestamptz`);
};
