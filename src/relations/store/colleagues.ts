import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { toInstantOrNull, uuids } from './sql-values.ts';

export type KnowerRecord = {
  readonly contactId: string;
  readonly personId: string;
  readonly count: number;
  readonly lastAt: string | null;
};

/** Which of us spoke with each of these people or met them, who did most first. */
export const readKnowers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<readonly KnowerRecord[]> => {
  if (contactIds.length === 0) return [];
  const { rows } = await tx.execute<KnowerRecord>(sql`
    select i.contact_id as "contactId", x.person_id as "personId", count(*)::int as count, max(x.at) as "lastAt"
    from identities i
    join interactions x on x.workspace_id = i.workspace_id and x.to_identity = i.id and x.person_id is not null
    where i.workspace_id = ${workspaceId} and i.contact_id = any(${uuids(contactIds)})
    group by 1, 2 order by 3 desc, 4 desc`);
  return rows.map((row) => ({ ...row, lastAt: toInstantOrNull(row.lastAt) }));
};

/** The one of us who knows each of them best. */
export const readMainColleagues = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const knowers = await readKnowers(tx, workspaceId, contactIds);
  return new Map([...knowers].reverse().map(({ contactId, personId }) => [contactId, personId]));
};
