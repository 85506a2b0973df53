import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Says } from '../model/map/web.ts';
import { mayBeScored } from './batch-reads.ts';
import { toInstantOrNull, uuids } from './sql-values.ts';

export type MapPersonRow = {
  readonly id: string;
  readonly name: string;
  readonly circleId: string | null;
  /** With us, as it is shown. */
  readonly strength: number;
  readonly degree: number;
  readonly participation: number | null;
  readonly lastAt: string | null;
  readonly usualDays: number | null;
};

export type MapNarrowing = { readonly circle?: string | undefined; readonly contact?: string | undefined };

const columns = sql`c.id, c.name, s.community_id as "circleId", s.strength, s.degree, s.participation,
  s.last_at as "lastAt", c.usual_days as "usualDays"`;

const narrowed = (workspaceId: WorkspaceId, { circle, contact }: MapNarrowing): SQL => {
  const inCircle = circle === undefined ? sql`` : sql`and s.community_id = ${circle}`;
  const around =
    contact === undefined
      ? sql``
      : sql`and c.id in (select ${contact}::uuid
          union all select t.b from contact_ties t where t.workspace_id = ${workspaceId} and t.a = ${contact}
          union all select t.a from contact_ties t where t.workspace_id = ${workspaceId} and t.b = ${contact})`;
  return sql`from contact_scores s join contacts c on c.workspace_id = ${workspaceId} and c.id = s.contact_id
    where s.workspace_id = ${workspaceId} and ${mayBeScored} ${inCircle} ${around}`;
};

const people = async (tx: Transaction, query: SQL): Promise<readonly MapPersonRow[]> => {
  const { rows } = await tx.execute<MapPersonRow>(query);
  return rows.map((row) => ({ ...row, lastAt: toInstantOrNull(row.lastAt) }));
};

/** Those closest to us first. */
export const strongestPeople = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  narrowing: MapNarrowing,
  limit: number,
): Promise<readonly MapPersonRow[]> =>
  people(
    tx,
    sql`select ${columns} ${narrowed(workspaceId, narrowing)} order by s.strength desc, s.degree desc, c.id limit ${limit}`,
  );

/** Circles from which the best tied are looked for. */
const MOST_CIRCLES = 60;

/** Of each of the largest circles the best tied, the largest first. */
export const bestTiedOfCircles = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  narrowing: MapNarrowing,
  limit: number,
): Promise<readonly MapPersonRow[]> =>
  people(
    tx,
    sql`select p.id, p.name, p."circleId", p.strength, p.degree, p.participation, p."lastAt", p."usualDays" from (
        select ${columns}, row_number() over (partition by s.community_id order by s.degree desc, c.id) as place
        ${narrowed(workspaceId, narrowing)} and s.community_id in (select id from communities
          where workspace_id = ${workspaceId} and ended_at is null order by size desc, id limit ${MOST_CIRCLES})) p
      join communities k on k.workspace_id = ${workspaceId} and k.id = p."circleId"
      order by p.place, k.size desc, k.id limit ${limit}`,
  );

export const peopleByIds = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<readonly MapPersonRow[]> =>
  people(tx, sql`select ${columns} ${narrowed(workspaceId, {})} and c.id = any(${uuids(ids)}) order by c.id`);

export type MapTieRow = {
  readonly a: string;
  readonly b: string;
  readonly ab: number;
  readonly ba: number;
  readonly overlap: number | null;
  readonly lastAt: string | null;
};

/** The strongest ties among these people. */
export const tiesToDraw = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  limit: number,
): Promise<readonly MapTieRow[]> => {
  const { rows } = await tx.execute<MapTieRow>(sql`
    select a, b, intensity_ab as ab, intensity_ba as ba, overlap, last_at as "lastAt" from contact_ties
    where workspace_id = ${workspaceId} and a = any(${uuids(ids)}) and b = any(${uuids(ids)})
    order by intensity_ab + intensity_ba desc, a, b limit ${limit}`);
  return rows.map((row) => ({ ...row, lastAt: toInstantOrNull(row.lastAt) }));
};

export type CircleRow = {
  readonly id: string;
  readonly name: Says;
  readonly size: number;
  readonly reached: boolean;
};

/** The circles of now, the largest first; `reached`: somebody in it has a tie with us. */
export const currentCircles = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly CircleRow[]> => {
  const { rows } = await tx.execute<CircleRow>(sql`
    select k.id, k.name, k.size, exists (select from contact_scores s
        where s.workspace_id = ${workspaceId} and s.community_id = k.id and s.strength > 0) as reached
    from communities k where k.workspace_id = ${workspaceId} and k.ended_at is null
    order by k.size desc, k.id limit ${limit}`);
  return rows;
};

