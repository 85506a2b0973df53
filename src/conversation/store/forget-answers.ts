import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/**
 * Our words to whoever asked to be forgotten (GDPR art. 17): an answer repeats a name, an order, an address. Answers that went
 * out, and those that wait for somebody, lose their wording and every wording they had; notes and drafts of conversations in
 * which nobody else speaks go too. That there was an answer, by whom and when, stays: figures are made of it. What is just
 * leaving is left to its worker. Before the mentions leave their threads.
 */
export const forgetAnswers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
  now: Date,
): Promise<void> => {
  if (ids.length === 0) return;
  const gone = uuids(ids);
  await tx.execute(sql`
    with emptied as (
      update replies set body = '', options = '{}', media = '[]', draft = null, problem = null,
        state = case when state in ('waiting', 'returned') then 'undone' else state end
      where workspace_id = ${workspaceId} and mention_id = any(${gone}) and state not in ('held', 'sending', 'unknown')
      returning id)
    update reply_versions v set body = '', options = '{}', media = '[]', comment = ''
      from emptied e where v.workspace_id = ${workspaceId} and v.reply_id = e.id`);
  const alone = sql`(
    select distinct tm.thread_id from thread_mentions tm
     where tm.workspace_id = ${workspaceId} and tm.mention_id = any(${gone})
       and not exists (
         select from thread_mentions o join mentions m on m.workspace_id = o.workspace_id and m.id = o.mention_id
          where o.workspace_id = tm.workspace_id and o.thread_id = tm.thread_id and not m.ours))`;
  await tx.execute(sql`
    update notes set body = '', removed_at = coalesce(removed_at, ${now.toISOString()}::timestamptz)
    where workspace_id = ${workspaceId} and thread_id in ${alone}`);
  await tx.execute(sql`delete from drafts where workspace_id = ${workspaceId} and thread_id in ${alone}`);
};
