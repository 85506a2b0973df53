import { nextDelay } from '../../platform/backoff.ts';
import { err, ok, type Result } from '../../platform/result.ts';

export const replyStates = [
  'waiting',
  'returned',
  'held',
  'sending',
  'unknown',
  'sent',
  'failed',
  'undone',
] as const;
export type ReplyState = (typeof replyStates)[number];

/** What stands in the way: a kind of ChannelProblem or one of ours ('unclear', 'person-looked', 'bounced', 'cannot-compose'), and the technical detail. */
export type ReplyProblem = { readonly kind: string; readonly detail: string };

/** The part of a reply that the rules of sending know. */
export type ReplyProgress = {
  readonly state: ReplyState;
  /** Leaves not before this instant; moved when a person asks again: giving up is counted from here. */
  readonly sendAfter: Date;
  /** Sendings begun since `sendAfter`. */
  readonly attempts: number;
  readonly attemptStartedAt: Date | null;
  readonly unknownSince: Date | null;
  /** When a worker must look next; null when nothing is left to do. */
  readonly dueAt: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly problem: ReplyProblem | null;
};

/** What may happen to a reply: a person's wish, a worker's step, or what the channel said. */
export type ReplyCommand =
  | { readonly kind: 'undo' | 'send-now' | 'retry' }
  /** The author says it anew; an approver lets it leave, or gives it back with a word; the one who approved thinks again in time. */
  | { readonly kind: 'propose' | 'approve' | 'give-back' | 'reconsider' }
  /** About to leave, it turns out that somebody must approve it first. */
  | { readonly kind: 'hold-back' }
  /** About to leave, it says what the company lets nobody say. */
  | { readonly kind: 'stop'; readonly problem: ReplyProblem }
  /** A worker is about to call the channel: `leaseMs` is how long its silence is believed. */
  | { readonly kind: 'begin'; readonly leaseMs: number }
  /** A worker is about to look for what an earlier attempt did. */
  | { readonly kind: 'look'; readonly leaseMs: number }
  /** The worker of the attempt under way has been silent beyond its lease. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'published' }
  | { readonly kind: 'rejected'; readonly problem: ReplyProblem }
  /** It had left, and came back: never to be sent again under the same key. */
  | { readonly kind: 'bounced'; readonly detail: string }
  | {
      readonly kind: 'not-sent';
      readonly problem: ReplyProblem;
      readonly retryAfterMs?: number;
      /** 0 to 1, spreads the attempts of many. */
      readonly jitter: number;
    }
  /** The channel was not even called and will not be for now (paused): no attempt is counted. */
  | { readonly kind: 'put-off'; readonly problem: ReplyProblem; readonly lookAgainMs: number }
  | { readonly kind: 'unsure'; readonly problem: ReplyProblem }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unclear'; readonly lookAgainMs: number };

/** What was asked is not possible in the state it is in. */
export type ReplyRefusal = { readonly kind: 'not-now'; readonly state: ReplyState };

/**
 * The whole law of sending: from which state what may happen, and where it leads. Some lines are conditional:
 * `not-sent` and
 * `put-off` lead to `failed` when we have tried enough, `unclear` to `failed` after an hour (or to `held`
 * when a person has looked for themselves), and `retry` of what we are unsure of leads to `unknown`, to look first.
 * Nothing leaves from `waiting` or `returned`: an approval leads to `held` and its time of an undo.
 * `published` is told late of an attempt that we had given up: what has left has left.
 */
export const transitions = {
  waiting: {
    propose: 'waiting',
    approve: 'held',
    'give-back': 'returned',
    undo: 'undone',
    published: 'sent',
  },
  returned: { propose: 'waiting', undo: 'undone', published: 'sent' },
  held: {
    undo: 'undone',
    reconsider: 'waiting',
    'hold-back': 'waiting',
    stop: 'failed',
    'send-now': 'held',
    begin: 'sending',
    published: 'sent',
  },
  sending: {
    published: 'sent',
    rejected: 'failed',
    'not-sent': 'held',
    'put-off': 'held',
    unsure: 'unknown',
    lost: 'unknown',
  },
  unknown: { look: 'unknown', published: 'sent', absent: 'held', unclear: 'unknown' },
  failed: { retry: 'held', published: 'sent' },
  sent: { bounced: 'failed' },
  undone: {},
} as const satisfies Record<ReplyState, Partial<Record<ReplyCommand['kind'], ReplyState>>>;

export const HOLD_MS = 10_000;
const ATTEMPTS_BEFORE_GIVING_UP = 8;
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
const UNCLEAR_FOR_MS = 3_600_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
const SHORTEST_LOOK_MS = 1_000;

/** What `command` makes of the reply at `now`, or why it cannot be. Pure: the same answer for the same question. */
export const decide = (
  command: ReplyCommand,
  reply: ReplyProgress,
  now: Date,
): Result<ReplyProgress, ReplyRefusal> => {
  const allowed: Partial<Record<ReplyCommand['kind'], ReplyState>> = transitions[reply.state];
  if (allowed[command.kind] === undefined || !isPossible(command, reply, now)) {
    return err({ kind: 'not-now', state: reply.state });
  }
  return ok(apply(command, reply, now));
};

const isPossible = (command: ReplyCommand, reply: ReplyProgress, now: Date): boolean => {
  if (command.kind === 'begin' || command.kind === 'look') return isDue(reply, now);
  if (command.kind === 'retry') return reply.problem?.kind !== 'bounced';
  if (command.kind === 'published')
    return reply.attemptStartedAt !== null && reply.problem?.kind !== 'bounced';
  if (command.kind === 'lost' || command.kind === 'hold-back' || command.kind === 'stop')
    return isDue(reply, now);
  return true;
};

