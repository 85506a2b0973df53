import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { MentionFacts } from '../model/thread-plan.ts';
import { uuids } from './sql-values.ts';

type Row = Omit<MentionFacts, 'saidAt' | 'automatic'> & { saidAt: string; automatic: boolean };

/**
 * What threading needs of these mentions, oldest first; ids that the workspace does not have are left out.
 * What a colleague heard in person and wrote down waits for nobody, as what machines send: they have spoken already.
 */
export const readMentionFacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<readonly MentionFacts[]> => {
  const { rows } = await tx.execute<Row>(factsQuery(workspaceId, ids));
  return rows.map((row) => ({ ...row, saidAt: new Date(row.saidAt) }));
};

const factsQuery = (workspaceId: WorkspaceId, ids: readonly MentionId[]): SQL => sql`
  select m.id, m.connection_id as "connectionId", m.channel, m.native_id as "nativeId",
    m.root_native_id as "rootNativeId", m.parent_native_id as "parentNativeId", m.references,
    m.author_id as "authorId", m.form, m.title, m.ours, m.addressed,
    exists (
      select from watch_matches w where w.workspace_id = m.workspace_id and w.mention_id = m.id
    ) as matched,
    (m.automatic is not null or m.form in ('call', 'encounter', 'note')) as automatic, m.removed_at is not null as removed, m.said_at as "saidAt"
  from (select distinct unnest(${uuids(ids)}) as id) w
  cross join lateral (
    select * from mentions m where m.workspace_id = ${workspaceId} and m.id = w.id limit 1
  ) m
  order by m.said_at, m.id`;
