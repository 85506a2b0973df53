import { and, asc, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { connections } from './connections.table.ts';

export type Ending = { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId };

/** Connections of all companies whose permission ends before then: runs as the installation. The nearest first. */
export const selectEnding = (tx: Transaction, before: Date): Promise<readonly Ending[]> =>
  tx
    .select({ workspaceId: connections.workspaceId, connectionId: connections.id })
    .from(connections)
    .where(
      and(
        isNull(connections.removedAt),
        isNotNull(connections.expiresAt),
        lte(connections.expiresAt, before),
      ),
    )
    .orderBy(asc(connections.expiresAt));
