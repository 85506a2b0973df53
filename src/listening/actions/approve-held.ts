import { findChannel } from '../../channels/index.ts';
import { audit, type Member } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type HeldRow, selectHeldByIds } from '../store/held-mentions.ts';
import { sendCarriage } from './carry-held.ts';
import { ingest } from './ingest.ts';
import type { ReaderOf } from './ingest-input.ts';

/**
 * Says of what waits that it counts: from now on it is a mention like any other, said when it was said. What a colleague decided meanwhile
 * is passed over. Returns how many came in.
 */
export const approveHeld = async (
  platform: Platform,
  actor: Member,
  ids: readonly string[],
  read?: ReaderOf,
): Promise<number> => {
  const { workspaceId } = actor;
  const rows = await platform.database.inWorkspace(workspaceId, (tx) =>
    selectHeldByIds(tx, workspaceId, ids),
  );
  const waiting = rows.filter((row) => row.state === 'waiting' && row.raw !== null);
  const groups = Map.groupBy(waiting, ({ connectionId, receivedAt }) => `${connectionId} ${+receivedAt}`);
  let approved = 0;
  for (const group of groups.values()) approved += await approveTogether(platform, actor, group, read);
  return approved;
};

/** Of one connection, and of one moment of arrival. */
const approveTogether = async (
  platform: Platform,
  actor: Member,
  rows: readonly HeldRow[],
  read: ReaderOf | undefined,
): Promise<number> => {
  const [first] = rows;
  const channel = first && findChannel(first.channel);
  if (!first || !channel) return 0;
  const { workspaceId } = actor;
  const at = platform.clock.now();
  let approved = 0;
  await ingest(platform, {
    workspaceId,
    connectionId: first.connectionId,
    channel,
    items: rows.flatMap(({ raw }) => raw ?? []),
    receivedAt: first.receivedAt,
    approval: { by: actor.personId, at, carriage: channel.moderate ? 'pending' : null },
    ...(read ? { read } : {}),
    alongside: async (tx) => {
      const after = await selectHeldByIds(
        tx,
        workspaceId,
        rows.map(({ id }) => id),
      );
      const ours = after.filter(
        (row) => row.state === 'approved' && row.decidedAt?.getTime() === at.getTime(),
      );
      approved = ours.length;
      if (channel.moderate) for (const { id } of ours) await sendCarriage(platform, tx, workspaceId, id);
      if (ours.length > 0) {
        const details = { count: ours.length, channel: first.channel };
        await audit(tx, actor, { action: 'held.approved', subjectKind: 'held', details });
      }
    },
  });
  return approved;
};
