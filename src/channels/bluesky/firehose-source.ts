import { createFrameReader, type FrameReader } from './firehose-frame.ts';
import type { StreamSource, StreamWord } from './stream-source.ts';

const HOUR_MS = 3_600_000;

/**
 * com.atproto.sync.subscribeRepos of a relay or of a single server: every change of every account, in CBOR
 * (https://atproto.com/specs/event-stream). A relay keeps about three days of it.
 */
export const openFirehose = async (url: string): Promise<StreamSource> => {
  const readFrame = await createFrameReader();
  return {
    id: url,
    // What comes has a greater number than the cursor: one less brings our last one again.
    address: (after) =>
      `${url}/xrpc/com.atproto.sync.subscribeRepos${after === undefined ? '' : `?cursor=${Math.max(0, after - 1)}`}`,
    read: (data) => (typeof data === 'string' ? { kind: 'unreadable' } : wordOf(readFrame, data)),
    overlap: 1,
    // Steps of a few are usual (messages that a server took back); a thousand are seconds of the whole network.
    longestStep: 1_000,
    replayMs: 3 * HOUR_MS,
  };
};

const wordOf = (readFrame: FrameReader, bytes: Uint8Array): StreamWord => {
  const frame = readFrame(bytes);
  switch (frame.kind) {
    case 'commit':
      return { kind: 'event', event: { at: frame.seq, time: frame.time, changes: frame.changes } };
    case 'account': {
      const gone = frame.isGone ? { goneDid: frame.did } : {};
      return { kind: 'event', event: { at: frame.seq, time: undefined, changes: none, ...gone } };
    }
    case 'other':
      return { kind: 'event', event: { at: frame.seq, time: undefined, changes: none } };
    case 'error':
      return { kind: 'ended', name: frame.name, isElsewhere: frame.name === 'FutureCursor' };
    case 'info':
      return { kind: frame.name === 'OutdatedCursor' ? 'too-old' : 'nothing' };
    case 'unreadable':
      return { kind: 'unreadable' };
  }
};

const none = (): readonly [] => [];
