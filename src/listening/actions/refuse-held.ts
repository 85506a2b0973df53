import { findChannel } from '../../channels/index.ts';
import { audit, type Member } from '../../people/index.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RefusedAs } from '../model/held.ts';
import { decideWaiting, selectHeldByIds } from '../store/held-mentions.ts';
import { lockConnection } from '../store/read-known.ts';
import { sendCarriage } from './carry-held.ts';

/** Says of what waits that it does not count, and will not when it comes again. Returns how many were refused. */
export const refuseHeld = (
  platform: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  actor: Member,
  ids: readonly string[],
  refusedAs: RefusedAs,
): Promise<number> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    const rows = await selectHeldByIds(tx, workspaceId, ids);
    let refused = 0;
    for (const [connectionId, some] of Map.groupBy(rows, (row) => row.connectionId)) {
      await lockConnection(tx, connectionId);
      const isTold = findChannel(some[0]?.channel ?? '')?.moderate !== undefined;
      const decided = await decideWaiting(
        tx,
        { workspaceId, connectionId },
        some.map(({ nativeId }) => nativeId),
        {
          state: 'refused',
          refusedAs,
          at: platform.clock.now(),
          by: actor.personId,
          carriage: isTold ? 'pending' : null,
        },
      );
      if (isTold) for (const { id } of decided) await sendCarriage(platform, tx, workspaceId, id);
      refused += decided.length;
    }
    if (refused === 0) return 0;
    await audit(tx, actor, {
      action: 'held.refused',
      subjectKind: 'held',
      details: { count: refused, as: refusedAs },
    });
    await appendLive(tx, workspaceId, [{ kind: 'held.changed', payload: {} }]);
    return refused;
  });
