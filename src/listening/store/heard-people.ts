import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { AuthorId, ConnectionId, MentionId, WorkspaceId } from '../../platform/ids.ts';

export type HeardPerson = {
  readonly id: AuthorId;
  readonly channel: string;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly url: string | null;
};

/** Authors by id, and by one spelling of what they are called anywhere (`spokenKey`). Our own accounts are nobody's to erase. */
export const findHeardPeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: {
    readonly authorIds: readonly AuthorId[];
    readonly accounts: readonly { readonly channel: string; readonly nativeId: string }[];
    readonly spoken: readonly string[];
  },
): Promise<readonly HeardPerson[]> => {
  const spelled = (column: string) =>
    sql.raw(
      String.raw`regexp_replace(regexp_replace(regexp_replace(lower(trim(${column})), '^(https?://|mailto:|acct:)', ''), '^(www\.)?@?', ''), '([?#].*)?/*$', '')`,
    );
  const spoken = sql`${sql.param([...asked.spoken])}::text[]`;
  const { rows } = await tx.execute<HeardPerson>(sql`
    select a.id, a.channel, a.native_id as "nativeId", a.handle, a.url from authors a
    where a.workspace_id = ${workspaceId}
      and (a.id = any(${sql.param([...asked.authorIds])}::uuid[])
        or exists (select from json_to_recordset(${JSON.stringify(asked.accounts)}::json) as r(channel text, "nativeId" text)
          where r.channel = a.channel and r."nativeId" = a.native_id)
        or ${spelled('a.native_id')} = any(${spoken}) or ${spelled('a.handle')} = any(${spoken}) or ${spelled('a.url')} = any(${spoken}))
      and not exists (select from mentions m where m.workspace_id = a.workspace_id and m.author_id = a.id and m.ours)`);
  return rows;
};

/** Every connection of a company, to be locked in one order. */
export const connectionIdsOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly ConnectionId[]> => {
  const { rows } = await tx.execute<{ id: ConnectionId }>(
    sql`select id from connections where workspace_id = ${workspaceId} order by id`,
  );
  return rows.map(({ id }) => id);
};

export const mentionIdsBy = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly AuthorId[],
): Promise<readonly MentionId[]> => {
  const { rows } = await tx.execute<{ id: MentionId }>(sql`
    select id from mentions where workspace_id = ${workspaceId} and author_id = any(${sql.param([...authorIds])}::uuid[])`);
  return rows.map(({ id }) => id);
};

/** How much is kept besides the mentions themselves, for a receipt. */
export const countKept = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<{ readonly raw: number; readonly versions: number }> => {
  const wanted = sql`${sql.param([...ids])}::uuid[]`;
  const { rows } = await tx.execute<{ raw: number; versions: number }>(sql`
    select (select count(*) from mentions m join raw_items r on r.workspace_id = m.workspace_id
              and r.connection_id = m.connection_id and r.native_id = m.native_id
             where m.workspace_id = ${workspaceId} and m.id = any(${wanted}))::int as raw,
           (select count(*) from mention_revisions v
             where v.workspace_id = ${workspaceId} and v.mention_id = any(${wanted}))::int as versions`);
  return rows[0] ?? { raw: 0, versions: 0 };
};

/**
 * What others' mentions carry of these: the words they quote, the original that holds the quotation, and the ids by which
 * they answer. Returns how many carried something.
 */
export const forgetTracesOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<number> => {
  const wanted = sql`${sql.param([...ids])}::uuid[]`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    with gone as (
      select m.connection_id, m.native_id from mentions m
       where m.workspace_id = ${workspaceId} and m.id = any(${wanted})),
    touched as (
      select m.id from gone g join mentions m on m.workspace_id = ${workspaceId}
         and m.connection_id = g.connection_id and m.parent_native_id = g.native_id
      union
      select m.id from gone g join mentions m on m.workspace_id = ${workspaceId}
         and m.connection_id = g.connection_id and m.root_native_id = g.native_id
      union
      select m.id from mentions m cross join lateral jsonb_array_elements_text(m."references") r
        join gone g on g.native_id = r and g.connection_id = m.connection_id
       where m.workspace_id = ${workspaceId} and m."references" <> '[]'),
    answers as (
      update mentions m set quoted = null,
        parent_native_id = case when m.parent_native_id in (select native_id from gone) then null else m.parent_native_id end,
        root_native_id = case when m.root_native_id in (select native_id from gone) then null else m.root_native_id end,
        "references" = (select coalesce(jsonb_agg(r), '[]') from jsonb_array_elements_text(m."references") r
          where r not in (select native_id from gone))
       where m.workspace_id = ${workspaceId} and m.id in (select id from touched) and m.id <> all(${wanted})
      returning m.id, m.connection_id, m.native_id),
    emptied as (
    update raw_items r set body = '', context = '{}' from answers a
     where r.workspace_id = ${workspaceId} and r.connection_id = a.connection_id and r.native_id = a.native_id)
    select id from answers`);
  return rows.length;
};

/** Words that these mentions were made of are not offered any more for what is mistyped; those that others say come back. */
export const forgetSearchWords = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<void> => {
  await tx.execute(sql`
    delete from search_words w where w.workspace_id = ${workspaceId} and w.word in (
      select unnest(tsvector_to_array(m.search)) from mentions m
       where m.workspace_id = ${workspaceId} and m.id = any(${sql.param([...ids])}::uuid[]))`);
};

export const deleteAuthors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly AuthorId[],
): Promise<void> => {
  await tx.execute(sql`
    delete from authors where workspace_id = ${workspaceId} and id = any(${sql.param([...authorIds])}::uuid[])`);
};
