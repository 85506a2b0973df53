import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { marksOf } from '../model/reading-marks.ts';
import type { StoredReading } from '../model/stored-reading.ts';

export type ReadMention = {
  readonly id: string;
  readonly saidAt: string;
  readonly reading: StoredReading | null;
};

/** Makes mentions findable by what they say; those that had marks before lose them first (`deleteMarks`), those that are new (`none`) cannot have any. */
export const writeMarks = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentions: readonly ReadMention[],
  before: 'none' | 'earlier' = 'earlier',
): Promise<void> => {
  const rows = mentions.flatMap(({ id, saidAt, reading }) =>
    reading ? marksOf(reading).map((mark) => ({ mark, id, saidAt })) : [],
  );
  if (rows.length === 0) return;
  await tx.execute(sql`${kept}
    insert into mention_marks (workspace_id, mark, said_at, mention_id)
    select ${workspaceId}::uuid, r."mark", r."saidAt", r."id"
      from ${rowsOf(rows, { mark: 'text', saidAt: 'timestamptz', id: 'uuid' })}
     order by 2, 3, 4
    ${before === 'none' ? sql`` : sql`on conflict do nothing`}`);
};

export const deleteMarks = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<void> => {
  if (mentionIds.length === 0) return;
  await tx.execute(sql`
    delete from mention_marks
     where workspace_id = ${workspaceId} and mention_id = any(${sql.param([...mentionIds])}::uuid[])`);
};
