import type { Batch, Lease, OpenConnection, ReceiveTargets } from '../../channels/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ingest } from '../actions/ingest.ts';
import { LeaseLost, type ReaderOf } from '../actions/ingest-input.ts';
import { watchesOf } from '../actions/watches-of.ts';
import { keepsAll } from '../model/hear.ts';
import type { CompiledWatches } from '../model/match-watch.ts';

/** Milliseconds; tests make them short. */
export type Pace = {
  /** Between two looks for connections that want receiving. */
  readonly lookEvery: number;
  readonly renewEvery: number;
  /** A poll that takes longer is given up. */
  readonly pollCap: number;
  /** After a stream ended by itself. */
  readonly restAfterStream: number;
  /** How long a stop waits for what is under way. */
  readonly grace: number;
};

export const pace: Pace = {
  lookEvery: 1_000,
  renewEvery: 10_000,
  pollCap: 90_000,
  restAfterStream: 3_000,
  grace: 5_000,
};

/** One connection that this process receives for, while it holds the lease. */
export type Duty = {
  readonly platform: Platform;
  readonly lease: Lease;
  readonly opened: OpenConnection;
  readonly pace: Pace;
  readonly read?: ReaderOf | undefined;
  /** The connection as it is now, with its newest cursors and tokens; undefined when it cannot be opened. */
  reread(): Promise<OpenConnection | undefined>;
  /** Aborted when the lease is lost, the connection changes, or the process stops. */
  readonly signal: AbortSignal;
};

export const takeBatch = async (duty: Duty, batch: Batch, place: 'poll' | 'stream'): Promise<void> => {
  const { platform, lease, opened } = duty;
  if (duty.signal.aborted) throw new LeaseLost();
  await ingest(platform, {
    workspaceId: lease.workspaceId,
    connectionId: lease.connectionId,
    channel: opened.channel,
    items: batch.items,
    cursor: { [place]: batch.cursor },
    lease: { holder: lease.holder, more: batch.more === true },
    receivedAt: platform.clock.now(),
    keepAll: keepsAll(opened.channel.manifest.id, opened.context.settings),
    ...(duty.read ? { read: duty.read } : {}),
  });
};

/** What the watches ask for, now and as they change: `close` ends the looking. */
export const liveTargets = async (duty: Duty): Promise<ReceiveTargets & { close(): void }> => {
  const { platform, lease } = duty;
  let current: CompiledWatches = await watchesOf(platform, lease.workspaceId);
  const refresh = async (): Promise<void> => {
    current = await watchesOf(platform, lease.workspaceId);
  };
  const timer = setInterval(() => void refresh().catch(() => {}), 1_000).unref();
  return {
    get searches() {
      return current.searches;
    },
    wants: (text) => current.wants(text),
    close: () => clearInterval(timer),
  };
};
