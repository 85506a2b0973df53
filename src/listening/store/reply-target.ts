import { and, eq } from 'drizzle-orm';
import type { Draft } from '../../channels/contract.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, MentionId, WorkspaceId } from '../../platform/ids.ts';
import { authors } from './authors.table.ts';
import { mentions } from './mentions.table.ts';

/** A mention as an answer to it needs it. */
export type ReplyTarget = {
  readonly connectionId: ConnectionId;
  readonly channel: string;
  readonly inReplyTo: NonNullable<Draft['inReplyTo']>;
  /** Taken back: there is nothing to answer any more. */
  readonly removed: boolean;
  readonly ours: boolean;
};

export const replyTarget = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionId: MentionId,
): Promise<ReplyTarget | undefined> => {
  const [row] = await tx
    .select({ mention: mentions, author: authors })
    .from(mentions)
    .innerJoin(authors, and(eq(authors.workspaceId, mentions.workspaceId), eq(authors.id, mentions.authorId)))
    .where(and(eq(mentions.workspaceId, workspaceId), eq(mentions.id, mentionId)));
  if (!row) return undefined;
  const { mention, author } = row;
  return {
    connectionId: mention.connectionId,
    channel: mention.channel,
    removed: mention.removedAt !== null,
    ours: mention.ours,
    inReplyTo: {
      nativeId: mention.nativeId,
      ...(mention.rootNativeId === null ? {} : { rootNativeId: mention.rootNativeId }),
      references: mention.references,
      authorNativeId: author.nativeId,
      ...(author.handle === null ? {} : { authorHandle: author.handle }),
      ...(author.name === null ? {} : { authorName: author.name }),
      ...(mention.body === '' ? {} : { quote: mention.body }),
      saidAt: mention.saidAt.toISOString(),
      context: mention.replyContext,
    },
  };
};
