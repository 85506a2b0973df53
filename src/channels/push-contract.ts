import type { Result } from '../platform/result.ts';
import type { RawItem } from './events.ts';

/** The address at which others bring things to one connection (`receive.push`). */
export type Door = {
  /** Under the installation's base URL, with a key that cannot be guessed; never ends in a slash. */
  readonly url: string;
  /**
   * A secret of this door's own, 43 characters of A-Z a-z 0-9 - _: for what a vendor wants to be told and repeats to us (WebSub's
   * `hub.secret`, Telegram's secret token, Meta's verify token). It changes with the key.
   */
  readonly token: string;
  /** The tokens of keys that were renewed within the last days and still hold, newest first: accept these too. */
  readonly earlierTokens: readonly string[];
};

/** One request to a door, as it came over the wire. */
export type PushRequest = {
  /** GET, POST, PUT ...: upper case. HEAD never comes here. */
  readonly method: string;
  /** What follows the key in the address, still encoded, without slashes at its ends: '' or `websub/abc`. */
  readonly path: string;
  /** Decoded; of a name that comes twice the first. */
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. Without cookies and without what our own proxy adds. */
  readonly headers: Readonly<Record<string, string>>;
  /** Untouched: signatures are over these. */
  readonly rawBody: Uint8Array;
};

export type PushAnswer = {
  /** 200 to 599; 413, 429 and 503 of the door itself come before a channel is asked. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What becomes of a request. */
export type PushVerdict =
  /** Nothing is kept: handshakes, and refusals. A refusal says no more than its status. */
  | { readonly kind: 'answer'; readonly answer: PushAnswer }
  /**
   * Kept, and answered only then (200 unless said otherwise). `note` travels with it to `read`. With `statusPage` the answer names, as
   * `Location`, a page that tells how it went.
   */
  | {
      readonly kind: 'keep';
      readonly answer?: PushAnswer;
      readonly note?: Readonly<Record<string, string>>;
      readonly statusPage?: boolean;
      /** The host that will be asked when it is read: one that is named too often is refused, so that nobody makes us besiege it. */
      readonly asks?: string;
      /**
       * For protocols whose answer says how it went: the answer waits some seconds for the end (`PushEnd`). When that takes longer, or too many
       * wait already, `answer` is given.
       */
      readonly tellEnd?: (end: PushEnd) => PushAnswer;
    };

/** `taken`, `nothing`, the reading's own refusal; `repeated`: the very same was taken a short while ago; `too-many`: of one host. */
export type PushEnd = string;

/** A kept request, when its turn has come. */
export type PushDelivery = PushRequest & {
  readonly id: string;
  readonly receivedAt: Date;
  /** From 1. */
  readonly attempt: number;
  readonly note: Readonly<Record<string, string>>;
};

export type PushReading = {
  readonly items: readonly RawItem[];
  /** Why nothing came of it, in a word for the status page: `source-not-found`, `no-link` ... */
  readonly refusal?: string;
};

/** How a channel takes what is brought to its door. The door stores, limits, queues and repeats; the channel judges and reads. */
export type Push<Context, Problem> = {
  /** Bytes of a body; 1,000,000 unless said otherwise. */
  readonly maxBytes?: number;
  /** The last delivery that was read is kept for a day, so that people can look at it and try how else it would be read. */
  readonly keepsLast?: true;
  /**
   * Judges a request. PURE but for `context.clock`, quick, total: no network, no database. Signatures are checked here, over `rawBody`, with
   * `isSameSecret` or `isSignedWith` (src/channels/doors). A throw is answered 400 and nothing is kept.
   */
  accept(context: Context, request: PushRequest): PushVerdict;
  /**
   * What a kept delivery says. May ask the network (webmention's source). Comes at least once, in any order, several at a time: raw items are
   * known again by native id and revision. A problem means "again later", ten times within a day; what will never work is no problem but a `refusal`.
   */
  read(context: Context, delivery: PushDelivery): Promise<Result<PushReading, Problem>>;
};
