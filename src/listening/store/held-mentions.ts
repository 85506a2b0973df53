import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { HeldCarriage, HeldState, RefusedAs } from '../model/held.ts';
import { heldMentions } from './held-mentions.table.ts';

export type HeldRow = typeof heldMentions.$inferSelect;

type Of = { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId };

/** What was decided of these native ids, whoever and whenever. */
export const readHeldStates = async (
  tx: Transaction,
  { workspaceId, connectionId }: Of,
  nativeIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly state: HeldState; readonly carriage: HeldCarriage | null }>> => {
  if (nativeIds.length === 0) return new Map();
  const { rows } = await tx.execute<{
    nativeId: string;
    state: HeldState;
    carriage: HeldCarriage | null;
  }>(sql`
    select native_id as "nativeId", state, carriage from held_mentions
     where workspace_id = ${workspaceId} and connection_id = ${connectionId}
       and native_id = any(${sql.param([...nativeIds])})`);
  return new Map(rows.map(({ nativeId, ...rest }) => [nativeId, rest]));
};

/** How many wait on a connection. */
export const countHeld = async (tx: Transaction, { workspaceId, connectionId }: Of): Promise<number> => {
  const { rows } = await tx.execute<{ waiting: string }>(sql`
    select count(*) as waiting from held_mentions
     where workspace_id = ${workspaceId} and connection_id = ${connectionId} and state = 'waiting'`);
  return Number(rows[0]?.waiting ?? 0);
};

/** Keeps one that waits, or what it says by now. */
export const writeHeld = async (tx: Transaction, row: typeof heldMentions.$inferInsert): Promise<void> => {
  const { raw, shown, authorNativeId, authorHandle = null, authorUrl = null } = row;
  const said = { raw, shown, authorNativeId, authorHandle, authorUrl, state: 'waiting' as const };
  await tx
    .insert(heldMentions)
    .values(row)
    .onConflictDoUpdate({
      target: [heldMentions.workspaceId, heldMentions.connectionId, heldMentions.nativeId],
      set: { ...said, decidedAt: null, decidedBy: null, refusedAs: null, carriage: null },
    });
};

/** Those of these native ids that still wait, from now on decided: nobody else decides them. */
export const decideWaiting = async (
  tx: Transaction,
  { workspaceId, connectionId }: Of,
  nativeIds: readonly string[],
  decided: {
    readonly state: 'approved' | 'refused';
    readonly refusedAs?: RefusedAs;
    readonly at: Date;
    readonly by: string | null;
    readonly carriage: HeldCarriage | null;
  },
): Promise<readonly HeldRow[]> =>
  tx
    .update(heldMentions)
    .set({
      state: decided.state,
      refusedAs: decided.refusedAs ?? null,
      decidedAt: decided.at,
      decidedBy: decided.by,
      carriage: decided.carriage,
    })
    .where(sql`workspace_id = ${workspaceId} and connection_id = ${connectionId} and state = 'waiting'
      and native_id = any(${sql.param([...nativeIds])})`)
    .returning();

/** Back to waiting. */
export const awaitAgain = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  carriage: HeldCarriage | null,
): Promise<void> => {
  await tx
    .update(heldMentions)
    .set({ state: 'waiting', refusedAs: null, decidedAt: null, decidedBy: null, carriage })
    .where(sql`workspace_id = ${workspaceId} and id = ${id}`);
};

/** Taken back by who said it, or judged on the channel itself: what it said is forgotten. */
export const endHeld = async (
  tx: Transaction,
  { workspaceId, connectionId }: Of,
  nativeIds: readonly string[],
): Promise<void> => {
  if (nativeIds.length === 0) return;
  await tx
    .update(heldMentions)
    .set({ state: 'gone', raw: null, shown: null, authorHandle: null, authorUrl: null, authorNativeId: '' })
    .where(sql`workspace_id = ${workspaceId} and connection_id = ${connectionId} and state = 'waiting'
      and native_id = any(${sql.param([...nativeIds])})`);
};

export const selectHeldByIds = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<HeldRow[]> =>
  tx
    .select()
    .from(heldMentions)
    .where(sql`workspace_id = ${workspaceId} and id = any(${sql.param([...ids])}::uuid[])`)
    .orderBy(heldMentions.connectionId, heldMentions.nativeId);

export type HeldPlace = { readonly at: string; readonly id: string };

/** One state's, the latest first. */
export const selectHeld = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  state: 'waiting' | 'refused',
  { before, limit }: { readonly before: HeldPlace | undefined; readonly limit: number },
): Promise<HeldRow[]> => {
  const after: SQL = before
    ? sql`and (received_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`
    : sql``;
  return tx
    .select()
    .from(heldMentions)
    .where(sql`workspace_id = ${workspaceId} and state = ${state} and shown is not null ${after}`)
    .orderBy(sql`received_at desc, id desc`)
    .limit(limit);
};

export const countWaitingHeld = async (tx: Transaction, workspaceId: WorkspaceId): Promise<number> => {
  const { rows } = await tx.execute<{ waiting: string }>(
    sql`select count(*) as waiting from held_mentions where workspace_id = ${workspaceId} and state = 'waiting'`,
  );
  return Number(rows[0]?.waiting ?? 0);
};

/** How the telling of the channel ended, unless something else was decided meanwhile. */
export const noteCarriage = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  row: Pick<HeldRow, 'id' | 'state'>,
  carriage: HeldCarriage,
): Promise<void> => {
  await tx
    .update(heldMentions)
    .set({ carriage })
    .where(sql`workspace_id = ${workspaceId} and id = ${row.id} and state = ${row.state}`);
};

/** Whatever these people had waiting; returns how many. `spoken` are spellings by `spokenKey`. */
export const deleteHeldOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  who: {
    readonly accounts: readonly { readonly channel: string; readonly nativeId: string }[];
    readonly spoken: readonly string[];
  },
): Promise<number> => {
  const spelled = (column: string) =>
    sql.raw(
      String.raw`regexp_replace(regexp_replace(regexp_replace(lower(trim(${column})), '^(https?://|mailto:|acct:)', ''), '^(www\.)?@?', ''), '([?#].*)?/*$', '')`,
    );
  const spoken = sql`${sql.param([...who.spoken])}::text[]`;
  const { rowCount } = await tx.execute(sql`
    delete from held_mentions h where h.workspace_id = ${workspaceId}
      and (exists (select from json_to_recordset(${JSON.stringify(who.accounts)}::json) as r(channel text, "nativeId" text)
             where r.channel = h.channel and r."nativeId" = h.author_native_id)
        or ${spelled('h.author_native_id')} = any(${spoken}) or ${spelled('h.author_handle')} = any(${spoken})
        or ${spelled('h.author_url')} = any(${spoken}))`);
  return rowCount ?? 0;
};

/** What is decided or was never looked at does not stay. Of all workspaces: runs as the installation. */
export const sweepHeld = async (
  tx: Transaction,
  before: { readonly approved: Date; readonly refusedWords: Date; readonly waiting: Date },
): Promise<void> => {
  await tx.execute(sql`
    delete from held_mentions where (state in ('approved', 'gone') and coalesce(decided_at, received_at) < ${before.approved.toISOString()}::timestamptz)
      or received_at < ${before.waiting.toISOString()}::timestamptz`);
  await tx.execute(sql`
    update held_mentions set raw = null, shown = null, author_handle = null, author_url = null, author_native_id = ''
     where state = 'refused' and shown is not null and decided_at < ${before.refusedWords.toISOString()}::timestamptz`);
};
