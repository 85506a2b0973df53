import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { alertKinds, USUAL_REACH, usualKinds } from '../model/kinds.ts';
import {
  type AlertRule,
  deleteRulesOf,
  insertRules,
  readRules,
  readWatchNames,
  type WatchedName,
} from '../store/rules.ts';

/** Each watch has a rule of each kind, the usual ones on; those of watches that are no more go. Gives the watches. */
export const ensureRules = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly WatchedName[]> => {
  const watches = await readWatchNames(tx, workspaceId);
  const rules = await readRules(tx, workspaceId);
  const known = new Set(rules.map(({ watchId, kind }) => `${watchId} ${kind}`));
  const missing = watches.flatMap((watch) =>
    alertKinds
      .filter((kind) => !known.has(`${watch.id} ${kind}`))
      .map(
        (kind): AlertRule => ({
          workspaceId,
          id: newId(),
          watchId: watch.id,
          kind,
          falseAlarms: kind === 'silence' ? 'quarter' : 'month',
          leastReach: USUAL_REACH,
          state: usualKinds.has(kind) ? 'on' : 'off',
          since: watch.createdAt,
          createdAt: now,
          updatedAt: now,
        }),
      ),
  );
  await insertRules(tx, missing);
  const ids = new Set(watches.map(({ id }) => id));
  const gone = new Set(rules.map(({ watchId }) => watchId).filter((id) => !ids.has(id)));
  await deleteRulesOf(tx, workspaceId, [...gone]);
  return watches;
};
