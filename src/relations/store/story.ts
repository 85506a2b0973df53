import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Place } from '../model/list-place.ts';
import { time, toInstant, uuids } from './sql-values.ts';

/** Something that passed between them and us, or others; or that they said of us to nobody in particular. */
export type StoryRow = {
  /** The interaction's source key, or the mention's id where there is no interaction. */
  readonly key: string;
  readonly at: string;
  readonly kind: string;
  readonly channel: string;
  readonly direction: 'in' | 'out' | 'between';
  readonly personId: string | null;
  readonly mentionId: string | null;
  readonly note: string | null;
  /** The other's account, for what was between two of them. */
  readonly withIdentity: string | null;
};

type Page = { readonly before: Place | null; readonly limit: number };

/** A page of what happened with the person of these accounts, the latest first. */
export const readStory = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  accounts: readonly { readonly id: string; readonly authorId: string | null }[],
  { before, limit }: Page,
): Promise<readonly StoryRow[]> => {
  const ids = accounts.map(({ id }) => id);
  const authors = accounts.flatMap(({ authorId }) => authorId ?? []);
  const parts = [
    ...ids.map((id) => edgesFrom(workspaceId, id, ids, before, limit)),
    ...ids.map((id) => edgesTo(workspaceId, id, ids, before, limit)),
    ...authors.map((id) => spoken(workspaceId, id, before, limit)),
  ];
  if (parts.length === 0) return [];
  const { rows } = await tx.execute<StoryRow>(sql`
    select * from (${sql.join(
      parts.map((part) => sql`(${part})`),
      sql` union all `,
    )}) s
    order by at desc, key collate "C" desc limit ${limit}`);
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }));
};

const edge = sql`x.source_key as key, x.at, x.kind, x.channel`;
const rest = sql`x.person_id as "personId", x.mention_id as "mentionId", x.note`;

/** By their own word order, whatever the database's language. */
const after = (at: SQL, key: SQL, before: Place | null): SQL =>
  before ? sql`and (${at}, ${key} collate "C") < (${time(before.at)}, ${before.key})` : sql``;

/** A meeting is one entry, though it has an edge each way. */
const edgesFrom = (
  workspaceId: WorkspaceId,
  id: string,
  own: readonly string[],
  before: Place | null,
  limit: number,
): SQL => sql`
  select ${edge}, case when x.to_identity is null then 'in' else 'between' end as direction, ${rest},
    x.to_identity as "withIdentity"
  from interactions x
  where x.workspace_id = ${workspaceId} and x.from_identity = ${id} and x.source_key not like 'h:%'
    and (x.to_identity is null or x.to_identity <> all(${uuids(own)}))
    ${after(sql`x.at`, sql`x.source_key`, before)}
  order by x.at desc nulls last, x.source_key collate "C" desc limit ${limit}`;

const edgesTo = (
  workspaceId: WorkspaceId,
  id: string,
  own: readonly string[],
  before: Place | null,
  limit: number,
): SQL => sql`
  select ${edge}, case when x.from_identity is null then 'out' else 'between' end as direction, ${rest},
    x.from_identity as "withIdentity"
  from interactions x
  where x.workspace_id = ${workspaceId} and x.to_identity = ${id}
    and (x.from_identity is null or (x.source_key not like 'h:%' and x.from_identity <> all(${uuids(own)})))
    ${after(sql`x.at`, sql`x.source_key`, before)}
  order by x.at desc nulls last, x.source_key collate "C" desc limit ${limit}`;

/** What they said that made no edge: about us, to nobody in particular. */
const spoken = (workspaceId: WorkspaceId, authorId: string, before: Place | null, limit: number): SQL => sql`
  select m.id::text as key, m.said_at as at, m.form as kind, m.channel, 'in' as direction, null::uuid as "personId",
    m.id as "mentionId", null::text as note, null::uuid as "withIdentity"
  from mentions m
  where m.workspace_id = ${workspaceId} and m.author_id = ${authorId} and not m.ours and m.removed_at is null
    and ${isNoEdge(workspaceId, 'u')} and ${isNoEdge(workspaceId, 'p')}
    ${after(sql`m.said_at`, sql`m.id::text`, before)}
  order by m.said_at desc nulls last, m.id::text collate "C" desc limit ${limit}`;

/** Looked up for each by its key: as a join, the planner reads all interactions for it. */
const isNoEdge = (workspaceId: WorkspaceId, end: 'u' | 'p'): SQL => sql`
  (select true from interactions x where x.workspace_id = ${workspaceId}
    and x.source_key = 'm:' || m.id || ${`:${end}`} limit 1) is null`;

/** Whose these accounts are, for names beside what was between two of them. */
export const readNamesOfAccounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  identityIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> => {
  if (identityIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ identityId: string; id: string; name: string }>(sql`
    select i.id as "identityId", c.id, c.name from identities i
    join contacts c on c.workspace_id = i.workspace_id and c.id = i.contact_id
    where i.workspace_id = ${workspaceId} and i.id = any(${uuids(identityIds)})`);
  return new Map(rows.map(({ identityId, ...contact }) => [identityId, contact]));
};

/** Everybody else who was there, by the key of the meeting without its ends. */
export const readOthersThere = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  prefixes: readonly string[],
  contactId: string,
): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>> => {
  if (prefixes.length === 0) return new Map();
  const { rows } = await tx.execute<{ prefix: string; id: string; name: string }>(sql`
    select distinct p.prefix, c.id, c.name from unnest(${sql.param([...prefixes])}::text[]) p(prefix)
    join interactions x on x.workspace_id = ${workspaceId} and x.source_key >= p.prefix || ':0:'
      and x.source_key < p.prefix || ':0;'
    join identities i on i.workspace_id = ${workspaceId} and i.id = x.to_identity
    join contacts c on c.workspace_id = ${workspaceId} and c.id = i.contact_id
    where c.id <> ${contactId}`);
  return Map.groupBy(rows, ({ prefix }) => prefix);
};
