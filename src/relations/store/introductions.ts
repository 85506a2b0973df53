import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** A way from us to somebody over one or two others; the strengths are those of its ties in order, decayed sums. */
export type WayRecord = {
  readonly first: string;
  /** Null when the first knows them. */
  readonly second: string | null;
  /** Of us with the first. */
  readonly ours: number;
  readonly between: number;
  readonly last: number;
};

/** People looked at around somebody, and around each of those: the strongest. */
const WIDEST = 30;
const WIDEST_BEYOND = 12;

/**
 * The strongest ways of at most three ties from us to somebody, by the product of the strengths of their ties (0..1 each, as
 * shown). Over people who may be asked: not who wants quiet, and who has spoken with us.
 */
export const readWays = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
  limit: number,
): Promise<readonly WayRecord[]> => {
  const { rows } = await tx.execute<WayRecord>(sql`
    with near as (
      ${strongest(workspaceId, sql`${contactId}::uuid`, WIDEST)}
    ), far as (
      select n.id as via, n.s as last, t.id, t.s from near n cross join lateral (
        ${strongest(workspaceId, sql`n.id`, WIDEST_BEYOND)}
      ) t where t.id <> ${contactId}
    ), ways as (
      select id as first, null::uuid as second, s as between, s as last from near
      union all
      select id, via, s, last from far
    )
    select w.first, w.second, k.intensity_in + k.intensity_out as ours, w.between, w.last
    from ways w
    join contact_scores k on k.workspace_id = ${workspaceId} and k.contact_id = w.first
    join contacts c on c.workspace_id = ${workspaceId} and c.id = w.first
    left join contacts d on d.workspace_id = ${workspaceId} and d.id = w.second
    where k.intensity_in + k.intensity_out > 0 and c.consent not in ('quiet', 'objected') and c.merged_into is null
      and (d.id is null or (d.consent not in ('quiet', 'objected') and d.merged_into is null))
    order by ${shown(sql`k.intensity_in + k.intensity_out`)} * ${shown(sql`w.last`)}
        * case when w.second is null then 1 else ${shown(sql`w.between`)} end desc, w.first, w.second
    limit ${limit}`);
  return rows;
};

/** Somebody's strongest ties, whichever end they stand at. */
const strongest = (workspaceId: WorkspaceId, person: SQL, most: number): SQL => sql`
  select * from (
    (select b as id, intensity_ab + intensity_ba as s from contact_ties
    where workspace_id = ${workspaceId} and a = ${person}
    order by (intensity_ab + intensity_ba) desc limit ${most})
    union all
    (select a, intensity_ab + intensity_ba from contact_ties
    where workspace_id = ${workspaceId} and b = ${person}
    order by (intensity_ab + intensity_ba) desc limit ${most})
  ) t order by s desc, id limit ${most}`;

/** model/map/shown-strength.ts */
const shown = (strength: SQL): SQL => sql`(1 - power(2, -(${strength}) / 4))`;
