import { setImmediate as whenFree } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { type AllWatches, createAllWatches } from '../model/all-watches.ts';
import type { CompiledWatches, WatchRule } from '../model/match-watch.ts';
import { readActiveWatches } from '../store/read-watches.ts';

/** Says in every process that the watches of a workspace are not what they were; the payload is its id. */
export const WATCHES_SIGNAL = 'passaparola_watches';

/** One index for the watches of all workspaces, and what each knows of it. */
type Ears = {
  readonly all: AllWatches;
  readonly known: Map<WorkspaceId, Promise<CompiledWatches>>;
  /** A workspace's changes come one after another: an older reading never overtakes a newer one. */
  readonly turns: Map<WorkspaceId, Promise<unknown>>;
};

type Ground = Pick<Platform, 'database' | 'signals'>;

const ears = new WeakMap<object, Promise<Ears>>();

/** Watches taken between two looks at what else waits: parsing one takes some microseconds. */
const AT_ONCE = 200;

/** The watches of a workspace: read once, and after a change in any process; only what changed is taken up anew. */
export const watchesOf = async (platform: Ground, workspaceId: WorkspaceId): Promise<CompiledWatches> => {
  const mine = await earsOf(platform);
  const known = mine.known.get(workspaceId);
  if (known) return known;
  const turn = (mine.turns.get(workspaceId) ?? Promise.resolve()).catch(() => {});
  const loading = turn.then(async () => {
    const rules = await platform.database.inWorkspace(workspaceId, (tx) =>
      readActiveWatches(tx, workspaceId),
    );
    return takeInSteps(mine.all, workspaceId, rules);
  });
  mine.known.set(workspaceId, loading);
  mine.turns.set(workspaceId, loading);
  loading.catch(() => mine.known.delete(workspaceId));
  return loading;
};

const takeInSteps = async (
  all: AllWatches,
  workspaceId: WorkspaceId,
  rules: readonly WatchRule[],
): Promise<CompiledWatches> => {
  const steps = all.take(workspaceId, rules);
  for (let taken = 1; ; taken += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (taken % AT_ONCE === 0) await whenFree();
  }
};

/** Call it in the transaction of the change: the others hear of it with the commit. */
export const signalWatchChange = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_notify(${WATCHES_SIGNAL}, ${workspaceId})`);
};

/** For this process at once, after the commit: the signal takes a moment to come round. */
export const forgetWatches = async (platform: Ground, workspaceId: WorkspaceId): Promise<void> => {
  (await earsOf(platform)).known.delete(workspaceId);
};

const earsOf = (platform: Ground): Promise<Ears> => {
  const known = ears.get(platform.database);
  if (known) return known;
  const made = makeEars(platform);
  ears.set(platform.database, made);
  made.catch(() => ears.delete(platform.database));
  return made;
};

const makeEars = async (platform: Pick<Platform, 'signals'>): Promise<Ears> => {
  const made: Ears = { all: createAllWatches(), known: new Map(), turns: new Map() };
  await platform.signals.on(WATCHES_SIGNAL, (workspaceId) => {
    if (workspaceId === '') made.known.clear();
    else made.known.delete(workspaceId);
  });
  return made;
};
