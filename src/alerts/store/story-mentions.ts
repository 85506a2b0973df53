import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { AuthorId, MentionId, WatchId, WorkspaceId } from '../../platform/ids.ts';
import { HEARD } from '../model/kinds.ts';

type Asked = {
  readonly watchId: WatchId;
  /** `heard`, or a mark of readings. */
  readonly measure: string;
  readonly from: Date;
  readonly to: Date;
};

const among = (workspaceId: WorkspaceId, { watchId, measure, from, to }: Asked): SQL => sql`
  from watch_matches w where w.workspace_id = ${workspaceId} and w.watch_id = ${watchId}
   and w.said_at >= ${from.toISOString()}::timestamptz and w.said_at <= ${to.toISOString()}::timestamptz
   ${
     measure === HEARD
       ? sql``
       : sql`and exists (select from mention_marks k where k.workspace_id = ${workspaceId} and k.mention_id = w.mention_id
          and k.mark = ${measure})`
   }`;

/** The mentions behind a story, the latest first. */
export const storyMentionIds = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: Asked,
  limit: number,
): Promise<readonly MentionId[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select w.mention_id as id ${among(workspaceId, asked)} order by w.said_at desc limit ${limit}`);
  return rows.map(({ id }) => id);
};

/** What was said, for the words that grew: texts of others that are still there. */
export const storyTexts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: Asked,
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ text: string }>(sql`
    select concat_ws(' ', m.title, m.body) as text from (select w.mention_id ${among(workspaceId, asked)}
      order by w.said_at desc limit ${limit}) w
      join mentions m on m.workspace_id = ${workspaceId} and m.id = w.mention_id and m.removed_at is null`);
  return rows.map(({ text }) => text);
};

export type FreshMention = {
  readonly id: MentionId;
  readonly authorId: AuthorId;
  readonly watchId: WatchId;
  readonly saidAt: Date;
  /** Nobody of this company had heard this author before. */
  readonly isFirst: boolean;
};

/** Of these mentions, those that a watch found, once for each watch. */
export const freshMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<readonly FreshMention[]> => {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<Omit<FreshMention, 'saidAt'> & { saidAt: string }>(sql`
    select m.id, m.author_id as "authorId", w.watch_id as "watchId", m.said_at as "saidAt",
      not exists (select from mentions o where o.workspace_id = m.workspace_id and o.author_id = m.author_id
        and o.id <> m.id and not o.ours and o.said_at <= m.said_at) as "isFirst"
      from mentions m
      join watch_matches w on w.workspace_id = m.workspace_id and w.mention_id = m.id
     where m.workspace_id = ${workspaceId} and m.id = any(${sql.param([...ids])}::uuid[])
       and not m.ours and m.removed_at is null and m.automatic is null
     order by m.said_at, m.id`);
  return rows.map((row) => ({ ...row, saidAt: new Date(row.saidAt) }));
};
