import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { SpokenFacts } from '../model/interactions/edges-of.ts';
import { toInstant, uuids } from './sql-values.ts';

type Row = Omit<SpokenFacts, 'parent'> & { parentAuthorId: string | null; parentOurs: boolean | null };

/** What the recording needs of these mentions; ids that the workspace does not have are left out. */
export const readSpoken = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<readonly SpokenFacts[]> => {
  const mentions = sql`
    (select distinct unnest(${uuids(ids)}) as id) w
    cross join lateral (select * from mentions m where m.workspace_id = ${workspaceId} and m.id = w.id limit 1) m`;
  return await readFacts(tx, workspaceId, mentions);
};

/** What was said in answer to these and reached us before them. */
export const readAnswersTo = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  said: readonly SpokenFacts[],
): Promise<readonly SpokenFacts[]> => {
  const mentions = sql`
    ${rowsOf(said, { connectionId: 'uuid', nativeId: 'text' }, 'w')}
    cross join lateral (
      select * from mentions m
      where m.workspace_id = ${workspaceId} and m.connection_id = w."connectionId" and m.parent_native_id = w."nativeId"
      limit 1000
    ) m`;
  return await readFacts(tx, workspaceId, mentions);
};

const readFacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentions: SQL,
): Promise<readonly SpokenFacts[]> => {
  const { rows } = await tx.execute<Row>(sql`${kept}
    select m.id, m.connection_id as "connectionId", m.channel, m.native_id as "nativeId", m.author_id as "authorId",
      m.ours, m.addressed, m.automatic is not null as automatic, m.removed_at is not null as removed, m.form,
      m.said_at as "saidAt", p.author_id as "parentAuthorId", p.ours as "parentOurs"
    from ${mentions}
    left join lateral (
      select p.author_id, p.ours from mentions p
      where p.workspace_id = ${workspaceId} and p.connection_id = m.connection_id
        and p.native_id = m.parent_native_id limit 1
    ) p on m.parent_native_id is not null`);
  return rows.map(({ parentAuthorId, parentOurs, ...row }) => ({
    ...row,
    saidAt: toInstant(row.saidAt),
    parent: parentAuthorId === null ? null : { authorId: parentAuthorId, ours: parentOurs === true },
  }));
};
