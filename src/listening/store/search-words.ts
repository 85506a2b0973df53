import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** Mentions whose words are gathered: the latest. */
const LATEST = 200_000;
/** Words of fewer mentions are not kept: they are slips themselves, or somebody's own. */
const FEWEST_MENTIONS = 3;

/** Companies that have heard something since their words were gathered, or whose words are older than `olderThan`. */
export const workspacesWithNewWords = async (
  tx: Transaction,
  times: { readonly olderThan: Date; readonly renewAfter: Date },
): Promise<readonly WorkspaceId[]> => {
  const { rows } = await tx.execute<{ id: WorkspaceId }>(sql`
    select w.id from workspaces w
      left join listening_memory k on k.workspace_id = w.id
      cross join lateral (
        select m.id from mentions m where m.workspace_id = w.id order by m.id desc limit 1) latest
     where k.words_at is null or k.words_at < ${times.olderThan.toISOString()}::timestamptz
        or (k.words_at < ${times.renewAfter.toISOString()}::timestamptz and k.words_until is distinct from latest.id)
     order by k.words_at nulls first`);
  return rows.map(({ id }) => id);
};

/** Makes a company's list of words anew. Words that only few have said are not in it. */
export const gatherWords = async (tx: Transaction, workspaceId: WorkspaceId, now: Date): Promise<void> => {
  await tx.execute(sql`
    with latest as (
      select s.word, s.ndoc from ts_stat('select search from mentions where workspace_id = '
        || quote_literal(${workspaceId}::uuid::text)
        || ' and removed_at is null order by said_at desc nulls last, id desc nulls last limit ' || ${LATEST}::int) s
       where s.ndoc >= ${FEWEST_MENTIONS} and length(s.word) between 3 and 24 and s.word ~ '^[[:alpha:]]+$'),
    gone as (
      delete from search_words w where w.workspace_id = ${workspaceId}
        and not exists (select from latest l where l.word = w.word))
    insert into search_words as w (workspace_id, word, mentions)
    select ${workspaceId}::uuid, word, ndoc from latest
    on conflict (workspace_id, word) do update set mentions = excluded.mentions where w.mentions <> excluded.mentions`);
  await tx.execute(sql`
    insert into listening_memory (workspace_id, words_at, words_until)
    select ${workspaceId}::uuid, ${now.toISOString()}::timestamptz,
      (select m.id from mentions m where m.workspace_id = ${workspaceId} order by m.id desc limit 1)
    on conflict (workspace_id) do update set words_at = excluded.words_at, words_until = excluded.words_until`);
};
