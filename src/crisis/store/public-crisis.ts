import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

type PublicCrisis = {
  readonly workspaceId: WorkspaceId;
  readonly crisisId: string;
  readonly company: string;
  readonly timeZone: string;
  readonly state: string;
  readonly declaredAt: Date;
  readonly closedAt: Date | null;
};

/** The crisis of which this company tells everybody, by its short name: the one that is on, else the latest that ended after `since`. */
export const readPublicCrisis = async (
  tx: Transaction,
  slug: string,
  since: Date,
): Promise<PublicCrisis | undefined> => {
  const { rows } = await tx.execute<
    Omit<PublicCrisis, 'declaredAt' | 'closedAt'> & { declaredAt: string; closedAt: string | null }
  >(sql`
    select w.id as "workspaceId", c.id as "crisisId", w.name as company, w.time_zone as "timeZone", c.state,
      c.declared_at as "declaredAt", c.closed_at as "closedAt"
    from workspaces w join crises c on c.workspace_id = w.id
    where w.slug = ${slug} and c.status_public
      and (c.state = 'declared' or (c.state = 'closed' and c.closed_at > ${since.toISOString()}::timestamptz))
    order by c.state = 'declared' desc, c.closed_at desc nulls last limit 1`);
  const [row] = rows;
  return (
    row && {
      ...row,
      declaredAt: new Date(row.declaredAt),
      closedAt: row.closedAt === null ? null : new Date(row.closedAt),
    }
  );
};
