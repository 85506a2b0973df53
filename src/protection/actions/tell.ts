import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';

/** Tells the open screens. Last in the transaction. */
export const tellOfReport = (tx: Transaction, workspaceId: WorkspaceId, reportId: string): Promise<void> =>
  appendLive(tx, workspaceId, [{ kind: 'protection.changed', payload: { reportId } }]);

/** `threadId` is told as a changed thread too: it appears or goes from lists. */
export const tellOfShields = (tx: Transaction, workspaceId: WorkspaceId, threadId: string): Promise<void> =>
  appendLive(tx, workspaceId, [
    { kind: 'shield.changed', payload: { threadId } },
    { kind: 'thread.changed', payload: { threadId, reason: 'shield' } },
  ]);
