import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { AuthorId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** Days of interactions that tell how many listen to somebody. */
const LOOKED_AT = 365;

export type AuthorReach = {
  readonly authorId: AuthorId;
  /** On that account; null when the channel or an import did not say. */
  readonly followers: number | null;
  /** Different people who spoke to them in a year, as far as we heard. */
  readonly spokenTo: number;
};

/** How far the voice of authors reaches; those who may not be known about (no profile, objected) are absent. */
export const readAuthorReach = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly AuthorId[],
): Promise<readonly AuthorReach[]> => {
  if (authorIds.length === 0) return [];
  const { rows } = await tx.execute<AuthorReach>(sql`
    select i.author_id as "authorId", i.followers,
      (select count(distinct x.from_identity)::int from interactions x
        where x.workspace_id = i.workspace_id and x.to_identity = i.id and x.from_identity is not null
          and x.at > now() - ${LOOKED_AT} * interval '1 day') as "spokenTo"
      from identities i
      join contacts c on c.workspace_id = i.workspace_id and c.id = i.contact_id
     where i.workspace_id = ${workspaceId} and i.author_id = any(${uuids([...authorIds])}) and i.profiling
       and c.consent <> 'objected'`);
  return rows;
};
