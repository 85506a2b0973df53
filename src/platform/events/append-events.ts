import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { newId, type WorkspaceId } from '../ids.ts';
import { outboxEvents } from './outbox-events.table.ts';

export const OUTBOX_SIGNAL = 'passaparola_outbox';

export type NewEvent = { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> };

/** Tells the rooms above, in the same transaction as the change itself: both happen or neither does. */
export const appendEvents = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  events: readonly NewEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  await tx.insert(outboxEvents).values(events.map((event) => ({ workspaceId, id: newId(), ...event })));
  await tx.execute(sql`select pg_notify(${OUTBOX_SIGNAL}, '')`);
};
