import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WatchId, WorkspaceId } from '../../platform/ids.ts';
import type { WatchRule } from '../model/match-watch.ts';
import { termsOfQuery } from '../model/query-of-terms.ts';
import type { WatchView } from '../model/watch-view.ts';
import { watchMatches } from './watch-matches.table.ts';
import { watches } from './watches.table.ts';

const MOST_WATCHES = 500;

/** The watches of a workspace, or one of them, with how much they hear. */
export const selectWatches = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
  id?: WatchId,
): Promise<WatchView[]> => {
  const monthAgo = new Date(now.getTime() - 30 * 24 * 3600 * 1000).toISOString();
  const ofWatch = sql`${watchMatches.workspaceId} = ${watches.workspaceId} and ${watchMatches.watchId} = ${watches.id}`;
  const rows = await tx
    .select({
      watch: watches,
      matchCount30d: sql<string>`(select count(*) from ${watchMatches} where ${ofWatch} and ${watchMatches.saidAt} > ${monthAgo}::timestamptz)`,
      lastMatchAt: sql<
        string | null
      >`(select max(${watchMatches.saidAt}) from ${watchMatches} where ${ofWatch})`,
    })
    .from(watches)
    .where(
      and(
        eq(watches.workspaceId, workspaceId),
        isNull(watches.removedAt),
        id === undefined ? undefined : eq(watches.id, id),
      ),
    )
    .orderBy(asc(watches.createdAt), asc(watches.id))
    .limit(MOST_WATCHES);
  return rows.map(({ watch, matchCount30d, lastMatchAt }) => ({
    id: watch.id,
    name: watch.name,
    query: watch.query,
    ...listsOf(watch.query),
    about: watch.about,
    purpose: watch.purpose,
    balancing: watch.balancing,
    basisAt: watch.basisAt.toISOString(),
    state: watch.state,
    matchCount30d: Number(matchCount30d),
    lastMatchAt: lastMatchAt === null ? null : new Date(lastMatchAt).toISOString(),
    createdAt: watch.createdAt.toISOString(),
  }));
};

const listsOf = (query: string): Pick<WatchView, 'terms' | 'except'> => {
  const { terms, except } = termsOfQuery(query);
  return { terms: [...terms], except: [...except] };
};

export const insertWatch = async (tx: Transaction, watch: typeof watches.$inferInsert): Promise<void> => {
  await tx.insert(watches).values(watch);
};

/** False when there is no such watch. */
export const updateWatch = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: WatchId,
  change: Partial<typeof watches.$inferInsert>,
): Promise<boolean> => {
  const rows = await tx
    .update(watches)
    .set(change)
    .where(and(eq(watches.workspaceId, workspaceId), eq(watches.id, id), isNull(watches.removedAt)))
    .returning({ id: watches.id });
  return rows.length > 0;
};

/** The watch if it still listens and is as it was at `version` (its `updatedAt`, ISO 8601). */
export const findWatchVersion = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: WatchId,
  version: string,
): Promise<WatchRule | undefined> => {
  const [row] = await tx
    .select({
      id: watches.id,
      query: watches.query,
      updatedAt: watches.updatedAt,
      state: watches.state,
    })
    .from(watches)
    .where(and(eq(watches.workspaceId, workspaceId), eq(watches.id, id), isNull(watches.removedAt)));
  return row?.state === 'active' && row.updatedAt.toISOString() === version ? row : undefined;
};

export const deleteMatchesOfWatch = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: WatchId,
): Promise<void> => {
  await tx
    .delete(watchMatches)
    .where(and(eq(watchMatches.workspaceId, workspaceId), eq(watchMatches.watchId, id)));
};
