import type { Platform } from '../../platform/platform.ts';
import { findDelivery, type Waiting } from '../store/inbound-deliveries.ts';

export type DeliveryStatus = {
  readonly state: 'waiting' | 'done' | 'refused';
  /** Why nothing came of it: the channel's own word. */
  readonly reason?: string;
};

/** How a delivery of this door goes, for whoever brought it and was given its id. Undefined when it is not known here (any more). */
export const readDeliveryStatus = async (
  platform: Pick<Platform, 'database'>,
  { workspaceId, connectionId }: Waiting,
  id: string,
): Promise<DeliveryStatus | undefined> => {
  const row = await platform.database.inWorkspace(workspaceId, (tx) => findDelivery(tx, workspaceId, id));
  if (!row || row.connectionId !== connectionId) return undefined;
  if (row.outcome === null) return { state: 'waiting' };
  if (row.outcome === 'taken' || row.outcome === 'nothing') return { state: 'done' };
  return { state: 'refused', reason: row.outcome };
};
