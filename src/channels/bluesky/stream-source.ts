import type { PostChange } from './firehose-frame.ts';

/** Something that happened on the network, at its place in the stream. */
export type StreamEvent = {
  /** The stream's own numbering: never goes back. */
  readonly at: number;
  /** ISO 8601, by the stream's clock. */
  readonly time: string | undefined;
  /** Decoded only when asked for: most events are no posts. */
  changes(): readonly PostChange[];
  /** An account that has ended. */
  readonly goneDid?: string;
};

/** What one message of a stream says. */
export type StreamWord =
  | { readonly kind: 'event'; readonly event: StreamEvent }
  /** The place that we asked for is no longer kept: the stream goes on from the oldest it has. */
  | { readonly kind: 'too-old' }
  | { readonly kind: 'nothing' | 'unreadable' }
  /** The stream ends with this; `isElsewhere`: our place means nothing to it. */
  | { readonly kind: 'ended'; readonly name: string; readonly isElsewhere: boolean };

/** A public stream of posts, whatever its language. */
export type StreamSource = {
  /** Numbers mean nothing at another one. */
  readonly id: string;
  /** Where to listen, with what came after `after` and the overlap before it; from now on when undefined. */
  address(after: number | undefined): string;
  /** Total. */
  read(data: string | Uint8Array): StreamWord;
  /** How much before our place is asked for again, in its numbering: what was ours comes once more, and proves that nothing lies between. */
  readonly overlap: number;
  /** A longer step than this from one event to the next leaves something out; undefined where steps mean nothing. */
  readonly longestStep?: number;
  /** How long a past, in ms, is worth asking it for: what is older is searched for instead. */
  readonly replayMs: number;
};
