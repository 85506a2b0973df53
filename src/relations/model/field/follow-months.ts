/** What a month with a field brought. */
export type FollowedMonth = {
  /** Such as `2026-11`. */
  readonly month: string;
  /** What we said to the people of the team. */
  readonly said: number;
  /** What they said to us. */
  readonly cameBack: number;
  /** How many of them spoke with us. */
  readonly spokeWith: number;
  /** Of the web around us, by the last figures of the month; null when there are none. */
  readonly effectiveSize: number | null;
  readonly circlesReached: number | null;
  readonly withinTwoSteps: number | null;
};

export type MonthOfTalk = Pick<FollowedMonth, 'month' | 'said' | 'cameBack' | 'spokeWith'>;
export type MonthOfWeb = {
  /** Such as `2026-11-22`. */
  readonly day: string;
  readonly effectiveSize: number;
  readonly circlesReached: number;
  readonly withinTwoSteps: number;
};

/** Every month from the first known to that of `today`, the oldest first, at most `most`; months without talk are there too. */
export const followMonths = (
  talk: readonly MonthOfTalk[],
  web: readonly MonthOfWeb[],
  today: string,
  most = 24,
): readonly FollowedMonth[] => {
  const talkOf = new Map(talk.map((each) => [each.month, each]));
  const webOf = new Map(
    [...web].sort((a, b) => (a.day < b.day ? -1 : 1)).map((each) => [each.day.slice(0, 7), each]),
  );
  const last = today.slice(0, 7);
  const first = [...talkOf.keys(), ...webOf.keys(), last].sort()[0] ?? last;
  return monthsBetween(first, last)
    .slice(-most)
    .map((month) => {
      const { said = 0, cameBack = 0, spokeWith = 0 } = talkOf.get(month) ?? {};
      const { effectiveSize = null, circlesReached = null, withinTwoSteps = null } = webOf.get(month) ?? {};
      return { month, said, cameBack, spokeWith, effectiveSize, circlesReached, withinTwoSteps };
    });
};

const monthsBetween = (first: string, last: string): readonly string[] => {
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (let at = first; at <= last && months.length < 1_200; ) {
    months.push(at);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    at = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  }
  return months;
};
