import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { type CompiledWatches, compileWatches } from '../model/match-watch.ts';
import { readActiveWatches } from '../store/read-watches.ts';

/** Says in every process that the watches of a workspace are not what they were; the payload is its id. */
export const WATCHES_SIGNAL = 'passaparola_watches';

type Cache = Map<WorkspaceId, Promise<CompiledWatches>>;

const caches = new WeakMap<object, Promise<Cache>>();

/** The compiled watches of a workspace: compiled once, again after a change in any process. */
export const watchesOf = async (
  platform: Pick<Platform, 'database' | 'signals'>,
  workspaceId: WorkspaceId,
): Promise<CompiledWatches> => {
  const cache = await cacheOf(platform);
  const known = cache.get(workspaceId);
  if (known) return known;
  const loading = platform.database
    .inWorkspace(workspaceId, (tx) => readActiveWatches(tx, workspaceId))
    .then(compileWatches);
  cache.set(workspaceId, loading);
  loading.catch(() => cache.delete(workspaceId));
  return loading;
};

/** Call it in the transaction of the change: the others hear of it with the commit. */
export const signalWatchChange = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_notify(${WATCHES_SIGNAL}, ${workspaceId})`);
};

/** For this process at once, after the commit: the signal takes a moment to come round. */
export const forgetWatches = async (
  platform: Pick<Platform, 'database' | 'signals'>,
  workspaceId: WorkspaceId,
): Promise<void> => {
  (await cacheOf(platform)).delete(workspaceId);
};

const cacheOf = (platform: Pick<Platform, 'database' | 'signals'>): Promise<Cache> => {
  const known = caches.get(platform.database);
  if (known) return known;
  const made = makeCache(platform);
  caches.set(platform.database, made);
  made.catch(() => caches.delete(platform.database));
  return made;
};

const makeCache = async (platform: Pick<Platform, 'signals'>): Promise<Cache> => {
  const cache: Cache = new Map();
  await platform.signals.on(WATCHES_SIGNAL, (workspaceId) => {
    if (workspaceId === '') cache.clear();
    else cache.delete(workspaceId);
  });
  return cache;
};
