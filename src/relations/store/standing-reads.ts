import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { mayBeScored } from './batch-reads.ts';
import { time } from './sql-values.ts';

/** Older posts say little of today, by their weight as well. */
const LOOKED_AT = sql`interval '3 years'`;
/** Of each account, the latest. */
const MOST_POSTS = 200;

export type PersonPosts = {
  readonly contactId: string;
  /** Age in days of each post, and whether one of the company's watches found it. */
  readonly posts: readonly (readonly [ageDays: number, isOnTopic: boolean])[];
};

/** What each person said, as far as it was taken in and may be counted. */
export const readPosts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly PersonPosts[]> => {
  const { rows } = await tx.execute<PersonPosts>(sql`
    with told as (
      select distinct mention_id from watch_matches where workspace_id = ${workspaceId}
    ), posts as (
      select m.author_id, round(extract(epoch from ${time(now)} - m.said_at) / 86400)::int as age,
        t.mention_id is not null as on_topic, row_number() over (partition by m.author_id order by m.said_at desc) as turn
      from mentions m left join told t on t.mention_id = m.id
      where m.workspace_id = ${workspaceId} and not m.ours and m.removed_at is null and m.automatic is null
        and m.visibility <> 'direct' and m.said_at > ${time(now)} - ${LOOKED_AT}
    )
    select i.contact_id as "contactId", json_agg(json_build_array(p.age, p.on_topic)) as posts
    from posts p
    join identities i on i.workspace_id = ${workspaceId} and i.author_id = p.author_id and i.profiling
    where p.turn <= ${MOST_POSTS}
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
      and m.removed_at is null and m.automatic is null and m.visibility <> 'direct' and p.said_at > ${time(now)} - ${LOOKED_AT}
    group by p.id, w.contact_id, p.said_at`);
  return rows;
};
