import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { StoredReading } from '../model/stored-reading.ts';
import { deleteMarks, writeMarks } from './write-marks.ts';

/** A text of others with what was read in it. `saidAt` is ISO 8601. */
export type ReadableText = {
  readonly id: MentionId;
  readonly channel: string;
  readonly revision: string;
  readonly title: string | null;
  readonly body: string;
  readonly language: string | null;
  readonly saidAt: string;
  readonly reading: StoredReading | null;
};

const columns = sql`m.id, m.channel, m.revision, m.title, m.body, m.language, m.said_at as "saidAt", m.reading`;
/** What can be read: others' words, by a person, that are still there. */
const readable = sql`not m.ours and m.automatic is null and m.removed_at is null and (m.body <> '' or m.title is not null)`;
const uncorrected = sql`(m.reading is null or m.reading->'corrected' is null)`;

/** These mentions, as far as they can be read; with `lock` they stay as they are until the commit. */
export const readTexts = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
  lock?: 'lock',
): Promise<readonly ReadableText[]> =>
  textsOf(
    tx,
    sql`select ${columns} from mentions m
      where m.workspace_id = ${workspaceId} and m.id = any(${sql.param([...ids])}::uuid[]) and ${readable}
      order by m.id ${lock ? sql`for update` : sql``}`,
  );

/** The latest texts that nobody has corrected, the latest first. */
export const latestTexts = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: { readonly limit: number; readonly since?: Date },
): Promise<readonly ReadableText[]> =>
  textsOf(
    tx,
    sql`select ${columns} from mentions m
      where m.workspace_id = ${workspaceId} and ${readable} and ${uncorrected}
        ${asked.since ? sql`and m.said_at >= ${asked.since.toISOString()}::timestamptz` : sql``}
      order by m.said_at desc nulls last, m.id desc nulls last limit ${asked.limit}`,
  );

/** The latest uncorrected texts with this mark, the latest first. */
export const latestMarked = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: { readonly mark: string; readonly limit: number; readonly since: Date },
): Promise<readonly ReadableText[]> =>
  textsOf(
    tx,
    sql`select ${columns} from (
        select k.mention_id from mention_marks k where k.workspace_id = ${workspaceId} and k.mark = ${asked.mark}
          and k.said_at >= ${asked.since.toISOString()}::timestamptz
        order by k.said_at desc, k.mention_id desc limit ${asked.limit}
      ) k join mentions m on m.workspace_id = ${workspaceId} and m.id = k.mention_id
      where ${readable} and ${uncorrected} order by m.said_at desc, m.id desc`,
  );

/** The latest texts that have not been read, older than `before`, the latest first: kept before there were readings. */
export const latestUnread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: { readonly before: MentionId | null; readonly limit: number },
): Promise<readonly MentionId[]> => {
  const { rows } = await tx.execute<{ id: MentionId }>(
    sql`select m.id from mentions m
      where m.workspace_id = ${workspaceId} and m.reading is null and ${readable}
        ${asked.before ? sql`and m.id < ${asked.before}::uuid` : sql``}
      order by m.id desc limit ${asked.limit}`,
  );
  return rows.map(({ id }) => id);
};

/** Those of these mentions that nobody has corrected; who is being changed by another is left alone. */
export const holdUncorrected = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<readonly ReadableText[]> =>
  textsOf(
    tx,
    sql`select ${columns} from mentions m
      where m.workspace_id = ${workspaceId} and m.id = any(${sql.param([...ids])}::uuid[])
        and ${readable} and ${uncorrected}
      order by m.id for update skip locked`,
  );

/** Keeps other readings of mentions, and lists them by those. */
export const writeReadings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  readings: readonly { readonly id: MentionId; readonly saidAt: string; readonly reading: StoredReading }[],
): Promise<void> => {
  if (readings.length === 0) return;
  await tx.execute(sql`
    update mentions m set reading = r."reading"
      from json_to_recordset(${JSON.stringify(readings)}::json) as r("id" uuid, "reading" jsonb)
     where m.workspace_id = ${workspaceId} and m.id = r."id"`);
  await deleteMarks(
    tx,
    workspaceId,
    readings.map(({ id }) => id),
  );
  await writeMarks(tx, workspaceId, readings);
};

const textsOf = async (tx: Transaction, query: SQL): Promise<readonly ReadableText[]> => {
  const { rows } = await tx.execute<ReadableText & Record<string, unknown>>(query);
  return rows.map((row) => ({ ...row, saidAt: new Date(row.saidAt).toISOString() }));
};
