import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { CaseMention } from '../model/case-event.ts';
import type { Gravity } from '../model/gravity.ts';
import { caseMentions } from './case-parts.table.ts';

/** Puts mentions into a case; those that are in one already are left where they are. Gives those that came in. */
export const insertCaseMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
  mentions: readonly CaseMention[],
): Promise<readonly CaseMention[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into case_mentions (workspace_id, mention_id, case_id, author_id, channel, said_at, is_public)
    select ${workspaceId}, r.id, ${caseId}, r."authorId", r.channel, r."saidAt", r."isPublic" from ${rowsOf(
      mentions,
      { id: 'uuid', authorId: 'uuid', channel: 'text', saidAt: 'timestamptz', isPublic: 'boolean' },
    )}
    on conflict do nothing returning mention_id as id`);
  const came = new Set(rows.map(({ id }) => id));
  return mentions.filter(({ id }) => came.has(id));
};

export const countPeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(distinct author_id)::int as count from case_mentions
    where workspace_id = ${workspaceId} and case_id = ${caseId}`);
  return rows[0]?.count ?? 0;
};

/** In which case each of these mentions is; those in none are left out. */
export const casesOfMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (mentionIds.length === 0) return new Map();
  const rows = await tx
    .select({ mentionId: caseMentions.mentionId, caseId: caseMentions.caseId })
    .from(caseMentions)
    .where(
      and(
        eq(caseMentions.workspaceId, workspaceId),
        sql`${caseMentions.mentionId} = any(${sql.param([...mentionIds])}::uuid[])`,
      ),
    );
  return new Map(rows.map(({ mentionId, caseId }) => [mentionId, caseId]));
};

/** The cases that have a mention in this conversation, the latest first; not those that were undone. */
export const casesOfThread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: string,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select c.id from cases c
    where c.workspace_id = ${workspaceId} and c.state <> 'undone' and c.id in (
      select m.case_id from thread_mentions t
      join case_mentions m on m.workspace_id = t.workspace_id and m.mention_id = t.mention_id
      where t.workspace_id = ${workspaceId} and t.thread_id = ${threadId})
    order by c.reported_at desc, c.id desc`);
  return rows.map(({ id }) => id);
};

/** Of each conversation in which something of these cases was said, the gravity of its gravest open case; null without one. */
export const gravityOfThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseIds: readonly string[],
): Promise<readonly { readonly threadId: string; readonly gravity: Gravity | null }[]> => {
  if (caseIds.length === 0) return [];
  const { rows } = await tx.execute<{ threadId: string; gravity: Gravity | null }>(sql`
    with touched as (
      select distinct t.thread_id from case_mentions k
      join thread_mentions t on t.workspace_id = k.workspace_id and t.mention_id = k.mention_id
      where k.workspace_id = ${workspaceId} and k.case_id = any(${sql.param([...caseIds])}::uuid[])
    )
    select t.thread_id as "threadId",
      max(coalesce(c.gravity_chosen, c.gravity)) filter (where c.ended_at is null) as gravity
    from thread_mentions t
    join case_mentions k on k.workspace_id = t.workspace_id and k.mention_id = t.mention_id
    join cases c on c.workspace_id = k.workspace_id and c.id = k.case_id
    where t.workspace_id = ${workspaceId} and t.thread_id in (select thread_id from touched)
    group by t.thread_id order by t.thread_id`);
  return rows;
};

/** The latest case that an author has a mention in, reported since then; not those that were undone. */
export const latestCaseOfAuthor = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorId: string,
  since: Date,
): Promise<string | undefined> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select c.id from cases c
    where c.workspace_id = ${workspaceId} and c.state <> 'undone'
      and coalesce(c.ended_at, c.reported_at) >= ${since.toISOString()}::timestamptz
      and c.id in (select case_id from case_mentions where workspace_id = ${workspaceId} and author_id = ${authorId})
    order by c.reported_at desc, c.id desc limit 1`);
  return rows[0]?.id;
};

export const isInCase = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
  authorId: string,
): Promise<boolean> => {
  const rows = await tx
    .select({ id: caseMentions.mentionId })
    .from(caseMentions)
    .where(
      and(
        eq(caseMentions.workspaceId, workspaceId),
        eq(caseMentions.caseId, caseId),
        eq(caseMentions.authorId, authorId),
      ),
    )
    .limit(1);
  return rows.length > 0;
};

export type MentionPlace = { readonly saidAt: Date; readonly id: string };

/** A page of a case's mentions, the oldest first. */
export const pageOfMentions = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
  { after, limit }: { readonly after?: MentionPlace | undefined; readonly limit: number },
): Promise<readonly MentionPlace[]> =>
  tx
    .select({ id: caseMentions.mentionId, saidAt: caseMentions.saidAt })
    .from(caseMentions)
    .where(
      and(
        eq(caseMentions.workspaceId, workspaceId),
        eq(caseMentions.caseId, caseId),
        after
          ? or(
              gt(caseMentions.saidAt, after.saidAt),
              and(eq(caseMentions.saidAt, after.saidAt), gt(caseMentions.mentionId, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(caseMentions.saidAt), asc(caseMentions.mentionId))
    .limit(limit);

/** All mentions of one case become those of another. */
export const moveMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  from: string,
  to: string,
): Promise<readonly CaseMention[]> => {
  const rows = await tx
    .update(caseMentions)
    .set({ caseId: to })
    .where(and(eq(caseMentions.workspaceId, workspaceId), eq(caseMentions.caseId, from)))
    .returning();
  return rows.map(({ mentionId, authorId, channel, saidAt, isPublic }) => ({
    id: mentionId,
    authorId,
    channel,
    saidAt: saidAt.toISOString(),
    isPublic,
  }));
};

/** Takes mentions out of their cases. Gives what was where. */
export const dropCaseMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await tx
    .delete(caseMentions)
    .where(and(eq(caseMentions.workspaceId, workspaceId), inArray(caseMentions.mentionId, [...mentionIds])))
    .returning({ caseId: caseMentions.caseId, mentionId: caseMentions.mentionId });
  const grouped = Map.groupBy(rows, ({ caseId }) => caseId);
  return new Map([...grouped].map(([id, group]) => [id, group.map(({ mentionId }) => mentionId)]));
};
