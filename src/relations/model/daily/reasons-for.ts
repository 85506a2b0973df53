import { sleepOf } from '../ties/sleep.ts';
import { yearsSince } from './anniversary-today.ts';
import type { Candidate, Consent, LastWords } from './candidate.ts';
import type { ReasonKind } from './reason-kind.ts';

/** A reason that holds today. `fit`, 0..1: how well, among those of its kind. */
export type Reason = { readonly kind: ReasonKind; readonly fit: number };

const DAY = 86_400_000;
/** Days within which words still call for something. */
const ASKED_FOR = 30;
const COMPLAINED_FOR = 90;
const THANKED_FOR = 14;
/** Days of silence after our answer to a complaint before we ask how it ended, and until when that makes sense. */
const ASK_AFTER = 3;
const ASK_UNTIL = 45;
/** An introduction is ripe when both ties are at least this strong (0..1). */
const RIPE = 0.5;
/** A circle is one that we lack when we know at most this share of it. */
const LACKED = 0.1;

/** Every reason why `candidate` could be spoken to on `day` (YYYY-MM-DD, the company's), the facts being those of `now`. */
export const reasonsFor = (candidate: Candidate, day: string, now: Date): readonly Reason[] => [
  ...fromWords(candidate, now),
  ...fromTie(candidate, now),
  ...fromOthers(candidate),
  ...fromAnniversary(candidate, day),
];

const fromWords = ({ said, tie }: Candidate, now: Date): readonly Reason[] => {
  const kind = said === null ? undefined : calledBy(said, now);
  if (said === null || kind === undefined) return [];
  const days = daysSince(said.at, now);
  // Who waits is more urgent by the day; a thank-you cools.
  const timely = kind === 'thanked' ? unit(1 - days / THANKED_FOR) : unit(days / 3);
  return [{ kind, fit: unit(0.6 * timely + 0.4 * unit(tie?.strength ?? 0)) }];
};

/** For what somebody's last words call at `now`; undefined: for nothing. */
export const calledBy = (said: LastWords, now: Date): ReasonKind | undefined =>
  said.answeredAt === null ? unanswered(said, daysSince(said.at, now)) : mended(said, said.answeredAt, now);

const daysSince = (at: Date, now: Date): number => Math.max(0, (now.getTime() - at.getTime()) / DAY);

const unanswered = (said: LastWords, days: number): ReasonKind | undefined => {
  if (said.complaint || said.leftUnhappy) return days <= COMPLAINED_FOR ? 'complained' : undefined;
  if (said.needsReply || said.question) return days <= ASKED_FOR ? 'asked' : undefined;
  return (said.thanks || said.praise) && days <= THANKED_FOR ? 'thanked' : undefined;
};

const mended = (said: LastWords, answeredAt: Date, now: Date): ReasonKind | undefined => {
  const since = (now.getTime() - answeredAt.getTime()) / DAY;
  const isDue = since >= ASK_AFTER && since <= ASK_UNTIL;
  return (said.complaint || said.leftUnhappy) && isDue ? 'unhappy' : undefined;
};

const fromTie = ({ tie }: Candidate, now: Date): readonly Reason[] => {
  if (tie === null || tie.usualDays === null || tie.lastAt === null) return [];
  const sleep = sleepOf({ usualDays: tie.usualDays, lastAt: tie.lastAt }, now);
  if (sleep.state !== 'falling') return [];
  return [{ kind: 'asleep', fit: unit(0.7 * unit(tie.strength) + 0.3 * unit(-tie.trend)) }];
};

const fromOthers = ({ bridge, introduction, meeting, weakTie }: Candidate): readonly Reason[] => {
  const reasons: Reason[] = [];
  if (bridge && bridge.weKnow <= LACKED * bridge.size && bridge.theyKnow > bridge.weKnow)
    reasons.push({ kind: 'bridge', fit: unit(Math.log2(1 + bridge.theyKnow) / 6) });
  if (introduction && isRipe(introduction))
    reasons.push({ kind: 'introduction', fit: unit(introduction.strengths[0] * introduction.strengths[1]) });
  if (meeting && meeting.common > 0 && isRipe(meeting))
    reasons.push({ kind: 'meeting', fit: unit(Math.log2(1 + meeting.common) / 4) });
  // Who alone joins us to a circle matters more than one of many.
  if (weakTie) reasons.push({ kind: 'weak-tie', fit: unit(1 / Math.max(1, weakTie.joining)) });
  return reasons;
};

type Ripening = {
  readonly strengths: readonly [number, number];
  readonly other: { readonly consent: Consent };
};

const isRipe = ({ strengths, other }: Ripening): boolean =>
  strengths[0] >= RIPE && strengths[1] >= RIPE && other.consent !== 'quiet' && other.consent !== 'objected';

const fromAnniversary = ({ anniversary, tie }: Candidate, day: string): readonly Reason[] => {
  if (anniversary === null || yearsSince(anniversary.since, day) === null) return [];
  return [{ kind: 'anniversary', fit: unit(0.4 + 0.6 * (tie?.strength ?? 0)) }];
};

/** Between 0 and 1; what is no number counts for nothing. */
const unit = (value: number): number => (value > 0 ? Math.min(1, value) : 0);
