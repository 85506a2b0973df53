import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { thanks } from './thanks.table.ts';

export type Praise = {
  readonly threadId: ThreadId;
  readonly mentionId: string;
  readonly authorName: string | null;
  readonly preview: string;
  readonly language: string | null;
  readonly aspects: readonly string[];
  /** A case of theirs that ended well: its story could be told. */
  readonly hasStory: boolean;
};

/** What a thank-you needs to know of a mention of theirs (`m`, in thread `t`). */
const columns = sql`t.id as "threadId", m.id as "mentionId", coalesce(a.name, a.handle) as "authorName", left(m.body, 160) as preview,
  coalesce(m.reading->>'language', m.language) as language,
  array(select e->>'aspect' from jsonb_array_elements(coalesce(m.reading->'aspects', '[]')) e where e->>'polarity' = 'pos') as aspects,
  exists (select from case_mentions k join cases c on c.workspace_id = k.workspace_id and c.id = k.case_id
    where k.workspace_id = m.workspace_id and k.author_id = m.author_id and c.state in ('confirmed', 'resolved')) as "hasStory"`;

const latestOfTheirs = sql`join lateral (select n.* from thread_mentions x
    join mentions n on n.workspace_id = x.workspace_id and n.id = x.mention_id
    where x.workspace_id = t.workspace_id and x.thread_id = t.id and not x.ours and not x.automatic and not x.removed
    order by x.said_at desc, x.mention_id desc limit 1) m on true
  join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id`;

/** Nobody decided about it yet, and it says a thank-you may be said: praise, without a complaint beside it. */
const thankable = sql`not exists (select from thanks k where k.workspace_id = m.workspace_id and k.mention_id = m.id)
  and m.reading->'intents' ? 'praise' and not (m.reading->'intents' ?| array['complaint', 'insult', 'spam'])`;

/** Praise that waits for us, in open conversations of this person or of nobody, the latest first. */
export const praiseWaiting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  since: Date,
  limit: number,
): Promise<readonly Praise[]> => {
  const { rows } = await tx.execute<Praise>(sql`
    select ${columns} from (
      select * from threads t where t.workspace_id = ${workspaceId} and t.status = 'open' and 'praise' = any(t.intents)
        and t.waiting_for = 'us' and t.addressed and (t.assignee_id is null or t.assignee_id = ${personId})
        and t.last_theirs_at >= ${since.toISOString()}::timestamptz
      order by t.last_activity_at desc, t.id desc limit 50) t
    ${latestOfTheirs}
    where ${thankable} order by m.said_at desc limit ${limit}`);
  return rows;
};

/** Good answers on the page that nobody has thanked for, to this person's questions. */
export const goodAnswersWaiting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  since: Date,
  limit: number,
): Promise<readonly Praise[]> => {
  const { rows } = await tx.execute<Praise>(sql`
    select ${columns} from askings q
    join thread_mentions y on y.workspace_id = q.workspace_id and y.mention_id = q.mention_id
    join threads t on t.workspace_id = y.workspace_id and t.id = y.thread_id
    join mentions m on m.workspace_id = q.workspace_id and m.id = q.mention_id
    join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id
    where q.workspace_id = ${workspaceId} and q.person_id = ${personId} and q.answered_by = 'page'
      and q.answered_at >= ${since.toISOString()}::timestamptz and (q.score >= 4 or (q.scale = 3 and q.score = 3))
      and not exists (select from thanks k where k.workspace_id = m.workspace_id and k.mention_id = m.id)
    order by q.answered_at desc limit ${limit}`);
  return rows;
};

/** What to thank for in one conversation. */
export const praiseOfThread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<Praise | undefined> => {
  const { rows } = await tx.execute<Praise>(sql`
    select ${columns} from threads t ${latestOfTheirs}
    where t.workspace_id = ${workspaceId} and t.id = ${threadId} and t.waiting_for = 'us' and ${thankable}`);
  return rows[0];
};

/** The thread of a mention, its words and whether we know it; undefined when it is not of this company. */
export const praiseOfMention = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionId: string,
): Promise<Praise | undefined> => {
  const { rows } = await tx.execute<Praise>(sql`
    select ${columns} from mentions m
    join thread_mentions x on x.workspace_id = m.workspace_id and x.mention_id = m.id
    join threads t on t.workspace_id = x.workspace_id and t.id = x.thread_id
    join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id
    where m.workspace_id = ${workspaceId} and m.id = ${mentionId} and not m.ours`);
  return rows[0];
};

/** Wordings that were taken last, the latest first. */
export const variantsUsed = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly number[]> => {
  const rows = await tx
    .select({ variant: thanks.variant })
    .from(thanks)
    .where(and(eq(thanks.workspaceId, workspaceId), isNotNull(thanks.variant)))
    .orderBy(desc(thanks.at))
    .limit(limit);
  return rows.flatMap(({ variant }) => (variant === null ? [] : [variant]));
};

export const keepThanks = async (tx: Transaction, row: typeof thanks.$inferInsert): Promise<void> => {
  const { workspaceId: _w, mentionId: _m, ...set } = row;
  await tx
    .insert(thanks)
    .values(row)
    .onConflictDoUpdate({ target: [thanks.workspaceId, thanks.mentionId], set });
};
