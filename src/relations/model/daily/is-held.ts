import type { Candidate } from './candidate.ts';
import { type Choice, daysBetween, type Shown } from './history.ts';
import { isWaiting, type ReasonKind } from './reason-kind.ts';

/** Days: after somebody was on the list, after it was done, after "later" without a day, after any contact of ours. */
const AFTER_SHOWN = 7;
const AFTER_DONE = 21;
const LATER = 7;
const AFTER_CONTACT = 7;
/** Reasons that answer to words of theirs stand although we have spoken with them lately. */
const ANSWERS_WORDS: readonly ReasonKind[] = ['unhappy', 'thanked'];

/** What the past says of one person. */
export type Past = { readonly shown: readonly Shown[]; readonly choices: readonly Choice[] };

/** What of somebody says whether a reason must wait. */
type HeldFacts = Pick<Candidate, 'said' | 'lastContactedAt'>;

/** Never on the list, whatever the reason: asked for quiet, objected, or one of us said "never". */
export const isBarred = ({ consent }: Candidate, { choices }: Past): boolean =>
  consent === 'quiet' || consent === 'objected' || choices.some(({ state }) => state === 'never');

/**
 * Whether `kind` must wait on `day`: put off until later, done already, or urged a short time ago. Somebody who wrote
 * again after a choice and waits for an answer is news: no earlier choice but "never" holds that back.
 */
export const isHeld = (candidate: HeldFacts, kind: ReasonKind, past: Past, day: string, now: Date): boolean =>
  past.choices.some((choice) => isHeldBy(choice, candidate, kind, day)) ||
  (!isWaiting(kind) && isTooSoon(candidate, kind, past, day, now));

const isHeldBy = (choice: Choice, { said }: HeldFacts, kind: ReasonKind, day: string): boolean => {
  if (isWaiting(kind) && said !== null && said.at > choice.at) return false;
  if (choice.state === 'later')
    return choice.until ? day < choice.until : daysBetween(choice.day, day) < LATER;
  if (choice.state !== 'done') return false;
  return isWaiting(kind) ? isWaiting(choice.reason) : daysBetween(choice.day, day) < AFTER_DONE;
};

const isTooSoon = (
  { lastContactedAt }: HeldFacts,
  kind: ReasonKind,
  { shown }: Past,
  day: string,
  now: Date,
): boolean =>
  shown.some((before) => before.day < day && daysBetween(before.day, day) < AFTER_SHOWN) ||
  (!ANSWERS_WORDS.includes(kind) &&
    lastContactedAt !== null &&
    now.getTime() - lastContactedAt.getTime() < AFTER_CONTACT * 86_400_000);
