import { findChannel } from '../../channels/index.ts';
import { audit, type Member } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { APPROVAL_UNDO_MS } from '../model/held.ts';
import { findMentionByNative } from '../store/find-mentions.ts';
import { awaitAgain, type HeldRow, selectHeldByIds } from '../store/held-mentions.ts';
import { lockConnection } from '../store/read-known.ts';
import { sendCarriage } from './carry-held.ts';
import { withdrawMentions } from './withdraw-mentions.ts';

/**
 * Takes a decision back: it waits again. What was approved is no mention any more, as if it had not come; only for an hour, for then it is
 * part of what goes on. Returns how many wait again.
 */
export const putHeldBack = (
  platform: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  actor: Member,
  ids: readonly string[],
): Promise<number> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    const found = await selectHeldByIds(tx, workspaceId, ids);
    for (const connectionId of new Set(found.map((row) => row.connectionId))) {
      await lockConnection(tx, connectionId);
    }
    const freshFrom = platform.clock.now().getTime() - APPROVAL_UNDO_MS;
    const rows = (await selectHeldByIds(tx, workspaceId, ids)).filter((row) => mayReturn(row, freshFrom));
    if (rows.length === 0) return 0;
    await withdrawApproved(tx, rows);
    for (const row of rows) {
      const isTold = findChannel(row.channel)?.moderate !== undefined;
      await awaitAgain(tx, workspaceId, row.id, isTold ? 'pending' : null);
      if (isTold) await sendCarriage(platform, tx, workspaceId, row.id);
    }
    await audit(tx, actor, { action: 'held.put-back', subjectKind: 'held', details: { count: rows.length } });
    await appendLive(tx, workspaceId, [{ kind: 'held.changed', payload: {} }]);
    return rows.length;
  });

const mayReturn = ({ state, raw, decidedAt }: HeldRow, freshFrom: number): boolean =>
  raw !== null && (state === 'refused' || (state === 'approved' && (decidedAt?.getTime() ?? 0) >= freshFrom));

const withdrawApproved = async (tx: Transaction, rows: readonly HeldRow[]): Promise<void> => {
  const approved = rows.filter(({ state }) => state === 'approved');
  for (const [connectionId, some] of Map.groupBy(approved, (row) => row.connectionId)) {
    const workspaceId = some[0]?.workspaceId ?? '';
    const nativeIds = some.map(({ nativeId }) => nativeId);
    const mentions = await findMentionByNative(tx, workspaceId, connectionId, nativeIds);
    await withdrawMentions(tx, workspaceId, [...mentions.values()]);
  }
};
