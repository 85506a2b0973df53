import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { mayBeScored } from './batch-reads.ts';
import type { communities, contactScores, contactTies, relationSnapshots } from './contact-scores.table.ts';
import { records, time, uuids } from './sql-values.ts';

export type ScoreRow = Omit<typeof contactScores.$inferSelect, 'workspaceId' | 'batchAt' | 'lastAt'> & {
  readonly lastAt: string | null;
};
export type TieRow = Omit<typeof contactTies.$inferSelect, 'workspaceId' | 'batchAt' | 'lastAt'> & {
  readonly lastAt: string | null;
};
export type CommunityRow = Pick<typeof communities.$inferSelect, 'id' | 'name' | 'words' | 'size'>;
export type SnapshotRow = Omit<typeof relationSnapshots.$inferSelect, 'workspaceId'>;

/** Writes scores over those of before, of people who may still have any: call it holding the people. */
export const writeScores = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly ScoreRow[],
  batchAt: Date,
): Promise<void> => {
  await tx.execute(sql`
    insert into contact_scores (workspace_id, contact_id, strength, reciprocity, intensity_in, intensity_out, last_at, trend,
      community_id, degree, "constraint", effective_size, clustering, core, participation, credibility, relevance,
      responsiveness, middle, evidence, batch_at)
    select ${workspaceId}::uuid, r."contactId", r.strength, r.reciprocity, r."intensityIn", r."intensityOut", r."lastAt", r.trend,
      r."communityId", r.degree, r."constraint", r."effectiveSize", r.clustering, r.core, r.participation, r.credibility,
      r.relevance, r.responsiveness, r.middle, r.evidence, ${time(batchAt)}
    from json_to_recordset(${records(rows)}) as r("contactId" uuid, strength real, reciprocity real,
      "intensityIn" float8, "intensityOut" float8, "lastAt" timestamptz, trend real, "communityId" uuid, degree int, "constraint" real,
      "effectiveSize" real, clustering real, core int, participation real, credibility real, relevance real,
      responsiveness real, middle real, evidence jsonb)
    join contacts c on c.workspace_id = ${workspaceId} and c.id = r."contactId" and ${mayBeScored}
    on conflict (workspace_id, contact_id) do update set strength = excluded.strength,
      reciprocity = excluded.reciprocity, intensity_in = excluded.intensity_in, intensity_out = excluded.intensity_out,
      last_at = excluded.last_at, trend = excluded.trend, community_id = excluded.community_id, degree = excluded.degree,
      "constraint" = excluded."constraint", effective_size = excluded.effective_size, clustering = excluded.clustering,
      core = excluded.core, participation = excluded.participation, credibility = excluded.credibility,
      relevance = excluded.relevance, responsiveness = excluded.responsiveness, middle = excluded.middle,
      evidence = excluded.evidence, batch_at = excluded.batch_at`);
};

/** The same for ties: both ends must be there still. */
export const writeTies = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly TieRow[],
  batchAt: Date,
): Promise<void> => {
  const columns = {
    a: uuids(rows.map(({ a }) => a)),
    b: uuids(rows.map(({ b }) => b)),
    ab: numbers(rows.map(({ intensityAb }) => intensityAb)),
    ba: numbers(rows.map(({ intensityBa }) => intensityBa)),
    overlap: numbers(rows.map(({ overlap }) => overlap)),
    last: sql`${sql.param(rows.map(({ lastAt }) => lastAt))}::timestamptz[]`,
  };
  await tx.execute(sql`
    insert into contact_ties (workspace_id, a, b, intensity_ab, intensity_ba, overlap, last_at, batch_at)
    select ${workspaceId}::uuid, t.a, t.b, t.ab, t.ba, t.overlap, t.last, ${time(batchAt)}
    from unnest(${columns.a}, ${columns.b}, ${columns.ab}, ${columns.ba}, ${columns.overlap}, ${columns.last})
      as t(a, b, ab, ba, overlap, last)
    join contacts c on c.workspace_id = ${workspaceId} and c.id = t.a and ${mayBeScored}
    where t.b in (select c.id from contacts c where c.workspace_id = ${workspaceId} and ${mayBeScored})
    on conflict (workspace_id, a, b) do update set intensity_ab = excluded.intensity_ab,
      intensity_ba = excluded.intensity_ba, overlap = excluded.overlap, last_at = excluded.last_at,
      batch_at = excluded.batch_at`);
};

const numbers = (values: readonly (number | null)[]) => sql`${sql.param([...values])}::float8[]`;

/** Takes away what this batch did not write: people and ties that are no more. */
export const clearBefore = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  batchAt: Date,
): Promise<void> => {
  await tx.execute(
    sql`delete from contact_scores where workspace_id = ${workspaceId} and batch_at < ${time(batchAt)}`,
  );
  await tx.execute(
    sql`delete from contact_ties where workspace_id = ${workspaceId} and batch_at < ${time(batchAt)}`,
  );
};

/** The circles of now: known ones keep since when they are, others begin, and those that are no more end. */
export const writeCommunities = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly CommunityRow[],
  now: Date,
): Promise<void> => {
  await tx.execute(sql`
    insert into communities (workspace_id, id, name, words, size, since, ended_at)
    select ${workspaceId}::uuid, r.id, r.name, r.words, r.size, ${time(now)}, null
    from json_to_recordset(${records(rows)}) as r(id uuid, name jsonb, words jsonb, size int)
    on conflict (workspace_id, id) do update set name = excluded.name, words = excluded.words, size = excluded.size,
      ended_at = null`);
  await tx.execute(sql`
    update communities set ended_at = ${time(now)}
    where workspace_id = ${workspaceId} and ended_at is null and id <> all(${uuids(rows.map(({ id }) => id))})`);
};

/** Of each day the last. */
export const writeSnapshot = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  row: SnapshotRow,
): Promise<void> => {
  await tx.execute(sql`
    insert into relation_snapshots (workspace_id, day, contacts, ties, our_ties, our_effective_size, circles_reached, within_two_steps)
    values (${workspaceId}, ${row.day}, ${row.contacts}, ${row.ties}, ${row.ourTies}, ${row.ourEffectiveSize}, ${row.circlesReached},
      ${row.withinTwoSteps})
    on conflict (workspace_id, day) do update set contacts = excluded.contacts, ties = excluded.ties, our_ties = excluded.our_ties,
      our_effective_size = excluded.our_effective_size, circles_reached = excluded.circles_reached,
      within_two_steps = excluded.within_two_steps`);
};
