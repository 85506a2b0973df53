import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** Where a mention stands, and whether a case is near: one of its conversation, or one of its author. */
export type MentionStanding = {
  readonly id: string;
  readonly authorId: string;
  readonly threadId: string | null;
  /** The reading names a complaint, however surely. */
  readonly isComplaint: boolean;
  readonly isNearCase: boolean;
};

/** All mentions of a batch in one question: most of what is said has no case near it, and needs no more than this. */
export const standingOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<readonly MentionStanding[]> => {
  if (mentionIds.length === 0) return [];
  const { rows } = await tx.execute<MentionStanding>(sql`${kept}
    with said as materialized (
      select m.id, m.author_id, coalesce(m.reading->'intents' ? 'complaint', false) as is_complaint, t.thread_id
      from unnest(${sql.param([...mentionIds])}::uuid[]) w(id)
      join mentions m on m.workspace_id = ${workspaceId} and m.id = w.id
      left join thread_mentions t on t.workspace_id = ${workspaceId} and t.mention_id = m.id
    ), of_threads as materialized (
      select distinct t.thread_id
      from thread_mentions t join case_mentions c on c.workspace_id = ${workspaceId} and c.mention_id = t.mention_id
      where t.workspace_id = ${workspaceId} and t.thread_id in (select thread_id from said)
    ), of_authors as materialized (
      select distinct c.author_id from case_mentions c
      where c.workspace_id = ${workspaceId} and c.author_id in (select author_id from said)
    )
    select s.id, s.author_id as "authorId", s.thread_id as "threadId", s.is_complaint as "isComplaint",
      s.thread_id in (select thread_id from of_threads) is true or s.author_id in (select author_id from of_authors) as "isNearCase"
    from said s`);
  return rows;
};
