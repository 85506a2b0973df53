import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { isOrphanReply, subjectKey } from '../model/subject-key.ts';
import type { KnownThreads, MentionFacts, ThreadPlan } from '../model/thread-plan.ts';

/** Writes new keys and puts the batch's mentions in their places; the threads and their summaries are `refreshThreads`' work. */
export const writeThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  plan: ThreadPlan,
  known: Pick<KnownThreads, 'threadOfMention'>,
  batch: readonly MentionFacts[],
): Promise<void> => {
  await insertKeys(tx, workspaceId, plan);
  const isPlaced = ({ id }: MentionFacts) => known.threadOfMention.has(id);
  await writePlaces(
    tx,
    workspaceId,
    plan,
    batch.filter((mention) => !isPlaced(mention)),
    'none',
  );
  await writePlaces(tx, workspaceId, plan, batch.filter(isPlaced), 'earlier');
};

const insertKeys = async (tx: Transaction, workspaceId: WorkspaceId, plan: ThreadPlan) => {
  if (plan.newKeys.length === 0) return;
  await tx.execute(sql`${kept}
    insert into thread_keys (workspace_id, connection_id, key, thread_id)
    select ${workspaceId}::uuid, "connectionId", key, "threadId"
    from ${rowsOf(plan.newKeys, { connectionId: 'uuid', key: 'text', threadId: 'uuid' })}`);
};

const asItStandsNow = sql`on conflict (workspace_id, mention_id) do update set
  said_at = excluded.said_at, ours = excluded.ours, addressed = excluded.addressed,
  matched = excluded.matched, automatic = excluded.automatic, removed = excluded.removed`;

const places = {
  mention_id: 'uuid',
  thread_id: 'uuid',
  said_at: 'timestamptz',
  ours: 'boolean',
  addressed: 'boolean',
  matched: 'boolean',
  automatic: 'boolean',
  removed: 'boolean',
  subject_key: 'text',
  orphan: 'boolean',
} as const;

const writePlaces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  plan: ThreadPlan,
  batch: readonly MentionFacts[],
  before: 'none' | 'earlier',
) => {
  if (batch.length === 0) return;
  const rows = batch.map((mention) => ({
    mention_id: mention.id,
    thread_id: plan.threadOfMention.get(mention.id),
    said_at: mention.saidAt,
    ours: mention.ours,
    addressed: mention.addressed,
    matched: mention.matched,
    automatic: mention.automatic,
    removed: mention.removed,
    subject_key: subjectKey(mention),
    orphan: isOrphanReply(mention),
  }));
  await tx.execute(sql`${kept}
    insert into thread_mentions (workspace_id, mention_id, thread_id, said_at, ours, addressed, matched, automatic,
      removed, subject_key, orphan)
    select ${workspaceId}::uuid, mention_id, thread_id, said_at, ours, addressed, matched, automatic, removed,
      subject_key, orphan
    from ${rowsOf(rows, places)}
    ${before === 'none' ? sql`` : asItStandsNow}`);
};
