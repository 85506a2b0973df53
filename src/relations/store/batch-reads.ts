import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { InteractionKind } from '../model/interactions/kinds.ts';
import { uuids } from './sql-values.ts';

/** Somebody of whom figures may be made, and their accounts on channels that allow it. */
export type BatchPerson = {
  readonly id: string;
  /** Identity, channel and audience (null: not known) of each account. */
  readonly accounts: readonly (readonly [id: string, channel: string, followers: number | null])[];
  readonly consent: 'unknown' | 'agreed' | 'quiet' | 'objected';
  readonly company: string | null;
  /** The circle in which the last batch put them. */
  readonly circleId: string | null;
  /** What they said to us and we to them, ever. */
  readonly inCount: number;
  readonly outCount: number;
  /** Days that usually pass between contacts with us. */
  readonly usualDays: number | null;
};

/** A person outside of whom figures may be made: still there, no part of another, and not against it. */
export const mayBeScored = sql`c.merged_into is null and c.consent <> 'objected'`;

/** People by slices of their ids, in that order. */
export const readPeopleSlice = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  after: string,
  limit: number,
): Promise<readonly BatchPerson[]> => {
  const { rows } = await tx.execute<
    Omit<BatchPerson, 'accounts'> & { accounts: BatchPerson['accounts'] | null }
  >(sql`
    select c.id, c.consent, c.company, c.in_count as "inCount", c.out_count as "outCount", c.usual_days as "usualDays",
      s.community_id as "circleId",
      (select json_agg(json_build_array(i.id, i.channel, i.followers) order by i.id) from identities i
        where i.workspace_id = ${workspaceId} and i.contact_id = c.id and i.profiling) as accounts
    from contacts c
    left join contact_scores s on s.workspace_id = ${workspaceId} and s.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.id > ${after}::uuid and ${mayBeScored}
    order by c.id limit ${limit}`);
  return rows.map((row) => ({ ...row, accounts: row.accounts ?? [] }));
};

export type InteractionRow = {
  readonly sourceKey: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly channel: string;
  readonly kind: InteractionKind;
  /** Identities; null is us. */
  readonly from: string | null;
  readonly to: string | null;
};

/** Interactions by slices, in the order of their keys: always the same order. */
export const readInteractionSlice = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  after: string,
  limit: number,
): Promise<readonly InteractionRow[]> => {
  const { rows } = await tx.execute<InteractionRow>(sql`
    select source_key as "sourceKey", extract(epoch from at)::float8 * 1000 as at, channel, kind,
      from_identity as "from", to_identity as "to"
    from interactions where workspace_id = ${workspaceId} and source_key > ${after}
    order by source_key limit ${limit}`);
  return rows;
};

/** The latest words of these people, folded by nobody yet: for the names of circles. Only what is still there. */
export const readWordsOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  each: number,
): Promise<
  readonly { readonly contactId: string; readonly text: string; readonly language: string | null }[]
> => {
  const { rows } = await tx.execute<{ contactId: string; text: string; language: string | null }>(sql`
    select i.contact_id as "contactId", left(m.body, 600) as text, m.language
    from identities i
    cross join lateral (
      select m.body, m.language from mentions m
      where m.workspace_id = ${workspaceId} and m.author_id = i.author_id and m.removed_at is null and not m.ours
        and m.automatic is null and m.body <> '' and m.visibility in ('public', 'unlisted')
      order by m.said_at desc limit ${each}
    ) m
    where i.workspace_id = ${workspaceId} and i.profiling and i.author_id is not null
      and i.contact_id = any(${uuids(contactIds)})
    order by i.contact_id, i.id`);
  return rows;
};

/** How many of these people have each tag that the company gave them. */
export const countTagsOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await tx.execute<{ tag: string; count: number }>(sql`
    select tag, count(*)::int as count from contacts c, unnest(c.tags) tag
     where c.workspace_id = ${workspaceId} and c.id = any(${uuids(contactIds)}) group by tag`);
  return new Map(rows.map(({ tag, count }) => [tag, count]));
};
