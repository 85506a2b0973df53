import type { Words } from '../../../channels/index.ts';
import { byWhom, type Colleague } from './by-whom.ts';
import type { Candidate } from './candidate.ts';
import type { History } from './history.ts';
import { isBarred, isHeld, type Past } from './is-held.ts';
import { type Manner, mannerFor, mannerMinutes, sayManner } from './manner.ts';
import { type Option, type Picked, pick } from './pick.ts';
import { isWaiting, type ReasonKind } from './reason-kind.ts';
import { type ReasonWeights, reasonWeights } from './reason-weights.ts';
import { type Reason, reasonsFor } from './reasons-for.ts';
import { sayWhy } from './say-why.ts';

/** Somebody to speak with today. */
export type DailyEntry = {
  readonly contactId: string;
  readonly reason: ReasonKind;
  readonly why: Words;
  readonly manner: Manner;
  readonly mannerSays: Words;
  /** Where: the channel of their words, or the one where they are best reached; null: none is known. */
  readonly channel: string | null;
  readonly by: { readonly personId: string; readonly name: string } | null;
  readonly minutes: number;
  /** The conversation and the words that it is about; null when it is about none. */
  readonly mentionId: string | null;
  readonly threadId: string | null;
};

export type DailyOptions = {
  /** YYYY-MM-DD, in the company's time zone. */
  readonly day: string;
  readonly now: Date;
  /** 15 by default. */
  readonly budgetMinutes?: number;
  readonly colleagues: readonly Colleague[];
};

const MOST = 10;
const BUDGET = 15;

/** What each kind is worth among those of our own accord; waiting ones go before all of them. */
const worth = {
  complained: 2,
  asked: 1,
  unhappy: 0.95,
  anniversary: 0.85,
  introduction: 0.8,
  meeting: 0.75,
  thanked: 0.9,
  bridge: 0.7,
  'weak-tie': 0.6,
  asleep: 0.7,
} as const satisfies Readonly<Record<ReasonKind, number>>;

/**
 * The people to speak with on a day: at most ten, within the minutes, each with one reason. The same facts give the same
 * list, in any order of them. What was marked done today keeps its place and its minutes, so that the list comes to an end.
 * Never on it: who asked for quiet, who objected, of whom one of us said "never".
 */
export const dailyList = (
  candidates: readonly Candidate[],
  history: History,
  { day, now, budgetMinutes = BUDGET, colleagues }: DailyOptions,
): readonly DailyEntry[] => {
  const pastOf = pasts(history);
  const weights = reasonWeights(history, day);
  const byId = new Map(candidates.map((candidate) => [candidate.contactId, candidate]));
  const options = [...byId.values()].flatMap((candidate): readonly Option[] => {
    const past = pastOf(candidate.contactId);
    return isBarred(candidate, past) ? [] : [optionFor(candidate, past, weights, day, now)];
  });
  const done = doneToday(history, day);
  const room = { places: MOST - done.length, minutes: budgetMinutes - minutesDone(done) };
  return pick(options, room).flatMap((picked) => {
    const candidate = byId.get(picked.contactId);
    return candidate ? [entryFor(candidate, picked, day, now, colleagues)] : [];
  });
};

/** Of each person what the past says. */
export const pasts = ({ shown, choices }: History): ((contactId: string) => Past) => {
  const shownOf = Map.groupBy(shown, ({ contactId }) => contactId);
  const choicesOf = Map.groupBy(choices, ({ contactId }) => contactId);
  return (contactId) => ({ shown: shownOf.get(contactId) ?? [], choices: choicesOf.get(contactId) ?? [] });
};

const optionFor = (
  candidate: Candidate,
  past: Past,
  weights: ReasonWeights,
  day: string,
  now: Date,
): Option => ({
  contactId: candidate.contactId,
  reasons: reasonsFor(candidate, day, now)
    .filter(({ kind }) => !isHeld(candidate, kind, past, day, now))
    .map((reason) => ({
      kind: reason.kind,
      value: worthNow(reason, weights),
      minutes: mannerMinutes[mannerFor(reason.kind, candidate)],
    })),
});

const worthNow = ({ kind, fit }: Reason, weights: ReasonWeights): number =>
  worth[kind] * (0.5 + 0.5 * fit) * (isWaiting(kind) ? 1 : weights[kind]);

const doneToday = ({ choices }: History, day: string): readonly { readonly reason: ReasonKind }[] => [
  ...new Map(
    choices
      .filter((choice) => choice.day === day && choice.state === 'done')
      .map((choice) => [choice.contactId, choice]),
  ).values(),
];

/** What was done is gone from the facts: its usual manner tells how long it took. */
const minutesDone = (done: readonly { readonly reason: ReasonKind }[]): number =>
  done.reduce((sum, { reason }) => sum + mannerMinutes[usualManner[reason]], 0);

const usualManner = {
  complained: 'answer',
  asked: 'answer',
  unhappy: 'ask',
  thanked: 'thank',
  anniversary: 'thank',
  introduction: 'private',
  meeting: 'introduce',
  bridge: 'answer',
  'weak-tie': 'answer',
  asleep: 'private',
} as const satisfies Readonly<Record<ReasonKind, Manner>>;

const entryFor = (
  candidate: Candidate,
  { kind }: Picked,
  day: string,
  now: Date,
  colleagues: readonly Colleague[],
): DailyEntry => {
  const manner = mannerFor(kind, candidate);
  const words = ['complained', 'asked', 'unhappy', 'thanked'].includes(kind) ? candidate.said : null;
  const wantsPublic = manner === 'answer';
  const place = candidate.channels.find(({ isPublic }) => isPublic === wantsPublic) ?? candidate.channels[0];
  return {
    contactId: candidate.contactId,
    reason: kind,
    why: sayWhy(kind, candidate, day, now),
    manner,
    mannerSays: sayManner(manner, kind),
    channel: words?.channel ?? place?.channel ?? null,
    by: byWhom(kind, candidate, colleagues),
    minutes: mannerMinutes[manner],
    mentionId: words?.mentionId ?? null,
    threadId: words?.threadId ?? null,
  };
};
