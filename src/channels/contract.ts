import type { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { GuardedFetch } from '../platform/fetch/guarded-fetch.ts';
import type { Log } from '../platform/log.ts';
import type { Result } from '../platform/result.ts';
import type { ChannelEvent, RawItem } from './events.ts';
import type { Json, Manifest, Words } from './manifest-contract.ts';
import type { Door, Push } from './push-contract.ts';
import type { Template } from './template.ts';

export * from './manifest-contract.ts';
export type * from './push-contract.ts';
export type { Template } from './template.ts';

/** Why a channel cannot do what was asked, in kinds that the screens know words for. */
export type ChannelProblem =
  | {
      readonly kind:
        | 'unauthorised'
        | 'forbidden'
        | 'not-found'
        | 'gone'
        | 'bad-response'
        | 'unreachable'
        | 'timeout'
        | 'blocked-address'
        | 'too-large'
        /** The channel's time for an answer has passed. */
        | 'too-late'
        /** It would cost more than the company wants to spend, or than it has paid for. */
        | 'over-budget';
      readonly detail: string;
    }
  | { readonly kind: 'misconfigured'; readonly field: string; readonly detail: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs?: number; readonly detail: string }
  | { readonly kind: 'server-error'; readonly status: number; readonly detail: string }
  | { readonly kind: 'moved'; readonly to: string; readonly detail: string };

/** Who we are on a channel. */
export type Account = {
  readonly nativeId: string;
  readonly name?: string;
  readonly handle?: string;
  readonly url?: string;
};

/** What every function of a channel is given. `settings` and `secrets` have passed the channel's own schemas. */
export type ChannelContext<Settings, Secrets> = {
  readonly connectionId: string;
  readonly settings: Settings;
  readonly secrets: Secrets;
  /** Null before the first successful check. */
  readonly account: Account | null;
  readonly http: GuardedFetch;
  readonly clock: Clock;
  readonly log: Log;
  /** Keeps refreshed tokens; merged over what is there and sealed. */
  keepSecrets(change: Partial<Secrets>): Promise<void>;
  /**
   * Renews tokens alone: `renew` is given the secrets as they are kept now, while nobody else in any process renews those of this
   * connection. What it brings is sealed and kept before this resolves, with the secrets as they then are. Absent in the check
   * before a connection is kept: nobody else has those tokens yet.
   */
  renewSecrets?(
    renew: (current: Secrets) => Promise<Result<Partial<Secrets>, ChannelProblem>>,
  ): Promise<Result<Secrets, ChannelProblem>>;
  /** Where others bring things to this connection; absent without `receive.push`, and in the check before a connection is kept. */
  readonly door?: Door;
  /** What the channel remembers of its subscriptions, by names of its own; apart from the cursors, which move with their items. */
  readonly pushState?: Readonly<Record<string, Json>>;
  /** Merged over what is there, name by name; null forgets a name. Absent in the check before a connection is kept. */
  keepPushState?(change: Readonly<Record<string, Json>>): Promise<void>;
  /** The same under the connection's lock, from what is there at that moment: for sums that no two may change at once. */
  changePushState?(
    change: (current: Readonly<Record<string, Json>>) => Readonly<Record<string, Json>>,
  ): Promise<void>;
};

/** What a channel has cost, in millionths of `currency`. */
export type Spending = {
  readonly currency: 'USD' | 'EUR';
  /** Such as 2026-11, in UTC. */
  readonly month: string;
  readonly spent: number;
  readonly budget: number;
  /** What listening comes to in a month as things are; absent before anything is known. */
  readonly estimate?: number;
  /** What this month would come to if what was stopped by the budget went on; absent while nothing is. */
  readonly needed?: number;
  readonly source: string;
  readonly checkedOn: string;
};

export type Health = {
  readonly account: Account;
  readonly expiresAt?: Date;
  /** How far the channel's clock is from ours, ms; absent when it does not say. */
  readonly clockSkewMs?: number;
  /** Things that work but deserve a word, in both languages. */
  readonly notices: readonly Words[];
};

/** What an answer may contain on this very account: told by the channel at run time where it tells. */
export type ContentLimits = {
  readonly text: {
    readonly max: number;
    readonly unit: 'grapheme' | 'utf16' | 'byte';
    readonly maxBytes?: number;
  };
  readonly media: {
    readonly max: number;
    readonly maxBytes: number;
    readonly mimeTypes: readonly string[];
    readonly altRequired: boolean;
    readonly altMax: number;
  };
  readonly visibilities: readonly string[];
  readonly contentWarning: boolean;
  readonly subject: boolean;
  /** Texts approved beforehand over there; once `afterHours` have passed since somebody wrote, nothing else is taken. */
  readonly templates?: { readonly afterHours: number; readonly choices: readonly Template[] };
};

export type DraftMedia = {
  readonly id: string;
  readonly mimeType: string;
  readonly byteLength: number;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
  readonly name?: string;
};

export type Draft = {
  readonly text: string;
  /** Absent for a post of our own. `context` is the `replyContext` of the mention being answered. */
  readonly inReplyTo?: {
    readonly nativeId: string;
    readonly rootNativeId?: string;
    readonly references: readonly string[];
    readonly authorNativeId: string;
    readonly authorHandle?: string;
    readonly authorName?: string;
    readonly quote?: string;
    readonly saidAt: string;
    readonly context: Readonly<Record<string, string>>;
  };
  readonly media: readonly DraftMedia[];
  /**
   * `visibility`, `contentWarning`, `language`, `subject`: as the channel's limits allow. `template` names one of its templates, and
   * `template:<place>` what stands in each of its places; the text is then exactly what `fillTemplate` makes of it.
   */
  readonly options: Readonly<Record<string, string>>;
  /** When it was written, ISO 8601: some channels take answers only for a while. */
  readonly writtenAt?: string;
  readonly signedBy: { readonly name: string };
};

export type Violation =
  /** `media-missing`: what the draft carries is not there any more. */
  | { readonly kind: 'empty' | 'alt-missing' | 'media-missing' | 'reply-target-missing' }
  /** The channel takes no answer here any more (its window has passed): `why` says also what to do instead. */
  | { readonly kind: 'closed'; readonly why: Words }
  | {
      readonly kind: 'too-long';
      readonly length: number;
      readonly max: number;
      readonly unit: 'grapheme' | 'utf16' | 'byte';
    }
  | {
      readonly kind: 'too-many-media' | 'media-too-large' | 'media-type' | 'bad-option';
      readonly detail: string;
    };

/** How a sending ended, as far as we know. `unknown` is never retried before `settle` has looked. */
export type Receipt =
  | { readonly state: 'published' | 'accepted'; readonly nativeId: string; readonly url?: string }
  | { readonly state: 'rejected'; readonly problem: ChannelProblem }
  /** Certainly not sent: may be tried again as it is. */
  | { readonly state: 'not-sent'; readonly problem: ChannelProblem }
  | { readonly state: 'unknown'; readonly detail: string };

/** What `settle` found: our own item, its certain absence, or nothing certain yet (look again later). */
export type Settlement =
  | Extract<Receipt, { state: 'published' | 'accepted' }>
  | { readonly state: 'absent' }
  | { readonly state: 'unclear'; readonly lookAgainMs: number };

export type SendContext<Settings, Secrets> = ChannelContext<Settings, Secrets> & {
  loadMedia(id: string): Promise<Uint8Array>;
};

/** What the watches ask for. `wants` says whether a text interests any of them (streams drop the rest unread). */
export type ReceiveTargets = { readonly searches: readonly string[]; wants(text: string): boolean };

/** `cursor` covers everything up to and including these items. `more`: ask again at once. */
export type Batch = { readonly items: readonly RawItem[]; readonly cursor: Json; readonly more?: boolean };

/** What becomes of an item that waited: shown to all, put back to wait, or put away as spam or as unwanted. */
export type Decision = 'approve' | 'hold' | 'spam' | 'unwanted';

/**
 * The duty to delete what is deleted over there, and to forget what nobody can vouch for any more. Every item that is kept is asked about once
 * in `everyHours`; where `dataTerms` let words be kept for a time only, the time begins again with each full round.
 */
export type Recheck<Context> = {
  readonly everyHours: number;
  /** How many items one question takes. */
  readonly atOnce: number;
  /** Raw items for what has changed, and for what is gone one that `normalise` reads as `removed`; what is as it was may be left out. */
  ask(context: Context, known: readonly KnownItem[]): Promise<Result<readonly RawItem[], ChannelProblem>>;
};

/** An item as the core keeps it. */
export type KnownItem = {
  readonly nativeId: string;
  readonly ours: boolean;
  readonly context: Readonly<Record<string, string>>;
};

export type FetchedMedia = { readonly bytes: Uint8Array; readonly mimeType: string };

export interface Channel<Settings = unknown, Secrets = unknown, Payload = unknown> {
  readonly manifest: Manifest;
  /** Parses the form's values (strings, numbers, booleans by field name) without the secret ones. */
  readonly settingsSchema: z.ZodType<Settings>;
  readonly secretsSchema: z.ZodType<Secrets>;
  /** Signs in, reads back who we are, what is granted and until when. */
  check(context: ChannelContext<Settings, Secrets>): Promise<Result<Health, ChannelProblem>>;
  limits(context: ChannelContext<Settings, Secrets>): Promise<Result<ContentLimits, ChannelProblem>>;
  /** OAuth: where to send the person, and what the return brings. `keep` travels sealed in between. */
  readonly authorise?: {
    begin(
      context: ChannelContext<Settings, Partial<Secrets>>,
      redirectUri: string,
      state: string,
    ): Promise<
      Result<{ readonly url: string; readonly keep: Readonly<Record<string, string>> }, ChannelProblem>
    >;
    complete(
      context: ChannelContext<Settings, Partial<Secrets>>,
      keep: Readonly<Record<string, string>>,
      parameters: Readonly<Record<string, string>>,
    ): Promise<Result<Secrets, ChannelProblem>>;
    /** Gives the permission back when a connection is removed (RFC 7009). What cannot be given back now ends by itself. */
    revoke?(context: ChannelContext<Settings, Secrets>): Promise<Result<void, ChannelProblem>>;
  };
  readonly receive: {
    poll?(
      context: ChannelContext<Settings, Secrets>,
      cursor: Json,
      targets: ReceiveTargets,
    ): Promise<Result<Batch, ChannelProblem>>;
    /** Runs until `signal` aborts or the connection breaks; `onBatch` resolves when the batch is safely ours. `onOpen` says that the stream flows. */
    stream?(
      context: ChannelContext<Settings, Secrets>,
      cursor: Json,
      targets: ReceiveTargets,
      onBatch: (batch: Batch) => Promise<void>,
      onOpen: () => void,
      signal: AbortSignal,
    ): Promise<Result<void, ChannelProblem>>;
    /**
     * One reading of the stream serves all connections of a process whose setting `stream` is on: they are then received for in one
     * process, so that the installation opens it once.
     */
    readonly streamIsShared?: true;
    /** Takes what others bring to the connection's own address. A poll with overlap stands behind it wherever there can be one. */
    readonly push?: Push<ChannelContext<Settings, Secrets>, ChannelProblem>;
    /** Asks again about what was brought, where nobody tells of deletions: the core calls it on schedule. */
    readonly recheck?: Recheck<ChannelContext<Settings, Secrets>>;
  };
  /** Splits bytes as found in the wild (a .eml, a feed, a JSON document) into raw items: for imports and the command line. Total. */
  readRaw(bytes: Uint8Array, context: Readonly<Record<string, string>>): readonly RawItem[];
  /** PURE and total: what is not understood becomes an event of kind `unrecognised`, never an exception. */
  normalise(raw: RawItem): readonly ChannelEvent[];
  /** PURE: the same code in the composer's preview and in the sender. Absent for channels that only listen. */
  compose?(draft: Draft, limits: ContentLimits): Result<Payload, readonly Violation[]>;
  /** `opKey` is the same at every attempt of one answer: where the channel lets us, it makes sending idempotent. */
  send?(context: SendContext<Settings, Secrets>, payload: Payload, opKey: string): Promise<Receipt>;
  /** Looks for our own item of `opKey`, sent at `attemptStartedAt` or after. */
  settle?(
    context: ChannelContext<Settings, Secrets>,
    payload: Payload,
    opKey: string,
    attemptStartedAt: Date,
  ): Promise<Settlement>;
  retract?(
    context: ChannelContext<Settings, Secrets>,
    nativeId: string,
  ): Promise<Result<void, ChannelProblem>>;
  /**
   * A connection is being removed: takes back what was set up over there for it (a webhook). Called once the removal is written, with what
   * was known before it; how it ends changes nothing.
   */
  leave?(context: ChannelContext<Settings, Secrets>): Promise<void>;
  /** PURE. For channels that take money: how it stands. `settings` as kept. */
  spending?(settings: unknown, pushState: Readonly<Record<string, Json>>, now: Date): Spending | undefined;
  /** PURE. What an answer will cost, and what is left, for whoever writes it. */
  priceOfAnswer?(settings: unknown, pushState: Readonly<Record<string, Json>>, now: Date): Words | undefined;
  /**
   * Hides another's comment beneath ours from everybody but its author and their friends, or shows it again; saying it twice changes nothing. What
   * is no comment is `forbidden`.
   */
  hide?(
    context: ChannelContext<Settings, Secrets>,
    nativeId: string,
    isHidden: boolean,
  ): Promise<Result<void, ChannelProblem>>;
  /** Brings something that came with an item and stands at no open address: `key` is that of its `Media`. The caller judges what it is. */
  fetchMedia?(
    context: ChannelContext<Settings, Secrets>,
    key: string,
    limits: { readonly maxBytes: number; readonly timeoutMs: number },
  ): Promise<Result<FetchedMedia, ChannelProblem>>;
  /** Tells the channel what was decided of an item that came `held`; saying it again changes nothing. */
  moderate?(
    context: ChannelContext<Settings, Secrets>,
    nativeId: string,
    decision: Decision,
  ): Promise<Result<void, ChannelProblem>>;
}
