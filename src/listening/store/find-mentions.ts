import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, MentionId, WatchId, WorkspaceId } from '../../platform/ids.ts';
import { mentionRevisions } from './mention-revisions.table.ts';
import { mentions } from './mentions.table.ts';
import type { Place } from './read-history.ts';

export type MentionFilter = {
  readonly channel?: string | undefined;
  readonly watch?: WatchId | undefined;
  /** Only what was said before this place of the list. */
  readonly before?: Place | undefined;
  /** Only what has all these marks (model/reading-marks.ts): of searches alone, lists have `findMarked`. */
  readonly marks?: readonly string[] | undefined;
  readonly limit: number;
};

/** Where the mentions of a list stand, the latest first. */
export const listMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  filter: MentionFilter,
): Promise<Place[]> => {
  const { channel, watch, before, limit } = filter;
  const inChannel = channel === undefined ? sql`` : sql`and m.channel = ${channel}`;
  if (watch === undefined) {
    const earlier = before
      ? sql`and (m.said_at, m.id) < (${before.saidAt}::timestamptz, ${before.id}::uuid)`
      : sql``;
    return places(
      tx,
      sql`
      select m.id, m.said_at from mentions m where m.workspace_id = ${workspaceId} ${inChannel} ${earlier}
      order by m.said_at desc nulls last, m.id desc nulls last limit ${limit}`,
    );
  }
  const earlier = before
    ? sql`and (w.said_at, w.mention_id) < (${before.saidAt}::timestamptz, ${before.id}::uuid)`
    : sql``;
  return places(
    tx,
    sql`
    select w.mention_id as id, w.said_at from watch_matches w
      join mentions m on m.workspace_id = w.workspace_id and m.id = w.mention_id
     where w.workspace_id = ${workspaceId} and w.watch_id = ${watch} ${inChannel} ${earlier}
     order by w.said_at desc nulls last, w.mention_id desc limit ${limit}`,
  );
};

/**
 * The same for what people typed: Italian stems, accents folded, phrases in quotes, words to leave out after a
 * minus; also names and handles of authors. The function runs as the owner of the tables (see its migration).
 */
export const searchMentions = (tx: Transaction, query: string, filter: MentionFilter): Promise<Place[]> =>
  places(
    tx,
    sql`
    select id, said_at from passaparola_search_mentions(${query}, ${filter.channel ?? null}, ${filter.watch ?? null}::uuid,
      ${filter.before?.saidAt ?? null}::timestamptz, ${filter.before?.id ?? null}::uuid, ${filter.limit}::integer,
      ${sql.param([...(filter.marks ?? [])])}::text[])`,
  );

const places = async (tx: Transaction, query: ReturnType<typeof sql>): Promise<Place[]> => {
  const { rows } = await tx.execute<{ id: string; said_at: string }>(query);
  return rows.map((row) => ({ id: row.id, saidAt: new Date(row.said_at).toISOString() }));
};

/** Which of these native ids we hold, each with its mention. */
export const findMentionByNative = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  nativeIds: readonly string[],
): Promise<ReadonlyMap<string, MentionId>> => {
  if (nativeIds.length === 0) return new Map();
  const rows = await tx
    .select({ nativeId: mentions.nativeId, id: mentions.id })
    .from(mentions)
    .where(
      and(
        eq(mentions.workspaceId, workspaceId),
        eq(mentions.connectionId, connectionId),
        inArray(mentions.nativeId, [...nativeIds]),
      ),
    );
  return new Map(rows.map((row) => [row.nativeId, row.id]));
};

/** How a mention read before, the latest replaced first. */
export const readRevisions = (tx: Transaction, workspaceId: WorkspaceId, mentionId: MentionId) =>
  tx
    .select({
      revision: mentionRevisions.revision,
      title: mentionRevisions.title,
      body: mentionRevisions.body,
      contentHash: mentionRevisions.contentHash,
      replacedAt: mentionRevisions.replacedAt,
    })
    .from(mentionRevisions)
    .where(and(eq(mentionRevisions.workspaceId, workspaceId), eq(mentionRevisions.mentionId, mentionId)))
    .orderBy(desc(mentionRevisions.replacedAt), desc(mentionRevisions.revision))
    .limit(200);
