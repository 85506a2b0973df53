import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { ReadFrom, Way } from '../model/asking.ts';
import type { Counted, NotAsked } from '../model/figures.ts';
import { DAY_MS } from '../model/settings.ts';

/** Questions that left since then, counted by what came back. */
export const countAskings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<readonly Counted[]> => {
  const { rows } = await tx.execute<Counted>(sql`
    select q.question, q.scale, q.team_id as "teamId", q.answered_at is not null as "isAnswered", q.score, count(*)::int as count
    from askings q left join replies r on r.workspace_id = q.workspace_id and r.id = q.reply_id
    where q.workspace_id = ${workspaceId} and q.state = 'asked' and q.asked_at >= ${since.toISOString()}::timestamptz
      and (r.state is null or r.state not in ('undone', 'failed', 'returned'))
    group by 1, 2, 3, 4, 5`);
  return rows;
};

/** What is proposed for longer than this was left lying. */
const LEFT_DAYS = 14;

export const countPassedOver = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: Date,
  now: Date,
): Promise<Readonly<Partial<Record<NotAsked, number>>>> => {
  const left = new Date(now.getTime() - LEFT_DAYS * DAY_MS).toISOString();
  const { rows } = await tx.execute<{ reason: NotAsked; count: number }>(sql`
    select case state when 'dismissed' then 'by-hand' when 'proposed' then 'not-sent' else passed_for end as reason,
      count(*)::int as count from askings
    where workspace_id = ${workspaceId} and created_at >= ${since.toISOString()}::timestamptz
      and (state in ('passed-over', 'dismissed') or (state = 'proposed' and created_at < ${left}::timestamptz))
    group by 1`);
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
};

export type AnswerRow = {
  readonly id: string;
  readonly threadId: string | null;
  readonly question: 'how' | 'solved';
  readonly scale: number;
  readonly score: number | null;
  readonly readFrom: ReadFrom | null;
  readonly answeredBy: Way;
  readonly answeredAt: string;
  readonly words: string | null;
  readonly authorName: string | null;
  readonly channel: string;
};

/** The latest answers, with their words wherever those are still kept. */
export const latestAnswers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly AnswerRow[]> => {
  const { rows } = await tx.execute<AnswerRow>(sql`
    select q.id, x.thread_id as "threadId", q.question, q.scale, q.score, q.read_from as "readFrom", q.answered_by as "answeredBy",
      to_char(q.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "answeredAt",
      coalesce(q.words, nullif(m.body, '')) as words, coalesce(a.name, a.handle) as "authorName", q.channel
    from askings q
    left join thread_mentions x on x.workspace_id = q.workspace_id and x.mention_id = q.mention_id
    left join mentions m on m.workspace_id = q.workspace_id and m.id = q.answer_mention_id and m.removed_at is null
    left join authors a on a.workspace_id = q.workspace_id and a.id = q.author_id
    where q.workspace_id = ${workspaceId} and q.answered_at is not null
    order by q.answered_at desc, q.id desc limit ${limit}`);
  return rows;
};
