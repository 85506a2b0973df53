import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/**
 * Works out how many days usually pass between two contacts with each person: the median of the gaps between days of
 * contact, null with fewer than three gaps (model/ties/sleep.ts, `usualGap`; this is the same for everybody at once).
 */
export const refreshRhythms = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`
    with days as (
      select i.contact_id, date_trunc('day', x.at) as day
      from interactions x
      join identities i on i.workspace_id = x.workspace_id and i.id = coalesce(x.from_identity, x.to_identity)
      where x.workspace_id = ${workspaceId} and (x.from_identity is null) <> (x.to_identity is null)
      group by 1, 2
    ), gaps as (
      select contact_id, extract(epoch from day - lag(day) over (partition by contact_id order by day)) / 86400 as gap
      from days
    ), usual as (
      select contact_id, percentile_cont(0.5) within group (order by gap)::real as days
      from gaps where gap is not null group by contact_id having count(*) >= 3
    )
    update contacts c set usual_days = u.days
    from contacts other left join usual u on u.contact_id = other.id
    where c.workspace_id = ${workspaceId} and other.workspace_id = ${workspaceId} and other.id = c.id
      and c.usual_days is distinct from u.days`);
};
