import { noteProblem, type Receipt } from '../../channels/index.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';

/**
 * A channel that no longer recognises us says so to whoever looks at the channels, not only beside the answer that
 * did not leave. That it could not be written down takes nothing from the receipt, which must not be lost.
 */
export const noteRefusedSending = async (
  platform: Pick<Platform, 'database' | 'clock' | 'log'>,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  receipt: Receipt,
): Promise<void> => {
  if (receipt.state !== 'rejected' && receipt.state !== 'not-sent') return;
  if (receipt.problem.kind !== 'unauthorised') return;
  await noteProblem(platform, workspaceId, connectionId, receipt.problem, { checked: true }).catch(
    (error: unknown) =>
      platform.log.warn(
        { connection: connectionId, error: String(error) },
        'a refused sending was not noted on its connection',
      ),
  );
};