const isDue = (reply: ReplyProgress, now: Date): boolean => reply.dueAt !== null && reply.dueAt <= now;

const apply = (command: ReplyCommand, reply: ReplyProgress, now: Date): ReplyProgress => {
  switch (command.kind) {
    case 'undo':
      return { ...reply, ...finished, state: 'undone', problem: null };
    case 'propose':
    case 'reconsider':
    case 'hold-back':
      return { ...reply, ...finished, state: 'waiting', problem: null };
    case 'give-back':
      return { ...reply, ...finished, state: 'returned', problem: null };
    case 'approve':
      return approved(reply, now);
    case 'stop':
      return failed(reply, command.problem);
    case 'send-now':
      return { ...reply, sendAfter: earlier(reply.sendAfter, now), dueAt: now };
    case 'begin':
      return begin(reply, now, command.leaseMs);
    case 'look':
      return { ...reply, dueAt: later(now, command.leaseMs) };
    case 'published':
      return { ...reply, ...finished, state: 'sent', unknownSince: null, problem: null };
    case 'rejected':
      return failed(reply, command.problem);
    case 'bounced':
      return failed(reply, { kind: 'bounced', detail: command.detail });
    case 'not-sent':
      return tryAgain(reply, command.problem, waitBefore(reply.attempts, command, now), now);
    case 'put-off':
      return putOff(reply, command.problem, command.lookAgainMs, now);
    case 'absent':
      return tryAgain(reply, reply.problem, 0, now);
    case 'lost':
      return { ...unsure(reply, { kind: 'interrupted', detail: '' }, now), dueAt: now };
    case 'unsure':
      return unsure(reply, command.problem, now);
    case 'unclear':
      return stillUnclear(reply, command.lookAgainMs, now);
    case 'retry':
      return retry(reply, now);
  }
};

const finished = { dueAt: null, nextAttemptAt: null } as const;

/** As if it had just been written: with the time of an undo. */
const approved = (reply: ReplyProgress, now: Date): ReplyProgress => {
  const sendAfter = later(now, HOLD_MS);
  return {
    ...reply,
    state: 'held',
    sendAfter,
    dueAt: sendAfter,
    attempts: 0,
    nextAttemptAt: null,
    problem: null,
  };
};

const begin = (reply: ReplyProgress, now: Date, leaseMs: number): ReplyProgress => ({
  ...reply,
  state: 'sending',
  attempts: reply.attempts + 1,
  attemptStartedAt: now,
  dueAt: later(now, leaseMs),
  nextAttemptAt: null,
});

const failed = (reply: ReplyProgress, problem: ReplyProblem): ReplyProgress => ({
  ...reply,
  ...finished,
  state: 'failed',
  unknownSince: null,
  problem,
});

const unsure = (reply: ReplyProgress, problem: ReplyProblem, now: Date): ReplyProgress => ({
  ...reply,
  state: 'unknown',
  unknownSince: now,
  problem,
  dueAt: later(now, SHORTEST_LOOK_MS),
  nextAttemptAt: null,
});

const tryAgain = (
  reply: ReplyProgress,
  problem: ReplyProblem | null,
  waitMs: number,
  now: Date,
): ReplyProgress => {
  const tooOld = now.getTime() - reply.sendAfter.getTime() >= GIVE_UP_AFTER_MS;
  if (reply.attempts >= ATTEMPTS_BEFORE_GIVING_UP || tooOld) {
    return failed(reply, problem ?? { kind: 'interrupted', detail: '' });
  }
  const again = later(now, waitMs);
  return { ...reply, state: 'held', unknownSince: null, problem, dueAt: again, nextAttemptAt: again };
};

const putOff = (reply: ReplyProgress, problem: ReplyProblem, lookAgainMs: number, now: Date): ReplyProgress =>
  tryAgain({ ...reply, attempts: Math.max(0, reply.attempts - 1) }, problem, lookAgainMs, now);

const stillUnclear = (reply: ReplyProgress, lookAgainMs: number, now: Date): ReplyProgress => {
  if (reply.problem?.kind === 'person-looked') return tryAgain(reply, null, 0, now);
  const since = reply.unknownSince ?? now;
  if (now.getTime() - since.getTime() >= UNCLEAR_FOR_MS)
    return failed(reply, { kind: 'unclear', detail: '' });
  const lookAt = later(now, Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_LOOK_MS, lookAgainMs)));
  return { ...reply, dueAt: lookAt };
};

/** A person asks again. Of what we are unsure of we look first, whatever they saw: only then it may leave anew. */
const retry = (reply: ReplyProgress, now: Date): ReplyProgress => {
  const anew = { ...reply, sendAfter: now, attempts: 0, dueAt: now, nextAttemptAt: null };
  return reply.problem?.kind === 'unclear'
    ? { ...anew, state: 'unknown', unknownSince: now, problem: { kind: 'person-looked', detail: '' } }
    : { ...anew, state: 'held', unknownSince: null, problem: null };
};

/** The channel's Retry-After is a floor under our own growing, jittered wait. */
const waitBefore = (
  attempts: number,
  told: { readonly retryAfterMs?: number; readonly jitter: number },
  now: Date,
): number =>
  nextDelay({
    attempt: attempts,
    baseMs: FIRST_WAIT_MS,
    capMs: LONGEST_WAIT_MS,
    retryAfter: told.retryAfterMs === undefined ? undefined : told.retryAfterMs / 1_000,
    now,
    random: () => told.jitter,
  });

const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + Math.round(milliseconds));

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
