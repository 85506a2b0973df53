import { sql } from 'drizzle-orm';
import type { Draft } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { toInstant } from './sql-values.ts';

export type ReplyTarget = {
  readonly connectionId: ConnectionId;
  readonly threadId: ThreadId;
  readonly inReplyTo: NonNullable<Draft['inReplyTo']>;
};

type Row = {
  connectionId: string;
  threadId: string;
  nativeId: string;
  rootNativeId: string | null;
  references: readonly string[];
  context: Readonly<Record<string, string>>;
  quote: string;
  saidAt: string;
  authorNativeId: string;
  authorHandle: string | null;
  authorName: string | null;
};

/** Quoted at most, characters: nobody reads more, and mails grow by it at every turn. */
const LONGEST_QUOTE = 10_000;

/** What an answer to this mention needs to know of it; undefined when it is not there or was taken back. */
export const readReplyTarget = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionId: MentionId,
): Promise<ReplyTarget | undefined> => {
  const { rows } = await tx.execute<Row>(sql`
    select m.connection_id as "connectionId", p.thread_id as "threadId", m.native_id as "nativeId",
      m.root_native_id as "rootNativeId", m.references, m.reply_context as context,
      left(m.body, ${LONGEST_QUOTE}) as quote, m.said_at as "saidAt", a.native_id as "authorNativeId",
      a.handle as "authorHandle", a.name as "authorName"
    from mentions m
    join thread_mentions p on p.workspace_id = m.workspace_id and p.mention_id = m.id
    join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id
    where m.workspace_id = ${workspaceId} and m.id = ${mentionId} and m.removed_at is null`);
  return rows[0] && targetOf(rows[0]);
};

const targetOf = (row: Row): ReplyTarget => ({
  connectionId: row.connectionId,
  threadId: row.threadId,
  inReplyTo: {
    nativeId: row.nativeId,
    ...(row.rootNativeId === null ? {} : { rootNativeId: row.rootNativeId }),
    references: row.references,
    authorNativeId: row.authorNativeId,
    ...(row.authorHandle === null ? {} : { authorHandle: row.authorHandle }),
    ...(row.authorName === null ? {} : { authorName: row.authorName }),
    ...(row.quote === '' ? {} : { quote: row.quote }),
    saidAt: toInstant(row.saidAt),
    context: row.context,
  },
});
