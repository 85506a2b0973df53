import { sql } from 'drizzle-orm';
import type { Words } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { toInstant, toInstantOrNull, uuids } from './sql-values.ts';

export type ScoreRecord = {
  readonly strength: number;
  readonly reciprocity: number;
  readonly intensityIn: number;
  readonly intensityOut: number;
  readonly trend: number;
  readonly evidence: Readonly<Record<string, unknown>>;
};

export const readScores = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<ScoreRecord | null> => {
  const { rows } = await tx.execute<ScoreRecord>(sql`
    select strength, reciprocity, intensity_in as "intensityIn", intensity_out as "intensityOut", trend,
      evidence
    from contact_scores where workspace_id = ${workspaceId} and contact_id = ${contactId}`);
  return rows[0] ?? null;
};

/** Their strongest ties with other people, by the last batch. */
export type TieRecord = {
  readonly contactId: string;
  /** Decayed sums, theirs towards the other and back. */
  readonly out: number;
  readonly back: number;
  readonly lastAt: string | null;
};

/** So many times what is shown: those who are gone, or object, are left out of it. */
const LOOKED_AT = 3;

export const readTies = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
  limit: number,
): Promise<readonly TieRecord[]> => {
  const { rows } = await tx.execute<TieRecord>(sql`
    select t.* from (
      (select b as "contactId", intensity_ab as out, intensity_ba as back, last_at as "lastAt" from contact_ties
      where workspace_id = ${workspaceId} and a = ${contactId}
      order by (intensity_ab + intensity_ba) desc limit ${LOOKED_AT * limit})
      union all
      (select a, intensity_ba, intensity_ab, last_at from contact_ties
      where workspace_id = ${workspaceId} and b = ${contactId}
      order by (intensity_ab + intensity_ba) desc limit ${LOOKED_AT * limit})
    ) t
    cross join lateral (select from contacts c where c.workspace_id = ${workspaceId} and c.id = t."contactId"
      and c.merged_into is null and c.consent <> 'objected' limit 1) c
    order by out + back desc, "contactId" limit ${limit}`);
  return rows.map((row) => ({ ...row, lastAt: toInstantOrNull(row.lastAt) }));
};

export type ColleagueRecord = {
  readonly personId: string;
  readonly count: number;
  readonly lastAt: string | null;
};

/** Which of us spoke with them or met them, and how often. */
export const readColleagues = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  identityIds: readonly string[],
): Promise<readonly ColleagueRecord[]> => {
  const { rows } = await tx.execute<ColleagueRecord>(sql`
    select x.person_id as "personId", count(*)::int as count, max(x.at) as "lastAt" from interactions x
    where x.workspace_id = ${workspaceId} and x.to_identity = any(${uuids(identityIds)})
      and x.person_id is not null
    group by x.person_id order by 2 desc, 3 desc`);
  return rows.map((row) => ({ ...row, lastAt: toInstantOrNull(row.lastAt) }));
};

export type WordsRecord = {
  readonly id: string;
  readonly title: string | null;
  readonly body: string;
  readonly saidAt: string;
};

/** Their latest words that are still there. */
export const readLatestWords = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly string[],
  limit: number,
): Promise<readonly WordsRecord[]> => {
  const { rows } = await tx.execute<WordsRecord>(sql`
    select m.* from unnest(${uuids(authorIds)}) a(id) cross join lateral (
      select m.id, m.title, m.body, m.said_at as "saidAt" from mentions m
      where m.workspace_id = ${workspaceId} and m.author_id = a.id and m.removed_at is null and m.automatic is null
        and not m.ours
      order by m.said_at desc nulls last limit ${limit}
    ) m order by "saidAt" desc limit ${limit}`);
  return rows.map((row) => ({ ...row, saidAt: toInstant(row.saidAt) }));
};

/** Circles by id, those that are there now. */
export const readCircles = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: Words; readonly size: number }>> => {
  const { rows } = await tx.execute<{ id: string; name: Words; size: number }>(sql`
    select id, name, size from communities
    where workspace_id = ${workspaceId} and id = any(${uuids(ids)}) and ended_at is null`);
  return new Map(rows.map((row) => [row.id, row]));
};

/** When they first spoke, and when words had gone both ways. */
export type StepTimes = { readonly noticed: string | null; readonly conversed: string | null };

export const readStepTimes = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  accounts: readonly { readonly id: string; readonly authorId: string | null }[],
): Promise<StepTimes> => {
  const ids = uuids(accounts.map(({ id }) => id));
  const authors = uuids(accounts.flatMap(({ authorId }) => authorId ?? []));
  const { rows } = await tx.execute<{ heard: string | null; toUs: string | null; fromUs: string | null }>(sql`
    select
      (select min(f.at) from unnest(${authors}) a(id) cross join lateral (
        select m.said_at as at from mentions m where m.workspace_id = ${workspaceId} and m.author_id = a.id
        order by m.said_at asc nulls first limit 1) f) as heard,
      (select min(f.at) from unnest(${ids}) a(id) cross join lateral (
        select x.at from interactions x where x.workspace_id = ${workspaceId} and x.from_identity = a.id
          and x.to_identity is null order by x.at asc nulls first limit 1) f) as "toUs",
      (select min(f.at) from unnest(${ids}) a(id) cross join lateral (
        select x.at from interactions x where x.workspace_id = ${workspaceId} and x.to_identity = a.id
          and x.from_identity is null order by x.at asc nulls first limit 1) f) as "fromUs"`);
  const { heard = null, toUs = null, fromUs = null } = rows[0] ?? {};
  const both = toUs && fromUs ? (new Date(toUs) > new Date(fromUs) ? toUs : fromUs) : null;
  const first = [heard, toUs, fromUs].flatMap((at) => (at ? [toInstant(at)] : [])).sort()[0] ?? null;
  return { noticed: first, conversed: toInstantOrNull(both) };
};
