import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { POST_HALF_LIFE } from '../model/standing/relevance.ts';
import { mayBeScored } from './batch-reads.ts';
import { time } from './sql-values.ts';

/** Older answers say little of today, by their weight as well. */
const LOOKED_AT = sql`interval '3 years'`;

export type PostSums = {
  readonly contactId: string;
  readonly posts: number;
  /** That one of the company's watches found. */
  readonly onTopic: number;
  /** The same, each post by what is left of it. */
  readonly fadedPosts: number;
  readonly fadedOnTopic: number;
};

/** What each person said, as far as it was taken in and may be counted. */
export const readPostSums = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly PostSums[]> => {
  const { rows } = await tx.execute<PostSums>(sql`
    with told as (
      select distinct mention_id from watch_matches where workspace_id = ${workspaceId}
    ), posts as (
      select m.author_id, t.mention_id is not null as on_topic,
        2 ^ (-greatest(0, extract(epoch from ${time(now)} - m.said_at)::float8) / ${POST_HALF_LIFE * 86_400}) as weight
      from mentions m left join told t on t.mention_id = m.id
      where m.workspace_id = ${workspaceId} and not m.ours and m.removed_at is null and m.automatic is null
        and m.said_at > ${time(now)} - ${LOOKED_AT}
    )
    select i.contact_id as "contactId", count(*)::int as posts, (count(*) filter (where p.on_topic))::int as "onTopic",
      sum(p.weight)::float8 as "fadedPosts", coalesce(sum(p.weight) filter (where p.on_topic), 0)::float8 as "fadedOnTopic"
    from posts p
    join identities i on i.workspace_id = ${workspaceId} and i.author_id = p.author_id and i.profiling
    group by i.contact_id`);
  return rows;
};

export type AnsweredPost = {
  /** Whose post it is. */
  readonly contactId: string;
  readonly ageDays: number;
  /** Each person who answered, and whether they are of the same company as the author. */
  readonly answerers: readonly (readonly [contactId: string, sameCompany: boolean])[];
};

/** The posts of people outside that others outside answered. */
export const readAnsweredPosts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly AnsweredPost[]> => {
  const { rows } = await tx.execute<AnsweredPost>(sql`
    with known as (
      select i.author_id, i.contact_id, lower(c.company) as company from identities i
      join contacts c on c.workspace_id = i.workspace_id and c.id = i.contact_id
      where i.workspace_id = ${workspaceId} and i.profiling and i.author_id is not null and ${mayBeScored}
    )
    select w.contact_id as "contactId", extract(epoch from ${time(now)} - p.said_at)::float8 / 86400 as "ageDays",
      json_agg(distinct jsonb_build_array(a.contact_id, coalesce(a.company = w.company, false))) as answerers
    from mentions m
    join mentions p on p.workspace_id = ${workspaceId} and p.connection_id = m.connection_id
      and p.native_id = m.parent_native_id and not p.ours and p.removed_at is null
    join known w on w.author_id = p.author_id
    join known a on a.author_id = m.author_id and a.contact_id <> w.contact_id
    where m.workspace_id = ${workspaceId} and m.parent_native_id is not null and not m.ours
      and m.removed_at is null and m.automatic is null and p.said_at > ${time(now)} - ${LOOKED_AT}
    group by p.id, w.contact_id, p.said_at`);
  return rows;
};

/** Who asked for quiet. */
export const readQuiet = async (tx: Transaction, workspaceId: WorkspaceId): Promise<ReadonlySet<string>> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from contacts where workspace_id = ${workspaceId} and consent = 'quiet'`);
  return new Set(rows.map(({ id }) => id));
};
