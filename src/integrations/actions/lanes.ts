import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';

/** Two queues: whoever answers slowly or not at all waits for others of the kind, never the quick for them. */
export const lanes = { quick: 'integrations.deliver', slow: 'integrations.deliver-slow' } as const;

/** A worker comes to this address, at once or then. That two come is no matter: the second finds it taken. */
export const askForDelivery = (
  { jobs }: Pick<Platform, 'jobs'>,
  tx: Transaction,
  {
    workspaceId,
    id,
    isSlow,
  }: { readonly workspaceId: WorkspaceId; readonly id: string; readonly isSlow: boolean },
  startAfter?: Date,
): Promise<void> =>
  jobs.send(
    tx,
    isSlow ? lanes.slow : lanes.quick,
    { workspaceId, endpointId: id },
    startAfter ? { startAfter } : {},
  );
