import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { arrayText, rowsOf } from '../../platform/db/rows.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { FirstSummary } from '../model/first-summary.ts';
import type { NewThread } from '../model/thread-plan.ts';

/** Makes threads, each with its summary: written once, not made and then corrected in every index. */
export const insertThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threads: readonly (NewThread & FirstSummary)[],
): Promise<void> => {
  if (threads.length === 0) return;
  const rows = threads.map(({ reading, ...thread }) => ({
    ...thread,
    ...reading,
    intents: reading && arrayText(reading.intents),
  }));
  await tx.execute(sql`${kept}
    insert into threads (workspace_id, id, connection_id, channel, root_native_id, mention_count, addressed, matched,
      last_theirs_at, last_ours_at, last_activity_at, waiting_for, subject, preview, author_id, author_name,
      author_handle, author_avatar_url, polarity, intents, urgency, needs_reply, toxic, unsure)
    select ${workspaceId}::uuid, id, "connectionId", channel, "rootKey", "mentionCount", addressed, matched,
      "lastTheirsAt", "lastOursAt", "lastActivityAt", "waitingFor", subject, preview, "authorId", "authorName",
      "authorHandle", "authorAvatarUrl", polarity, intents::text[], urgency, "needsReply", toxic, unsure
    from ${rowsOf(rows, columns)}`);
};

const columns = {
  id: 'uuid',
  connectionId: 'uuid',
  channel: 'text',
  rootKey: 'text',
  mentionCount: 'integer',
  addressed: 'boolean',
  matched: 'boolean',
  lastTheirsAt: 'timestamptz',
  lastOursAt: 'timestamptz',
  lastActivityAt: 'timestamptz',
  waitingFor: 'text',
  subject: 'text',
  preview: 'text',
  authorId: 'uuid',
  authorName: 'text',
  authorHandle: 'text',
  authorAvatarUrl: 'text',
  polarity: 'text',
  intents: 'text',
  urgency: 'real',
  needsReply: 'boolean',
  toxic: 'boolean',
  unsure: 'boolean',
} as const;
