import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { mayBeScored } from './batch-reads.ts';
import { time, uuids } from './sql-values.ts';

/** Of each account the latest. */
const MOST = 60;

type FieldPost = {
  readonly contactId: string;
  readonly text: string;
  readonly ageDays: number;
  readonly isOnTopic: boolean;
};

/** What these people said where others could hear it, and which of it is of a field's mentions. */
export const readFieldPosts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  mentionIds: readonly string[],
  now: Date,
): Promise<readonly FieldPost[]> => {
  const { rows } = await tx.execute<FieldPost>(sql`
    select c.id as "contactId", left(m.body, 600) as text, m.id = any(${uuids(mentionIds)}) as "isOnTopic",
      extract(epoch from ${time(now)} - m.said_at)::float8 / 86400 as "ageDays"
    from contacts c
    join identities i on i.workspace_id = ${workspaceId} and i.contact_id = c.id and i.profiling
      and i.author_id is not null
    cross join lateral (
      select m.id, m.body, m.said_at from mentions m
      where m.workspace_id = ${workspaceId} and m.author_id = i.author_id and not m.ours and m.removed_at is null
        and m.automatic is null and m.visibility <> 'direct'
      order by m.said_at desc limit ${MOST}
    ) m
    where c.workspace_id = ${workspaceId} and c.id = any(${uuids(contactIds)}) and ${mayBeScored}
    order by c.id, m.said_at desc, m.id`);
  return rows;
};
