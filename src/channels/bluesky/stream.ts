import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import { type BlueskyClient, openClient } from './client.ts';
import { readStreamCursor } from './cursor.ts';
import { openSource } from './open-source.ts';
import { createProfiles } from './profiles.ts';
import type { BlueskyContext } from './session.ts';
import { createFiller } from './stream-filler.ts';
import { followStream } from './stream-hub.ts';
import type { HeardEvent, HeardPost } from './stream-post.ts';
import { createSieve } from './stream-sieve.ts';

/**
 * The whole public network as it happens, sieved for what the watches want and what speaks to us. All connections of the process
 * follow the stream together (`stream-hub.ts`). Goes on from where it was; what was missed is told, and searched for. Ends with a
 * problem when the stream cannot be followed: the caller decides when to come back.
 */
export const streamBluesky = async (
  context: BlueskyContext,
  cursor: Json,
  targets: ReceiveTargets,
  onBatch: (batch: Batch) => Promise<void>,
  onOpen: () => void,
  signal: AbortSignal,
): Promise<Result<void, ChannelProblem>> => {
  if (!context.settings.stream) return untilAborted(signal);
  const client = await openClient(context);
  if (!client.ok) return err(client.error.problem);
  const source = await openSource(context.settings);
  const begun = readStreamCursor(cursor, source.id);
  const sieve = createSieve({
    begun,
    wants: (post) => concerns(client.value, targets, post),
    profilesOf: createProfiles(client.value),
    accountId: client.value.did,
    onBatch,
  });
  const filler = createFiller(context, client.value, targets, (items) =>
    onBatch({ items, cursor: sieve.cursor() }),
  );
  return follow({ context, source, begun, sieve, filler, onOpen, signal });
};

const untilAborted = (signal: AbortSignal): Promise<Result<void, ChannelProblem>> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(ok(undefined));
    else signal.addEventListener('abort', () => resolve(ok(undefined)), { once: true });
  });

const FLUSH_EVERY_MS = 250;

type Following = {
  readonly context: BlueskyContext;
  readonly source: Awaited<ReturnType<typeof openSource>>;
  readonly begun: ReturnType<typeof readStreamCursor>;
  readonly sieve: ReturnType<typeof createSieve>;
  readonly filler: ReturnType<typeof createFiller>;
  readonly onOpen: () => void;
  readonly signal: AbortSignal;
};

const follow = async (following: Following): Promise<Result<void, ChannelProblem>> => {
  const { context, source, begun, sieve, filler, onOpen, signal } = following;
  if (signal.aborted) return ok(undefined);
  const handOver = async (): Promise<void> => {
    await sieve.flush();
    await filler.fill();
  };
  let flushing: Promise<void> | undefined;
  let release = (): void => undefined;
  const ended = await new Promise<Result<void, ChannelProblem> | { readonly thrown: unknown }>((resolve) => {
    const tick = setInterval(() => {
      flushing ??= handOver()
        .catch((thrown: unknown) => resolve({ thrown }))
        .finally(() => {
          flushing = undefined;
        });
    }, FLUSH_EVERY_MS);
    const stay = () => resolve(ok(undefined));
    signal.addEventListener('abort', stay, { once: true });
    const taking = takeWhileNotFull(sieve, filler);
    const place = followStream(context, source, {
      from: { at: begun.seq, time: begun.time },
      take: taking,
      missed: (reason, until) => filler.note(reason, sieve.time(), until),
      opened: onOpen,
      ended: (problem) => resolve(err(problem)),
    });
    release = () => {
      clearInterval(tick);
      signal.removeEventListener('abort', stay);
      place.leave();
    };
  });
  release();
  await flushing;
  if ('thrown' in ended) throw ended.thrown;
  await sieve.flush();
  return ended;
};

type Sieve = Following['sieve'];

/** While too much waits to be stored, what comes is passed over and searched for afterwards: the stream waits for nobody. */
const takeWhileNotFull = (sieve: Sieve, filler: Following['filler']) => {
  let since: string | undefined;
  return (event: HeardEvent): void => {
    if (sieve.isFull()) {
      since ??= sieve.time() ?? event.time;
      return;
    }
    if (since !== undefined && event.time !== undefined) {
      filler.note('slow', since, event.time);
      since = undefined;
    }
    sieve.take(event);
  };
};

const concerns = (
  { did }: BlueskyClient,
  targets: ReceiveTargets,
  post: Extract<HeardPost, { action: 'put' }>,
): boolean => {
  const isWanted = post.to.has(did) || post.did === did || targets.wants(post.text);
  return isWanted && post.isAuthentic();
};
