import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { WatchRule } from '../model/match-watch.ts';
import { watches } from './watches.table.ts';

/** The watches that listen now. */
export const readActiveWatches = (tx: Transaction, workspaceId: WorkspaceId): Promise<WatchRule[]> =>
  tx
    .select({ id: watches.id, query: watches.query })
    .from(watches)
    .where(and(eq(watches.workspaceId, workspaceId), eq(watches.state, 'active'), isNull(watches.removedAt)))
    .orderBy(asc(watches.id));
