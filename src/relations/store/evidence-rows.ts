import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { IdentityLink } from './identities.table.ts';
import { records, texts, time } from './sql-values.ts';

/** An account whose picture and links are to be looked at. */
export type AccountToLookAt = {
  readonly id: string;
  readonly channel: string;
  readonly url: string | null;
  readonly avatarUrl: string | null;
};

/**
 * Accounts that have not been looked at since then, the latest heard first: only of people who have spoken with us and have
 * nothing against it, on channels whose terms allow profiles (`channels`), and only where there is something to look at.
 */
export const readAccountsToLookAt = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  channels: readonly string[],
  since: Date,
  limit: number,
): Promise<readonly AccountToLookAt[]> => {
  const { rows } = await tx.execute<AccountToLookAt>(sql`
    select i.id, i.channel, coalesce(i.url, a.url) as url, coalesce(a.avatar_url, i.avatar_url) as "avatarUrl"
    from contacts c
    join identities i on i.workspace_id = ${workspaceId} and i.contact_id = c.id
    left join authors a on a.workspace_id = ${workspaceId} and a.id = i.author_id
    where c.workspace_id = ${workspaceId} and c.merged_into is null and c.consent not in ('quiet', 'objected')
      and c.in_count + c.out_count > 0 and i.profiling and i.channel = any(${texts(channels)})
      and (i.looked_at is null or i.looked_at < ${time(since)})
      and coalesce(i.url, a.url, a.avatar_url, i.avatar_url) is not null
    order by c.last_at desc, i.id limit ${limit}`);
  return rows;
};

export type LookedAt = {
  readonly id: string;
  readonly links: readonly IdentityLink[];
  readonly avatarHash: string | null;
};

/** Keeps what was seen of accounts that are still there and may still be known. */
export const saveLookedAt = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  seen: readonly LookedAt[],
  now: Date,
): Promise<void> => {
  await tx.execute(sql`
    update identities i set links = r.links, avatar_hash = r."avatarHash", looked_at = ${time(now)}
    from json_to_recordset(${records(seen)}) as r(id uuid, links jsonb, "avatarHash" text), contacts c
    where i.workspace_id = ${workspaceId} and i.id = r.id and i.profiling
      and c.workspace_id = ${workspaceId} and c.id = i.contact_id and c.consent not in ('quiet', 'objected')`);
};
