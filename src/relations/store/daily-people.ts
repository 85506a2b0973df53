import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Consent } from '../model/daily/candidate.ts';
import { noOpenings, type StoredOpenings } from '../model/openings/openings.ts';
import { time, uuids } from './sql-values.ts';

const MOST = 40;

/** Ties that fall asleep at this moment (model/ties/sleep.ts), those with whom most has passed first. */
export const readFalling = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly string[]> => {
  const gap = (times: number) => sql`make_interval(secs => ${times} * 86400.0 * greatest(3, usual_days))`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from contacts
    where workspace_id = ${workspaceId} and usual_days is not null and merged_into is null
      and consent not in ('quiet', 'objected')
      and greatest(in_at, out_at) < ${time(now)} - ${gap(2)} and greatest(in_at, out_at) >= ${time(now)} - ${gap(6)}
    order by (in_count + out_count) desc, id limit ${MOST}`);
  return rows.map(({ id }) => id);
};

/** Whose first meeting with us has its day now; `days` as month * 100 + day. */
export const readBirthdays = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  days: readonly number[],
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from contacts
    where workspace_id = ${workspaceId} and birthday_day = any(${sql.param([...days])}::smallint[])
      and birthday_day is not null and merged_into is null and consent not in ('quiet', 'objected')
    order by birthday, id limit ${MOST}`);
  return rows.map(({ id }) => id);
};

/** What the last batch found that could be opened; nothing before the first. */
export const readOpenings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<StoredOpenings> => {
  const { rows } = await tx.execute<{ openings: StoredOpenings | null }>(
    sql`select openings from relation_batches where workspace_id = ${workspaceId}`,
  );
  return rows[0]?.openings ?? noOpenings;
};

export type CandidateRow = {
  readonly contactId: string;
  readonly name: string;
  readonly consent: Consent;
  readonly strength: number;
  /** -1 to 1, in the last quarter. */
  readonly trend: number;
  readonly usualDays: number | null;
  readonly touchedAt: string | null;
  readonly outAt: string | null;
  readonly birthday: string | null;
  readonly birthdayWhat: string | null;
  readonly knownBy: readonly string[];
  readonly stage: string;
  readonly channels: readonly string[];
  readonly hasMet: boolean;
  readonly canCall: boolean;
  readonly hasSpoken: boolean;
};

/** What the list needs to know of these people. */
export const readCandidateRows = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<readonly CandidateRow[]> => {
  const { rows } = await tx.execute<CandidateRow>(sql`
    select c.id as "contactId", c.name, c.consent, coalesce(s.strength, 0) as strength, coalesce(s.trend, 0) as trend,
      c.in_count + c.out_count > 0 as "hasSpoken", c.usual_days as "usualDays",
      greatest(c.in_at, c.out_at) as "touchedAt", c.out_at as "outAt", c.birthday, c.birthday_what as "birthdayWhat",
      c.known_by as "knownBy", c.stage, coalesce(i.channels, '{}') as channels,
      c.stage in ('met', 'involved', 'co-created', 'advocates') as "hasMet", coalesce(i.spoke, false) as "canCall"
    from (select distinct unnest(${uuids(ids)}) as id) w
    cross join lateral (
      select * from contacts c where c.workspace_id = ${workspaceId} and c.id = w.id limit 1
    ) c
    left join lateral (
      select s.strength, s.trend from contact_scores s
      where s.workspace_id = ${workspaceId} and s.contact_id = c.id limit 1
    ) s on true
    left join lateral (
      select array_agg(distinct i.channel) as channels,
        bool_or(i.channel = 'by-hand' and i.author_id is not null) as spoke
      from identities i
      where i.workspace_id = ${workspaceId} and i.contact_id = c.id) i on true
    where c.merged_into is null and c.consent not in ('quiet', 'objected')`);
  return rows;
};
