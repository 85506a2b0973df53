import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { mayBeScored } from './batch-reads.ts';
import { time, uuids } from './sql-values.ts';

export type FieldMention = {
  readonly id: string;
  readonly channel: string;
  readonly nativeId: string;
  readonly parentNativeId: string | null;
  readonly rootNativeId: string | null;
  /** Null: ourselves, a channel that allows no profiles, or somebody who is against it. */
  readonly contactId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** Mentions of these watches and of these people, the latest first. */
export const findFieldMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { watchIds, contactIds }: { readonly watchIds: readonly string[]; readonly contactIds: readonly string[] },
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    (select w.mention_id as id, w.said_at from watch_matches w
      where w.workspace_id = ${workspaceId} and w.watch_id = any(${uuids(watchIds)}) order by w.said_at desc limit ${limit})
    union
    (select m.id, m.said_at from identities i
      join mentions m on m.workspace_id = ${workspaceId} and m.author_id = i.author_id and not m.ours
      where i.workspace_id = ${workspaceId} and i.contact_id = any(${uuids(contactIds)}) and i.profiling
      order by m.said_at desc limit ${limit})
    order by 2 desc, 1 limit ${limit}`);
  return rows.map(({ id }) => id);
};

/**
 * These mentions with the conversations in which they stand: what they answer and what answers them, as far as we heard it.
 * What was said in private, automatic messages and what was taken back are not there. Ordered by id.
 */
export const readConversation = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
  limit: number,
): Promise<readonly FieldMention[]> => {
  const { rows } = await tx.execute<FieldMention>(sql`
    with hits as materialized (
      select m.id, m.connection_id, m.native_id, m.parent_native_id, m.root_native_id from mentions m
      where m.workspace_id = ${workspaceId} and m.id = any(${uuids(mentionIds)})
    ), keys as materialized (
      select connection_id, native_id from hits
      union select connection_id, parent_native_id from hits where parent_native_id is not null
      union select connection_id, root_native_id from hits where root_native_id is not null
    ), found as (
      select id from hits
      union select m.id from mentions m join keys k on k.connection_id = m.connection_id and k.native_id = m.native_id
        where m.workspace_id = ${workspaceId}
      union select m.id from mentions m join keys k on k.connection_id = m.connection_id and k.native_id = m.parent_native_id
        where m.workspace_id = ${workspaceId}
      union select m.id from mentions m join keys k on k.connection_id = m.connection_id and k.native_id = m.root_native_id
        where m.workspace_id = ${workspaceId}
    )
    select m.id, m.channel, m.native_id as "nativeId", m.parent_native_id as "parentNativeId",
      m.root_native_id as "rootNativeId", extract(epoch from m.said_at)::float8 * 1000 as at,
      ${contactOf(workspaceId)} as "contactId"
    from found f join mentions m on m.workspace_id = ${workspaceId} and m.id = f.id
    where m.removed_at is null and m.automatic is null and m.visibility <> 'direct'
      and m.form not in ('message', 'call', 'encounter', 'note')
    order by m.id limit ${limit}`);
  return rows;
};

const contactOf = (workspaceId: WorkspaceId): SQL => sql`
  case when m.ours then null else (
    select c.id from identities i join contacts c on c.workspace_id = ${workspaceId} and c.id = i.contact_id
    where i.workspace_id = ${workspaceId} and i.author_id = m.author_id and i.profiling and ${mayBeScored} limit 1) end`;

export type FieldReaction = { readonly from: string; readonly to: string; readonly at: number };

/** Likes and shares among these people: of what, the edge no longer knows. */
export const readWelcomes = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  since: Date,
): Promise<readonly FieldReaction[]> => {
  const { rows } = await tx.execute<FieldReaction>(sql`
    with accounts as materialized (
      select id, contact_id from identities
      where workspace_id = ${workspaceId} and profiling and contact_id = any(${uuids(contactIds)})
    )
    select a.contact_id as "from", b.contact_id as "to", extract(epoch from x.at)::float8 * 1000 as at
    from accounts a
    join interactions x on x.workspace_id = ${workspaceId} and x.from_identity = a.id and x.kind in ('like', 'share')
      and x.at >= ${time(since)}
    join accounts b on b.id = x.to_identity
    where a.contact_id <> b.contact_id
    order by x.source_key`);
  return rows;
};

export type FieldPerson = {
  readonly id: string;
  readonly name: string;
  /** The largest known audience of their accounts; null: not known. */
  readonly followers: number | null;
  readonly circleId: string | null;
  /** Raw strength of the tie with us. */
  readonly ours: number;
  /** Asked not to be sought out. */
  readonly isQuiet: boolean;
};

/** Ordered by id. */
export const readFieldPeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<readonly FieldPerson[]> => {
  const { rows } = await tx.execute<FieldPerson>(sql`
    select c.id, c.name, c.consent = 'quiet' as "isQuiet", s.community_id as "circleId", coalesce(s.intensity_in + s.intensity_out, 0) as ours,
      (select max(i.followers) from identities i where i.workspace_id = ${workspaceId} and i.contact_id = c.id
        and i.profiling) as followers
    from contacts c left join contact_scores s on s.workspace_id = ${workspaceId} and s.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.id = any(${uuids(contactIds)}) and ${mayBeScored}
    order by c.id`);
  return rows;
};

/** Ties among these people, by the last batch. */
export const readTiesAmong = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  limit: number,
): Promise<
  readonly { readonly a: string; readonly b: string; readonly ab: number; readonly ba: number }[]
> => {
  const { rows } = await tx.execute<{ a: string; b: string; ab: number; ba: number }>(sql`
    select a, b, intensity_ab as ab, intensity_ba as ba from contact_ties
    where workspace_id = ${workspaceId} and a = any(${uuids(contactIds)}) and b = any(${uuids(contactIds)})
    order by a, b limit ${limit}`);
  return rows;
};
