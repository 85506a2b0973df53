import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { SummaryChange } from '../model/interactions/sum-changes.ts';
import { uuids } from './sql-values.ts';

/** Who was only noticed has conversed once words went both ways. Further steps are a human's word. */
const stageNow = (inCount: string, outCount: string) =>
  sql.raw(
    `case when c.stage = 'noticed' and ${inCount} > 0 and ${outCount} > 0 then 'conversed' else c.stage end`,
  );

const stageTime = (inCount: string, outCount: string, at: string) =>
  sql.raw(
    `case when c.stage = 'noticed' and ${inCount} > 0 and ${outCount} > 0 then ${at} else c.stage_at end`,
  );

const figures = {
  contactId: 'uuid',
  heardAt: 'timestamptz',
  inAt: 'timestamptz',
  outAt: 'timestamptz',
  inCount: 'integer',
  outCount: 'integer',
} as const;

/** Adds what is new, in the order of ids, so that two writers never wait for each other in a ring. */
export const addToSummaries = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  changes: readonly SummaryChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  const [inCount, outCount] = ['(c.in_count + r."inCount")', '(c.out_count + r."outCount")'];
  const latest = 'greatest(c.heard_at, c.in_at, c.out_at, r."heardAt", r."inAt", r."outAt")';
  await tx.execute(sql`${kept}
    with r as (
      select * from ${rowsOf(changes, figures)}
    ), held as (
      select c.id from contacts c where c.workspace_id = ${workspaceId} and c.id in (select "contactId" from r)
      order by c.id for no key update
    )
    update contacts c set
      heard_at = greatest(c.heard_at, r."heardAt"), in_at = greatest(c.in_at, r."inAt"),
      out_at = greatest(c.out_at, r."outAt"), in_count = c.in_count + r."inCount",
      out_count = c.out_count + r."outCount", last_at = coalesce(${sql.raw(latest)}, c.last_at),
      stage = ${stageNow(inCount, outCount)}, stage_at = ${stageTime(inCount, outCount, latest)}
    from r, held
    where c.workspace_id = ${workspaceId} and c.id = r."contactId" and held.id = c.id`);
};

/** The same for who was not there yet: written once with the person, instead of added to zeros. */
export const newcomerFigures = {
  columns: figures,
  names: sql`heard_at, in_at, out_at, in_count, out_count, last_at, stage, stage_at`,
  values: (now: SQL): SQL => {
    const latest = sql`coalesce(greatest("heardAt", "inAt", "outAt"), ${now})`;
    const conversed = sql`"inCount" > 0 and "outCount" > 0`;
    return sql`"heardAt", "inAt", "outAt", "inCount", "outCount", ${latest},
      case when ${conversed} then 'conversed' else 'noticed' end, case when ${conversed} then ${latest} else ${now} end`;
  },
};

/** Works the figures of these people out anew from their interactions and words. */
export const recomputeSummaries = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<void> => {
  if (contactIds.length === 0) return;
  const latest = 'greatest(s.heard_at, s.in_at, s.out_at)';
  await tx.execute(sql`
    with s as materialized (
      select w.id, heard.heard_at, theirs.n as in_n, theirs.at as in_at, ours.n as out_n, ours.at as out_at
      from (select distinct unnest(${uuids(contactIds)}) as id order by 1) w
      left join lateral (
        select max(m.at) as heard_at from identities i cross join lateral (
          select max(m.said_at) as at from mentions m
          where m.workspace_id = ${workspaceId} and m.author_id = i.author_id and not m.ours
            and m.automatic is null and m.removed_at is null) m
        where i.workspace_id = ${workspaceId} and i.contact_id = w.id and i.author_id is not null
      ) heard on true
      left join lateral (
        select count(*)::int as n, max(x.at) as at from identities i
        join interactions x on x.workspace_id = i.workspace_id and x.from_identity = i.id and x.to_identity is null
        where i.workspace_id = ${workspaceId} and i.contact_id = w.id
      ) theirs on true
      left join lateral (
        select count(*)::int as n, max(x.at) as at from identities i
        join interactions x on x.workspace_id = i.workspace_id and x.to_identity = i.id and x.from_identity is null
        where i.workspace_id = ${workspaceId} and i.contact_id = w.id
      ) ours on true
    )
    update contacts c set heard_at = s.heard_at, in_at = s.in_at, out_at = s.out_at, in_count = s.in_n,
      out_count = s.out_n, last_at = coalesce(${sql.raw(latest)}, c.created_at),
      stage = ${stageNow('s.in_n', 's.out_n')}, stage_at = ${stageTime('s.in_n', 's.out_n', latest)}
    from s where c.workspace_id = ${workspaceId} and c.id = s.id`);
};

/** Adds to what the next batch has to look at. */
export const noteChanges = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  count: number,
): Promise<void> => {
  if (count === 0) return;
  await tx.execute(sql`
    insert into relation_states as s (workspace_id, changed) values (${workspaceId}, ${count})
    on conflict (workspace_id) do update set changed = s.changed + excluded.changed`);
};

/** Whose these accounts are, each person once. */
export const contactsOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  identityIds: readonly string[],
): Promise<readonly string[]> => {
  if (identityIds.length === 0) return [];
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct contact_id as id from identities
    where workspace_id = ${workspaceId} and id = any(${uuids(identityIds)})`);
  return rows.map(({ id }) => id);
};
