import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import { didOf } from './at-uri.ts';
import { type BlueskyClient, openClient } from './client.ts';
import { readStreamCursor, type StreamCursor } from './cursor.ts';
import {
  createFrameReader,
  type FirehoseFrame,
  type FrameReader,
  type PostChange,
} from './firehose-frame.ts';
import { createProfiles } from './profiles.ts';
import { PostRecordSchema } from './raw-document.ts';
import { readEmbed } from './read-embed.ts';
import { searchableText } from './searchable-text.ts';
import type { BlueskyContext } from './session.ts';
import { createSieve } from './stream-sieve.ts';
import { listenTo } from './stream-socket.ts';

/**
 * The whole public network as it happens (com.atproto.sync.subscribeRepos), sieved for what the watches want and
 * what speaks to us; the rest is dropped unread. Goes on from the relay's own numbering (it keeps about three days).
 * Ends with a problem when the connection does: the caller decides when to come back.
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
  const begun = readStreamCursor(cursor, context.settings.streamUrl);
  const sieve = createSieve({
    begun,
    wants: (change) => concerns(client.value, targets, change),
    profilesOf: createProfiles(client.value),
    accountId: client.value.did,
    onBatch,
  });
  const readFrame = await createFrameReader();
  return listenTo(context, addressOf(context, begun), {
    onOpen,
    onMessage: acceptWith(sieve, readFrame),
    flush: sieve.flush,
    signal,
  });
};

const untilAborted = (signal: AbortSignal): Promise<Result<void, ChannelProblem>> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(ok(undefined));
    else signal.addEventListener('abort', () => resolve(ok(undefined)), { once: true });
  });

const addressOf = ({ settings }: BlueskyContext, { seq }: StreamCursor): string =>
  `${settings.streamUrl}/xrpc/com.atproto.sync.subscribeRepos${seq === undefined ? '' : `?cursor=${seq}`}`;

type Sieve = ReturnType<typeof createSieve>;

/** A frame or two that does not read is passed over; a stream of them is another language. */
const MAX_UNREADABLE = 50;

const acceptWith = (sieve: Sieve, readFrame: FrameReader) => {
  let unreadable = 0;
  return (bytes: Uint8Array): ChannelProblem | undefined => {
    const frame = readFrame(bytes);
    unreadable = frame.kind === 'unreadable' ? unreadable + 1 : 0;
    return unreadable > MAX_UNREADABLE
      ? { kind: 'bad-response', detail: 'the stream does not read' }
      : accept(frame, sieve);
  };
};

/** A problem ends the stream. */
const accept = (frame: FirehoseFrame, sieve: Sieve): ChannelProblem | undefined => {
  switch (frame.kind) {
    case 'commit':
      sieve.commit(frame.seq, frame.changes(), frame.time);
      break;
    case 'account':
      sieve.account(frame);
      break;
    case 'other':
      sieve.pass(frame.seq);
      break;
    case 'error':
      if (frame.name === 'FutureCursor') sieve.startAnew();
      return { kind: 'unreachable', detail: `the stream ended: ${frame.name.slice(0, 60)}` };
    case 'info':
    case 'unreadable':
      break;
  }
  return sieve.isFull() ? { kind: 'unreachable', detail: 'more came than could be kept up with' } : undefined;
};

const concerns = (
  { did }: BlueskyClient,
  targets: ReceiveTargets,
  { uri, record, isAuthentic }: Extract<PostChange, { action: 'put' }>,
): boolean => {
  const parsed = PostRecordSchema.safeParse(record).data;
  if (!parsed) return false;
  const isToUs =
    didOf(parsed.reply?.parent.uri) === did ||
    didOf(parsed.reply?.root.uri) === did ||
    parsed.facets.some(({ features }) => features.some((feature) => feature.did === did)) ||
    didOf(readEmbed(parsed.embed, undefined, '').quotedUri) === did;
  const isWanted = isToUs || didOf(uri) === did || targets.wants(searchableText(record));
  return isWanted && isAuthentic();
};
