import type { Intent } from '../../language/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import type { WorkingTime } from '../../platform/time/working-time.ts';
import type { AnswerTarget, Gravity } from './answer-target.ts';

/** What a deadline hangs from. */
export type WaitFacts = {
  readonly threadId: ThreadId;
  readonly status: 'open' | 'snoozed' | 'done';
  readonly addressed: boolean;
  readonly waitingFor: 'us' | 'them' | 'nobody';
  /** When they said the first of what we have not answered; null when there is nothing. */
  readonly waitingSince: Date | null;
  readonly lastOursAt: Date | null;
  readonly channel: string;
  readonly intents: readonly Intent[];
  /** Null where nobody complains. */
  readonly gravity: Gravity | null;
  readonly teamId: string | null;
  /** Working minutes at most, where a rule said so. */
  readonly answerWithin?: number | null;
};

export type RunningDeadline = {
  readonly id: string;
  readonly kind: 'first' | 'next';
  readonly teamId: string | null;
  readonly minutes: number;
  readonly startedAt: Date;
  readonly dueAt: Date;
};

export type DeadlineSteps = {
  readonly end?: {
    readonly id: string;
    readonly outcome: 'answered' | 'dropped';
    readonly endedAt: Date;
    readonly taken: number | null;
  };
  readonly start?: Omit<RunningDeadline, 'id'>;
  /** The one that runs, as it is from now on. */
  readonly move?: RunningDeadline;
};

export type DeskRules = {
  readonly targets: readonly AnswerTarget[];
  /** The working time of a team; null: of the company. */
  timeOf(teamId: string | null): WorkingTime;
};

/** What somebody said longer ago than this (ms) when we first hear it has no clock: it is memory, not a wait. */
const TOO_OLD_MS = 14 * 24 * 3_600_000;

/**
 * What becomes of the clock of a conversation. It runs while they wait for us and only then: while we wait for them there is none,
 * and what they say next starts another. Putting a conversation aside does not stop it: whoever waits does not know of that.
 */
export const decideDeadline = (
  facts: WaitFacts,
  running: RunningDeadline | undefined,
  rules: DeskRules,
  now: Date,
): DeadlineSteps => {
  const since = waits(facts) ? facts.waitingSince : null;
  const target = since && targetOf(facts, rules.targets);
  if (!since || !target) return running ? { end: endOf(running, facts, rules, now) } : {};
  const kind = facts.lastOursAt && facts.lastOursAt < since ? 'next' : 'first';
  const minutes = Math.min(target[kind], facts.answerWithin ?? Number.POSITIVE_INFINITY);
  const dueAt = rules.timeOf(facts.teamId).add(since, minutes);
  const wanted = { kind, teamId: facts.teamId, minutes, startedAt: since, dueAt } as const;
  if (!running) return now.getTime() - since.getTime() > TOO_OLD_MS ? {} : { start: wanted };
  if (facts.lastOursAt && facts.lastOursAt >= running.startedAt && facts.lastOursAt < since)
    return { end: endOf(running, facts, rules, now), start: wanted };
  const isSame =
    running.dueAt.getTime() === dueAt.getTime() &&
    running.startedAt.getTime() === since.getTime() &&
    running.teamId === facts.teamId &&
    running.minutes === minutes;
  return isSame ? {} : { move: { ...wanted, id: running.id, kind: running.kind } };
};

const waits = ({ status, addressed, waitingFor }: WaitFacts): boolean =>
  status !== 'done' && addressed && waitingFor === 'us';

/** The first that fits: the order is the company's. */
export const targetOf = (
  { channel, intents, gravity }: Pick<WaitFacts, 'channel' | 'intents' | 'gravity'>,
  targets: readonly AnswerTarget[],
): AnswerTarget | undefined =>
  targets.find(
    (target) =>
      (target.channels.length === 0 || target.channels.includes(channel)) &&
      (target.intents.length === 0 || target.intents.some((intent) => intents.includes(intent))) &&
      (target.leastGravity === null || (gravity !== null && gravity >= target.leastGravity)),
  );

const endOf = (
  running: RunningDeadline,
  { lastOursAt }: WaitFacts,
  rules: DeskRules,
  now: Date,
): NonNullable<DeadlineSteps['end']> =>
  lastOursAt && lastOursAt >= running.startedAt
    ? {
        id: running.id,
        outcome: 'answered',
        endedAt: lastOursAt,
        taken: rules.timeOf(running.teamId).between(running.startedAt, lastOursAt),
      }
    : { id: running.id, outcome: 'dropped', endedAt: now, taken: null };
