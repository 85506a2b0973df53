import type { Clock } from '../../platform/clock.ts';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import type { ChannelProblem } from '../contract.ts';
import type { GapReason } from '../model/stream-gap.ts';
import { type HeardEvent, hearOnce } from './stream-post.ts';
import { openStreamSocket } from './stream-socket.ts';
import type { StreamEvent, StreamSource } from './stream-source.ts';

/** One connection that follows a stream. All its functions return at once and never throw. */
export type Follower = {
  /** The last event that is behind it, and when that was; no `at`: it begins with what happens now. */
  readonly from: { readonly at?: number | undefined; readonly time?: string | undefined };
  take(event: HeardEvent): void;
  /** What came before this event, and after the last one taken, may have been missed. `until`: ISO 8601. */
  missed(reason: GapReason, until: string): void;
  opened(): void;
  /** The stream is over for it; nothing comes any more. */
  ended(problem: ChannelProblem): void;
};

/** Those who come together are heard from one place. */
const GATHER_MS = 250;
/** After a stream that flowed has ended by itself. */
const AGAIN_MS = 1_000;
/** A stream that ends sooner than this did not flow; so many in a row are a stream that cannot be followed. */
const FLOWED_MS = 5_000;
const MOST_SHORT = 3;
/** How far all are sent back for the sake of one who comes late; who is later than this is searched for. */
const REWIND_MS = 10 * 60_000;
/** A message or two that does not read is passed over; a row of them is another language. */
const MOST_UNREADABLE = 50;

type Outside = { readonly http: GuardedFetch; readonly clock: Clock };
type Place = {
  at: number | undefined;
  time: string | undefined;
  /** What stands here or before has been taken already. */
  floor: number;
};

const hubs = new WeakMap<GuardedFetch, Map<string, Hub>>();

/**
 * Follows a stream together with all others of this process: however many they are, it is read once. The first opens it, the last to
 * leave closes it, and one who stumbles (throws nothing, but falls behind) holds up nobody.
 */
export const followStream = (
  outside: Outside,
  source: StreamSource,
  follower: Follower,
): { leave(): void } => {
  const known = hubs.get(outside.http) ?? new Map<string, Hub>();
  hubs.set(outside.http, known);
  const hub = known.get(source.id) ?? createHub(outside, source, () => known.delete(source.id));
  known.set(source.id, hub);
  hub.join(follower);
  return { leave: () => hub.leave(follower) };
};

type Hub = { join(follower: Follower): void; leave(follower: Follower): void };

