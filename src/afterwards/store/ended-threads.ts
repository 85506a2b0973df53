import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';

export type EndedRow = {
  readonly threadId: ThreadId;
  readonly channel: string;
  readonly teamId: string | null;
  readonly personId: string | null;
  /** The latest that they said. */
  readonly mentionId: string;
  readonly authorId: string;
  readonly authorNativeId: string;
  readonly visibility: string;
  readonly language: string | null;
  readonly objected: boolean;
  readonly isHarsh: boolean;
  readonly askedRecently: boolean;
  readonly solvedCaseId: string | null;
};

/**
 * Of these conversations those that are over and in which we answered somebody, with what decides whether they are asked. The same
 * person is known across channels where a human said so.
 */
export const readEndedThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  askedSince: Date,
): Promise<readonly EndedRow[]> => {
  const { rows } = await tx.execute<EndedRow>(sql`
    select t.id as "threadId", t.channel, t.team_id as "teamId", coalesce(r.person_id, t.assignee_id) as "personId",
      l.id as "mentionId", l.author_id as "authorId", a.native_id as "authorNativeId", l.visibility,
      coalesce(l.reading->>'language', l.language) as language,
      exists (select from identities i join contacts c on c.workspace_id = i.workspace_id and c.id = i.contact_id
        where i.workspace_id = t.workspace_id and i.author_id = l.author_id and c.consent in ('quiet', 'objected')) as objected,
      exists (select from thread_shields s where s.workspace_id = t.workspace_id and s.thread_id = t.id and s.ended_at is null)
        or exists (select from thread_mentions x join mentions m on m.workspace_id = x.workspace_id and m.id = x.mention_id
        where x.workspace_id = t.workspace_id and x.thread_id = t.id and not x.ours
          and (m.reading->>'toxic' = 'true' or m.reading->'intents' ? 'insult')) as "isHarsh",
      exists (select from askings q where q.workspace_id = t.workspace_id and q.state = 'asked'
        and q.asked_at >= ${askedSince.toISOString()}::timestamptz and (q.author_id = l.author_id or q.author_id in (
          select other.author_id from identities i
          join identities other on other.workspace_id = i.workspace_id and other.contact_id = i.contact_id
          where i.workspace_id = t.workspace_id and i.author_id = l.author_id))) as "askedRecently",
      (select c.id from case_mentions k join cases c on c.workspace_id = k.workspace_id and c.id = k.case_id
        where k.workspace_id = t.workspace_id and k.author_id = l.author_id and c.state = 'resolved'
          and k.mention_id in (select mention_id from thread_mentions x where x.workspace_id = t.workspace_id and x.thread_id = t.id)
        order by c.ended_at desc, c.id desc limit 1) as "solvedCaseId"
    from threads t
    join lateral (select m.id, m.author_id, m.visibility, m.language, m.reading from thread_mentions x
      join mentions m on m.workspace_id = x.workspace_id and m.id = x.mention_id
      where x.workspace_id = t.workspace_id and x.thread_id = t.id and not x.ours and not x.automatic and not x.removed
      order by x.said_at desc, x.mention_id desc limit 1) l on true
    join authors a on a.workspace_id = t.workspace_id and a.id = l.author_id
    left join lateral (select p.person_id from replies p
      where p.workspace_id = t.workspace_id and p.thread_id = t.id and p.state = 'sent'
      order by p.created_at desc limit 1) r on true
    where t.workspace_id = ${workspaceId} and t.id = any(${sql.param([...threadIds])}::uuid[])
      and t.status = 'done' and t.addressed and t.last_ours_at is not null`);
  return rows;
};
