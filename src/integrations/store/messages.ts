import { and, asc, desc, eq, gte, lt, lte, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { MessageKind } from '../model/event-types.ts';
import { webhookMessages } from './webhook-messages.table.ts';

/** One attempt as it is kept: `status` null when no answer came, `excerpt` the beginning of the answer. */
export type Try = {
  readonly at: string;
  readonly status: number | null;
  readonly ms: number;
  readonly problem: string | null;
  readonly excerpt: string;
};

type Row = typeof webhookMessages.$inferSelect;
export type Message = Omit<Row, 'kind' | 'data' | 'tries'> & {
  readonly kind: MessageKind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly tries: readonly Try[];
};

/** The latest attempts that are kept of a message. */
export const MOST_TRIES = 20;
/** What one wish to send again may bring back. */
const MOST_REPLAYED = 10_000;

export type NewMessage = Pick<Message, 'id' | 'endpointId' | 'number' | 'kind' | 'data' | 'happenedAt'>;

/** One insert, however many. They are due at once. */
export const insertMessages = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  messages: readonly NewMessage[],
  now: Date,
): Promise<void> => {
  if (messages.length === 0) return;
  const at = now.toISOString();
  await tx.execute(sql`
    insert into webhook_messages (workspace_id, id, endpoint_id, number, kind, data, happened_at, state, started_at, due_at)
    select ${workspaceId}::uuid, id, "endpointId", number::bigint, kind, data, "happenedAt", 'waiting', ${at}::timestamptz, ${at}::timestamptz
    from ${rowsOf(
      messages.map((one) => ({ ...one, number: String(one.number) })),
      {
        id: 'uuid',
        endpointId: 'uuid',
        number: 'text',
        kind: 'text',
        data: 'jsonb',
        happenedAt: 'timestamptz',
      },
    )}`);
};

const ofEndpoint = (workspaceId: WorkspaceId, endpointId: string) =>
  and(eq(webhookMessages.workspaceId, workspaceId), eq(webhookMessages.endpointId, endpointId));

const asMessage = (row: Row): Message => row as Message;

/** The first in order of those that are due. */
export const nextDue = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  endpointId: string,
  now: Date,
): Promise<Message | null> => {
  const [row] = await tx
    .select()
    .from(webhookMessages)
    .where(
      and(
        ofEndpoint(workspaceId, endpointId),
        eq(webhookMessages.state, 'waiting'),
        lte(webhookMessages.dueAt, now),
      ),
    )
    .orderBy(asc(webhookMessages.number))
    .limit(1);
  return row ? asMessage(row) : null;
};

/** When the next one is due; null when none waits. */
export const nextDueAt = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  endpointId: string,
): Promise<Date | null> => {
  const [row] = await tx
    .select({ dueAt: webhookMessages.dueAt })
    .from(webhookMessages)
    .where(and(ofEndpoint(workspaceId, endpointId), eq(webhookMessages.state, 'waiting')))
    .orderBy(asc(webhookMessages.dueAt))
    .limit(1);
  return row?.dueAt ?? null;
};

/** Writes an attempt down, unless the message was settled or sent round again in the meantime. */
export const updateMessage = async (
  tx: Transaction,
  { workspaceId, id, attempts }: Pick<Message, 'workspaceId' | 'id' | 'attempts'>,
  change: Partial<Pick<Message, 'state' | 'attempts' | 'dueAt' | 'settledAt'>> & {
    readonly tries: readonly Try[];
  },
): Promise<void> => {
  await tx
    .update(webhookMessages)
    .set(change)
    .where(
      and(
        eq(webhookMessages.workspaceId, workspaceId),
        eq(webhookMessages.id, id),
        eq(webhookMessages.state, 'waiting'),
        eq(webhookMessages.attempts, attempts),
      ),
    );
};

/** Those that have waited since before then are given up; how many. */
export const giveUpOlder = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  endpointId: string,
  { before, now }: { readonly before: Date; readonly now: Date },
): Promise<number> =>
  (
    await tx
      .update(webhookMessages)
      .set({ state: 'failed', settledAt: now, dueAt: null })
      .where(
        and(
          ofEndpoint(workspaceId, endpointId),
          eq(webhookMessages.state, 'waiting'),
          lt(webhookMessages.startedAt, before),
        ),
      )
      .returning({ id: webhookMessages.id })
  ).length;

/** Nothing more is sent of what waits. */
export const dropWaiting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  endpointId: string,
  now: Date,
): Promise<void> => {
  await tx
    .update(webhookMessages)
    .set({ state: 'dropped', settledAt: now, dueAt: null })
    .where(and(ofEndpoint(workspaceId, endpointId), eq(webhookMessages.state, 'waiting')));
};

export type Replay = { readonly messageId: string } | { readonly from: Date; readonly to: Date };

/** Sends settled messages round again, under their old ids and numbers; how many. */
export const replayMessages = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  endpointId: string,
  wish: Replay,
  now: Date,
): Promise<number> => {
  const which =
    'messageId' in wish
      ? eq(webhookMessages.id, wish.messageId)
      : and(gte(webhookMessages.happenedAt, wish.from), lte(webhookMessages.happenedAt, wish.to));
  const chosen = tx
    .select({ id: webhookMessages.id })
    .from(webhookMessages)
    .where(and(ofEndpoint(workspaceId, endpointId), ne(webhookMessages.state, 'waiting'), which))
    .orderBy(asc(webhookMessages.number))
    .limit(MOST_REPLAYED);
  const rows = await tx
    .update(webhookMessages)
    .set({ state: 'waiting', attempts: 0, startedAt: now, dueAt: now, settledAt: null })
    .where(and(ofEndpoint(workspaceId, endpointId), sql`${webhookMessages.id} in (${chosen})`))
    .returning({ id: webhookMessages.id });
  return rows.length;
};

/** The log, the latest first; `before` is the number of the last one above. */
export const selectMessages = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  endpointId: string,
  page: { readonly before?: number | undefined; readonly state?: string | undefined; readonly limit: number },
): Promise<readonly Message[]> => {
  const rows = await tx
    .select()
    .from(webhookMessages)
    .where(
      and(
        ofEndpoint(workspaceId, endpointId),
        page.before ? lt(webhookMessages.number, page.before) : undefined,
        page.state ? eq(webhookMessages.state, page.state) : undefined,
      ),
    )
    .orderBy(desc(webhookMessages.number))
    .limit(page.limit);
  return rows.map(asMessage);
};

/** The log is kept for a while, of all companies. */
export const deleteSettledBefore = async (tx: Transaction, before: Date): Promise<void> => {
  await tx.delete(webhookMessages).where(lt(webhookMessages.settledAt, before));
};