const createHub = ({ http, clock }: Outside, source: StreamSource, onEmpty: () => void): Hub => {
  const places = new Map<Follower, Place>();
  let socket: { close(): void } | undefined;
  let opening: NodeJS.Timeout | undefined;
  let isOpen = false;
  let openedAt = 0;
  let unreadable = 0;
  let shortOnes = 0;
  /** The last event of this very connection, and where it was asked to begin. */
  let last: { at: number; time: string | undefined } | undefined;
  let asked: number | undefined;
  let isTooOld = false;

  const now = (): string => clock.now().toISOString();
  const isLate = (time: string | undefined, ms: number, than: number): boolean =>
    time !== undefined && than - Date.parse(time) > ms;

  const join = (follower: Follower): void => {
    const { at, time } = follower.from;
    const place: Place = { at, time, floor: -1 };
    places.set(follower, place);
    if (!socket) {
      openSoon(GATHER_MS);
      return;
    }
    if (isOpen) follower.opened();
    if (at === undefined || last === undefined || at >= last.at) {
      place.floor = at === undefined ? -1 : at - source.overlap;
    } else if (isLate(time, REWIND_MS, Date.parse(last.time ?? now()))) {
      miss(follower, place, 'behind', last.time ?? now());
    } else openSoon(GATHER_MS);
  };

  const leave = (follower: Follower): void => {
    if (!places.delete(follower) || places.size > 0) return;
    shut();
    onEmpty();
  };

  const shut = (): void => {
    clearTimeout(opening);
    opening = undefined;
    socket?.close();
    socket = undefined;
    isOpen = false;
    last = undefined;
  };

  const openSoon = (ms: number): void => {
    opening ??= setTimeout(() => {
      opening = undefined;
      open();
    }, ms);
  };

  const miss = (follower: Follower, place: Place, reason: GapReason, until: string): void => {
    place.at = undefined;
    place.floor = -1;
    follower.missed(reason, until);
  };

  const open = (): void => {
    shut();
    for (const [follower, place] of places) {
      if (place.at === undefined) continue;
      if (isLate(place.time, source.replayMs, clock.now().getTime())) miss(follower, place, 'too-old', now());
      else place.floor = place.at - source.overlap;
    }
    const begun = [...places.values()].flatMap(({ at }) => at ?? []);
    asked = begun.length > 0 ? begun.reduce((least, at) => Math.min(least, at)) : undefined;
    isTooOld = false;
    unreadable = 0;
    openedAt = performance.now();
    try {
      socket = openStreamSocket(http, source.address(asked), { onOpen, onMessage, onEnd });
    } catch {
      endAll({ kind: 'misconfigured', field: 'streamUrl', detail: 'the stream has no address to open' });
    }
  };

  const onOpen = (): void => {
    isOpen = true;
    for (const follower of [...places.keys()]) follower.opened();
  };

  const onEnd = (detail: string): void => {
    const hasFlowed = performance.now() - openedAt > FLOWED_MS;
    shortOnes = hasFlowed ? 0 : shortOnes + 1;
    if (!isOpen || shortOnes > MOST_SHORT) {
      endAll({ kind: 'unreachable', detail });
      return;
    }
    shut();
    openSoon(AGAIN_MS * (0.5 + Math.random()));
  };

  const endAll = (problem: ChannelProblem): void => {
    shut();
    const all = [...places.keys()];
    places.clear();
    onEmpty();
    for (const follower of all) follower.ended(problem);
  };

  const onMessage = (data: string | Uint8Array): void => {
    const word = source.read(data);
    unreadable = word.kind === 'unreadable' ? unreadable + 1 : 0;
    if (unreadable > MOST_UNREADABLE) endAll({ kind: 'bad-response', detail: 'the stream does not read' });
    else if (word.kind === 'event') pass(word.event);
    else if (word.kind === 'too-old') isTooOld = true;
    else if (word.kind === 'ended' && word.isElsewhere) restart();
    else if (word.kind === 'ended') onEndWord(word.name);
  };

  const onEndWord = (name: string): void => {
    socket?.close();
    onEnd(`the stream ended: ${name.slice(0, 60)}`);
  };

  /** It counts anew: nobody's place means anything, and all begin with what happens now. */
  const restart = (): void => {
    for (const [follower, place] of places)
      if (place.at !== undefined) miss(follower, place, 'restarted', now());
    shut();
    openSoon(AGAIN_MS);
  };

  const pass = (event: StreamEvent): void => {
    const until = event.time ?? now();
    if (last === undefined) lookForLoss(event, until);
    else if (source.longestStep !== undefined && event.at - last.at > source.longestStep)
      for (const [follower, place] of places)
        if (place.at !== undefined && place.at >= last.at) miss(follower, place, 'jumped', until);
    last = { at: Math.max(event.at, last?.at ?? 0), time: event.time ?? last?.time };
    const heard = hearOnce(event);
    for (const [follower, place] of places) {
      if (event.at <= place.floor) continue;
      place.at = place.at === undefined ? event.at : Math.max(place.at, event.at);
      place.time = event.time ?? place.time;
      follower.take(heard);
    }
  };

  /** The first event after coming back: our last one again, else something lies between (or all is counted anew). */
  const lookForLoss = (event: StreamEvent, until: string): void => {
    const isCountedAnew = asked !== undefined && event.at < asked - source.overlap;
    for (const [follower, place] of places) {
      if (place.at === undefined) continue;
      if (isCountedAnew) miss(follower, place, 'restarted', until);
      else if (isTooOld || event.at > place.at) miss(follower, place, 'too-old', until);
    }
  };

  return { join, leave };
};
