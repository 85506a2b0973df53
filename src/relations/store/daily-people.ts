import { sql } from 'drizzle-orm';
import type { Words } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Consent } from '../model/daily/candidate.ts';
import type { StoredFindings } from '../model/map/stored-findings.ts';
import { time, uuids } from './sql-values.ts';

const MOST = 60;

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
    order by in_count + out_count desc, id limit ${MOST}`);
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

/** What the last batch found of bridges and of those who should meet; null before the first. */
export const readFindings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<Pick<StoredFindings, 'bridges' | 'shouldMeet'> | null> => {
  const { rows } = await tx.execute<Pick<StoredFindings, 'bridges' | 'shouldMeet'>>(sql`
    select findings->'bridges' as bridges, findings->'shouldMeet' as "shouldMeet" from relation_batches
    where workspace_id = ${workspaceId} and findings is not null`);
  return rows[0] ?? null;
};

/** Circles with how many of their people have a tie with us. */
export const readReached = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  circleIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: Words; readonly size: number; readonly weKnow: number }>> => {
  const { rows } = await tx.execute<{ id: string; name: Words; size: number; weKnow: number }>(sql`
    select m.id, m.name, m.size, (
      select count(*)::int from contact_scores s where s.workspace_id = ${workspaceId} and s.community_id = m.id
        and s.strength > 0 and s.intensity_in + s.intensity_out > 0) as "weKnow"
    from communities m
    where m.workspace_id = ${workspaceId} and m.id = any(${uuids(circleIds)}) and m.ended_at is null`);
  return new Map(rows.map((row) => [row.id, row]));
};

export type IntroducerRow = {
  readonly contactId: string;
  readonly otherId: string;
  readonly otherName: string;
  readonly otherConsent: Consent;
  /** 0..1 of our tie with the introducer; decayed sum of theirs with the other. */
  readonly ours: number;
  readonly theirs: number;
};

/** People close to us whose strongest ties lead to somebody with whom we have none. */
export const readIntroducers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly IntroducerRow[]> => {
  const { rows } = await tx.execute<IntroducerRow>(sql`
    with close as (
      select s.contact_id, s.strength from contact_scores s
      where s.workspace_id = ${workspaceId} and s.strength >= 0.5
      order by s.strength desc nulls last limit 40
    )
    select distinct on (k.contact_id) k.contact_id as "contactId", t.id as "otherId", c.name as "otherName",
      c.consent as "otherConsent", k.strength as ours, t.s as theirs
    from close k cross join lateral (
      select * from (
        select b as id, intensity_ab + intensity_ba as s from contact_ties
        where workspace_id = ${workspaceId} and a = k.contact_id
        union all
        select a, intensity_ab + intensity_ba from contact_ties
        where workspace_id = ${workspaceId} and b = k.contact_id
      ) t order by s desc limit 12
    ) t
    join contacts c on c.workspace_id = ${workspaceId} and c.id = t.id
    where c.in_count = 0 and c.out_count = 0 and c.merged_into is null and c.consent not in ('quiet', 'objected')
    order by k.contact_id, t.s desc`);
  return rows;
};

export type CandidateRow = {
  readonly contactId: string;
  readonly name: string;
  readonly consent: Consent;
  readonly strength: number;
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
};

/** What the list needs to know of these people. */
export const readCandidateRows = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<readonly CandidateRow[]> => {
  const { rows } = await tx.execute<CandidateRow>(sql`
    select c.id as "contactId", c.name, c.consent, coalesce(s.strength, 0) as strength, c.usual_days as "usualDays",
      greatest(c.in_at, c.out_at) as "touchedAt", c.out_at as "outAt", c.birthday, c.birthday_what as "birthdayWhat",
      c.known_by as "knownBy", c.stage, coalesce(i.channels, '{}') as channels,
      c.stage in ('met', 'involved', 'co-created', 'advocates') as "hasMet", coalesce(i.spoke, false) as "canCall"
    from contacts c
    left join contact_scores s on s.workspace_id = ${workspaceId} and s.contact_id = c.id
    left join lateral (
      select array_agg(distinct i.channel) as channels,
        bool_or(i.channel = 'by-hand' and i.author_id is not null) as spoke
      from identities i
      where i.workspace_id = ${workspaceId} and i.contact_id = c.id) i on true
    where c.workspace_id = ${workspaceId} and c.id = any(${uuids(ids)}) and c.merged_into is null
      and c.consent not in ('quiet', 'objected')`);
  return rows;
};
