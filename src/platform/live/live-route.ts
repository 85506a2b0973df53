import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { WorkspaceId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { LiveHub, NumberedChange } from './live-hub.ts';
import { type Withhold, withholdFor } from './withhold.ts';

export const HEARTBEAT_MS = 15_000;
/** Changes waiting for a screen that does not read: beyond this it is told to load afresh. */
export const MOST_WAITING = 1_000;

const openStreams = new WeakMap<LiveHub, Set<() => void>>();

const streamsOf = (live: LiveHub): Set<() => void> => {
  const streams = openStreams.get(live) ?? new Set();
  openStreams.set(live, streams);
  return streams;
};

/** Ends every open stream, for a stop: screens come back by themselves, to whoever serves then. */
export const closeLiveStreams = (live: LiveHub): void => {
  for (const close of streamsOf(live)) close();
};

export type LiveOptions = {
  readonly workspaceId: WorkspaceId;
  /** Asked at every heartbeat: false once the session or the membership has ended. */
  isStillAllowed(): Promise<boolean>;
  readonly heartbeatMs?: number;
};

/**
 * What happens in a workspace, as server-sent events (WHATWG HTML 9.2): `id` is the sequence number, `event` the kind,
 * `data` the payload as JSON. It goes on after `Last-Event-ID`; when that is no longer kept, or the screen is too slow,
 * an event `reset` says to load afresh. A comment every 15 s keeps proxies from closing it.
 */
export const liveResponse = (
  context: Context,
  platform: Pick<Platform, 'live' | 'metrics' | 'log' | 'database'>,
  options: LiveOptions,
): Response => {
  context.header('x-accel-buffering', 'no');
  const withhold = withholdFor(platform.database, options.workspaceId);
  return streamSSE(
    context,
    async (stream) => {
      let waiting: NumberedChange[] = [];
      let mustReset = false;
      let isOpen = true;
      let wake = (): void => {};
      const close = (): void => {
        isOpen = false;
        wake();
      };
      const take = (changes: readonly NumberedChange[]): void => {
        if (waiting.length + changes.length > MOST_WAITING) {
          waiting = [];
          mustReset = true;
        }
        if (!mustReset) waiting.push(...changes);
        wake();
      };
      stream.onAbort(close);
      streamsOf(platform.live).add(close);
      platform.metrics.liveConnections.inc();
      const leave = await platform.live.subscribe(options.workspaceId, take);
      const heartbeat = startHeartbeat(options, () => stream.write(': still here\n\n'), close);
      try {
        let sent = await resume(context, platform, { ...options, withhold }, (change) =>
          write(stream, change),
        );
        if (sent === 'too-old') {
          await stream.writeSSE({ event: 'reset', data: '{}' });
          sent = 0;
        } else await stream.write(': welcome\n\n');
        while (isOpen) {
          if (mustReset) {
            mustReset = false;
            await stream.writeSSE({ event: 'reset', data: '{}' });
          }
          const batch = waiting;
          waiting = [];
          for (const change of await withhold(batch.filter(({ sequence }) => sequence > sent))) {
            if (!isOpen) break;
            await write(stream, change);
          }
          if (isOpen && waiting.length === 0 && !mustReset)
            await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        clearInterval(heartbeat);
        leave();
        streamsOf(platform.live).delete(close);
        platform.metrics.liveConnections.dec();
      }
    },
    async (error) => {
      platform.log.debug({ error: error.message }, 'a live stream broke off');
    },
  );
};

type SseStream = { writeSSE(message: { id: string; event: string; data: string }): Promise<void> };

const write = (stream: SseStream, change: NumberedChange): Promise<void> =>
  stream.writeSSE({
    id: String(change.sequence),
    event: change.kind,
    data: JSON.stringify(change.payload),
  });

/** Sends what came after `Last-Event-ID`, and gives the last sequence that was sent (0: nothing was missed). */
const resume = async (
  context: Context,
  platform: Pick<Platform, 'live'>,
  { workspaceId, withhold }: { readonly workspaceId: WorkspaceId; readonly withhold: Withhold },
  send: (change: NumberedChange) => Promise<void>,
): Promise<number | 'too-old'> => {
  const header = context.req.header('last-event-id') ?? '';
  if (!/^\d{1,15}$/.test(header)) return 0;
  const missed = await platform.live.since(workspaceId, Number(header));
  if (missed === 'too-old') return 'too-old';
  for (const change of await withhold(missed)) await send(change);
  return missed.at(-1)?.sequence ?? 0;
};

const startHeartbeat = (
  options: LiveOptions,
  beat: () => Promise<unknown>,
  close: () => void,
): NodeJS.Timeout => {
  const check = async (): Promise<void> => {
    if (await options.isStillAllowed()) await beat();
    else close();
  };
  return setInterval(() => void check().catch(close), options.heartbeatMs ?? HEARTBEAT_MS).unref();
};
