import {
  type Claim,
  claimConnections,
  type Lease,
  noteProblem,
  type OpenConnection,
  openConnection,
  releaseLease,
  renewLease,
} from '../../channels/index.ts';
import { newId } from '../../platform/ids.ts';
import { LIVE_SIGNAL } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { restFor, withTimeCap } from '../../platform/time-cap.ts';
import type { ReaderOf } from '../actions/ingest-input.ts';
import { type Duty, type Pace, pace as usualPace } from './duty.ts';
import { pollConnection } from './poll-connection.ts';
import { streamConnection } from './stream-connection.ts';

/** Connections that one process receives for at once. */
const MOST_AT_ONCE = 500;
const CLAIM_AT_ONCE = 16;

type Underway = {
  readonly lease: Lease;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  /** Looks whether the connection is still ours and still the same. */
  recheck(): Promise<void>;
};

/**
 * Receives for the connections of all workspaces that no other process receives for. Each has a loop of its own, so
 * that a slow or broken channel delays none; a process that dies is followed by another when its leases run out.
 */
export const startReceiver = async (
  platform: Platform,
  options: { readonly read?: ReaderOf | undefined; readonly pace?: Partial<Pace> } = {},
): Promise<{ stop(): Promise<void>; readonly holder: string }> => {
  const pace = { ...usualPace, ...options.pace };
  const holder = newId();
  const stopping = new AbortController();
  const underway = new Map<string, Underway>();
  let wake = new AbortController();

  const look = async (): Promise<void> => {
    const room = Math.min(CLAIM_AT_ONCE, MOST_AT_ONCE - underway.size);
    const claims = room > 0 ? await claimConnections(platform, holder, room) : [];
    for (const claim of claims) if (!underway.has(claim.connectionId)) begin(claim);
    if (claims.length === CLAIM_AT_ONCE) wake.abort();
  };
  const begin = (claim: Claim): void => {
    const { workspaceId, connectionId } = claim;
    const lease = { workspaceId, connectionId, holder };
    const work = beginDuty(platform, lease, { pace, read: options.read });
    underway.set(connectionId, work);
    void work.ended.finally(() => underway.delete(connectionId));
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      await look().catch((error: unknown) =>
        platform.log.warn({ error: String(error) }, 'receiving waits: the database did not answer'),
      );
      await restFor(pace.lookEvery, AbortSignal.any([stopping.signal, wake.signal]));
    }
  };
  const offLive = await platform.signals.on(
    LIVE_SIGNAL,
    atMostEvery(250, (changed) => {
      wake.abort();
      for (const work of underway.values()) if (changed.has(work.lease.workspaceId)) void work.recheck();
    }),
  );
  const running = loop();
  return {
    holder,
    stop: async () => {
      stopping.abort();
      offLive();
      await running;
      for (const work of underway.values()) work.stop.abort();
      await withTimeCap(Promise.all([...underway.values()].map((work) => work.ended)), pace.grace);
      await Promise.all(
        [...underway.values()].map((work) => releaseLease(platform, work.lease).catch(() => {})),
      );
    },
  };
};

const beginDuty = (
  platform: Platform,
  lease: Lease,
  { pace, read }: { readonly pace: Pace; readonly read: ReaderOf | undefined },
): Underway => {
  const stop = new AbortController();
  let settings: string | undefined;
  const reread = async (): Promise<OpenConnection | undefined> => {
    const opened = await openConnection(platform, lease.workspaceId, lease.connectionId);
    return opened.ok ? opened.value : undefined;
  };
  const recheck = async (): Promise<void> => {
    const isOurs = await renewLease(platform, lease).catch(() => undefined);
    if (isOurs === false) stop.abort();
    if (isOurs !== true || settings === undefined) return;
    const now = await reread().catch(() => undefined);
    if (now && JSON.stringify(now.row.settings) !== settings) stop.abort();
  };
  const run = async (): Promise<void> => {
    const opened = await openConnection(platform, lease.workspaceId, lease.connectionId);
    if (!opened.ok) {
      await noteProblem(platform, lease.workspaceId, lease.connectionId, opened.error);
      return;
    }
    settings = JSON.stringify(opened.value.row.settings);
    const duty: Duty = { platform, lease, opened: opened.value, pace, read, reread, signal: stop.signal };
    if (opened.value.channel.receive.stream) await streamConnection(duty);
    else await pollConnection(duty);
  };
  const renewing = setInterval(() => void recheck(), pace.renewEvery).unref();
  const ended = run()
    .catch((error: unknown) =>
      platform.log.error(
        { connectionId: lease.connectionId, error: String(error) },
        'a receiving loop broke',
      ),
    )
    .finally(async () => {
      clearInterval(renewing);
      await releaseLease(platform, lease).catch(() => {});
    });
  return { lease, stop, ended, recheck };
};

/** Gathers payloads and hands them on together, so that a flood of signals is one. */
const atMostEvery = (ms: number, handle: (payloads: ReadonlySet<string>) => void) => {
  let gathered: Set<string> | undefined;
  return (payload: string): void => {
    if (gathered) {
      gathered.add(payload);
      return;
    }
    gathered = new Set([payload]);
    setTimeout(() => {
      const payloads = gathered ?? new Set<string>();
      gathered = undefined;
      handle(payloads);
    }, ms).unref();
  };
};
