import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { SUBJECT_WINDOW_MS, subjectKey } from '../model/subject-key.ts';
import { linkKeys } from '../model/thread-key.ts';
import type { KnownThreads, MentionFacts, SubjectNeighbour, ThreadKey } from '../model/thread-plan.ts';
import { records, toDate, uuids } from './sql-values.ts';

/** What the tables know already about the mentions of a batch: three look-ups by index, whatever its size. */
export const readKnownThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  batch: readonly MentionFacts[],
): Promise<KnownThreads> => ({
  keys: await readKeys(tx, workspaceId, batch),
  ...(await readPlaces(tx, workspaceId, batch)),
  neighbours: await readNeighbours(tx, workspaceId, batch),
});

/** Where the batch's mentions stand already (the edited and the taken back), and which of them were taken back by then. */
const readPlaces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  batch: readonly MentionFacts[],
): Promise<Pick<KnownThreads, 'threadOfMention' | 'removed'>> => {
  const { rows } = await tx.execute<{
    mentionId: MentionId;
    threadId: ThreadId;
    removed: boolean;
  }>(sql`${kept}
    select m.mention_id as "mentionId", m.thread_id as "threadId", m.removed
    from unnest(${uuids(batch.map(({ id }) => id))}) w(id)
    cross join lateral (
      select * from thread_mentions m where m.workspace_id = ${workspaceId} and m.mention_id = w.id limit 1
    ) m`);
  return {
    threadOfMention: new Map(rows.map((row) => [row.mentionId, row.threadId])),
    removed: new Set(rows.filter((row) => row.removed).map((row) => row.mentionId)),
  };
};

const readKeys = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  batch: readonly MentionFacts[],
): Promise<readonly ThreadKey[]> => {
  const wanted = batch.flatMap((mention) =>
    linkKeys(mention).map((key) => ({ connectionId: mention.connectionId, key })),
  );
  const { rows } = await tx.execute<ThreadKey>(sql`${kept}
    select k.connection_id as "connectionId", k.key, k.thread_id as "threadId"
    from (
      select distinct "connectionId" as connection_id, key from ${rowsOf(wanted, { connectionId: 'uuid', key: 'text' }, 'w')}
    ) w
    cross join lateral (
      select * from thread_keys k
      where k.workspace_id = ${workspaceId} and k.connection_id = w.connection_id and k.key = w.key limit 1
    ) k`);
  return rows;
};

/** Of a subject only those near enough in time, and a hundred at most: more is a newsletter. */
const readNeighbours = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  batch: readonly MentionFacts[],
): Promise<readonly SubjectNeighbour[]> => {
  const wanted = batch.flatMap((mention) => {
    const key = subjectKey(mention);
    return key === null ? [] : [{ subject_key: key, said_at: mention.saidAt }];
  });
  if (wanted.length === 0) return [];
  const days = SUBJECT_WINDOW_MS / 86_400_000;
  const { rows } = await tx.execute<Omit<SubjectNeighbour, 'saidAt'> & { saidAt: string }>(sql`
    select n.subject_key as "subjectKey", n.orphan, n.said_at as "saidAt", n.thread_id as "threadId"
    from (
      select subject_key, min(said_at) - make_interval(days => ${days}) as earliest,
        max(said_at) + make_interval(days => ${days}) as latest
      from json_to_recordset(${records(wanted)}) as w(subject_key text, said_at timestamptz)
      group by subject_key
    ) w
    cross join lateral (
      select t.subject_key, t.orphan, t.said_at, t.thread_id from thread_mentions t
      where t.workspace_id = ${workspaceId} and t.subject_key = w.subject_key
        and t.said_at between w.earliest and w.latest
      order by t.said_at desc
      limit 100
    ) n`);
  return rows.map((row) => ({ ...row, saidAt: toDate(row.saidAt) }));
};