/** Names of people who may be named in figures; those who are gone or against it are missing. */
export const namesOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select c.id, c.name from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${uuids(ids)}) and ${mayBeScored}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export type OverviewRow = {
  readonly contacts: number;
  readonly ties: number;
  readonly circles: number;
};

/** People are counted, ties as the last batch counted them: there may be millions. */
export const countRelations = async (tx: Transaction, workspaceId: WorkspaceId): Promise<OverviewRow> => {
  const { rows } = await tx.execute<OverviewRow>(sql`
    select (select count(*)::int from contacts c where c.workspace_id = ${workspaceId} and ${mayBeScored}) as contacts,
      coalesce((select ties from relation_snapshots where workspace_id = ${workspaceId} order by day desc limit 1), 0) as ties,
      (select count(*)::int from communities where workspace_id = ${workspaceId} and ended_at is null) as circles`);
  return rows[0] ?? { contacts: 0, ties: 0, circles: 0 };
};

export type SnapshotView = {
  readonly day: string;
  readonly contacts: number;
  readonly ties: number;
  readonly ourTies: number;
  readonly ourEffectiveSize: number;
  readonly circlesReached: number;
  /** Share, 0 to 1. */
  readonly withinTwoSteps: number;
};

/** The last days first asked, in the order of days. */
export const readSnapshots = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  days: number,
): Promise<readonly SnapshotView[]> => {
  const { rows } = await tx.execute<SnapshotView>(sql`
    select day::text, contacts, ties, our_ties as "ourTies", our_effective_size as "ourEffectiveSize", circles_reached as "circlesReached",
      case when contacts = 0 then 0 else within_two_steps::float8 / contacts end as "withinTwoSteps"
    from relation_snapshots where workspace_id = ${workspaceId} order by day desc limit ${days}`);
  return rows.reverse();
};

export type ExportRow = {
  readonly id: string;
  readonly name: string;
  readonly circle: string | null;
  readonly strength: number;
};

/** People of whom the channels let us tell others: with an account on one of these, or entered by hand. */
export const exportablePeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  channels: readonly string[],
  limit: number,
): Promise<readonly ExportRow[]> => {
  const { rows } = await tx.execute<ExportRow>(sql`
    select c.id, c.name, k.name->>'it' as circle, coalesce(s.intensity_in + s.intensity_out, 0) as strength
    from contacts c
    left join contact_scores s on s.workspace_id = ${workspaceId} and s.contact_id = c.id
    left join communities k on k.workspace_id = ${workspaceId} and k.id = s.community_id
    where c.workspace_id = ${workspaceId} and ${mayBeScored}
      and (c.by_hand is not null or exists (select from identities i where i.workspace_id = ${workspaceId}
        and i.contact_id = c.id and i.channel = any(${sql.param([...channels])}::text[])))
    order by c.id limit ${limit}`);
  return rows;
};

export const tiesToExport = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly Pick<MapTieRow, 'a' | 'b' | 'ab' | 'ba'>[]> => {
  const { rows } = await tx.execute<Pick<MapTieRow, 'a' | 'b' | 'ab' | 'ba'>>(sql`
    select a, b, intensity_ab as ab, intensity_ba as ba from contact_ties
    where workspace_id = ${workspaceId} order by a, b limit ${limit}`);
  return rows;
};

/** Names of circles that are there now. */
export const circleNames = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Says>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; name: Says }>(sql`
    select id, name from communities
    where workspace_id = ${workspaceId} and ended_at is null and id = any(${uuids(ids)})`);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** The circle of each of these people who is in one. */
export const circlesOfPeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; circle: string }>(sql`
    select contact_id as id, community_id as circle from contact_scores
    where workspace_id = ${workspaceId} and community_id is not null and contact_id = any(${uuids(ids)})`);
  return new Map(rows.map(({ id, circle }) => [id, circle]));
};

/** All circles ever, also those that ended: an identity that comes back has its name again. */
export const readCircles = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, { readonly name: Says; readonly words: readonly string[] }>> => {
  const { rows } = await tx.execute<{ id: string; name: Says; words: readonly string[] }>(
    sql`select id, name, words from communities where workspace_id = ${workspaceId}`,
  );
  return new Map(rows.map(({ id, name, words }) => [id, { name, words }]));
};
