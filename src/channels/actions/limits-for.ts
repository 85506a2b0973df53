import { z } from 'zod';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, ContentLimits } from '../contract.ts';
import { updateConnection } from '../store/connections.ts';
import { openConnection } from './open-connection.ts';

/** An instance changes its limits rarely, and a composer asks often. */
const FRESH_MS = 60 * 60 * 1000;

const KeptSchema = z.object({ limits: z.record(z.string(), z.unknown()), at: z.iso.datetime() });

/** What an answer may contain on this account: asked of the channel once an hour, and as last known when it does not answer. */
export const limitsFor = async (
  platform: Pick<Platform, 'config' | 'database' | 'sealer' | 'http' | 'clock' | 'log'>,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
): Promise<Result<ContentLimits, ChannelProblem>> => {
  const opened = await openConnection(platform, workspaceId, connectionId);
  if (!opened.ok) return opened;
  const { channel, context, row } = opened.value;
  const kept = KeptSchema.safeParse(row.limits).data;
  const known = kept?.limits as ContentLimits | undefined;
  const now = platform.clock.now();
  if (kept && known && now.getTime() - Date.parse(kept.at) < FRESH_MS) return ok(known);
  const limits = await channel.limits(context);
  if (!limits.ok) return known ? ok(known) : limits;
  await platform.database.inWorkspace(workspaceId, (tx) =>
    updateConnection(tx, workspaceId, connectionId, {
      limits: { limits: limits.value, at: now.toISOString() },
    }),
  );
  return limits;
};
