/**
 * A shift of a share: more negative mentions than usual, or more of them about one aspect. Definition: the sequential test of Page
 * (CUSUM, Biometrika 41, 1954) on the log likelihood ratio between the usual share p0 and twice its odds p1:
 * S = max(0, S + (x log(p1/p0) + (n - x) log((1-p1)/(1-p0))) / phi). Mentions of a day are alike (they answer each other): phi =
 * 1 + (mentions a day - 1) * rho, as in the beta-binomial (Williams, Applied Statistics 31, 1982; Rao and Scott, Biometrics 48, 1992). By
 * Lorden (Annals of Mathematical Statistics 42, 1971) a false alarm comes on average after at least e^h mentions: h = log(mentions,
 * counted by phi, between two accepted false alarms * shares looked at). p0 is its posterior mean plus one standard deviation: little
 * data asks for more.
 */
import { type FalseAlarms, hoursBetween } from './false-alarms.ts';

/** Of each hour: how many mentions were read, and how many of them have what is looked for. */
export type SharedCounts = {
  readonly start: number;
  readonly read: readonly number[];
  readonly marked: readonly number[];
};

export type UsualShare = {
  readonly share: number;
  /** What the test takes for usual: a little more, for what is not known. */
  readonly cautious: number;
  /** How much mentions of a day are alike, 0 to 1. */
  readonly likeness: number;
  readonly readADay: number;
};

/** Mentions with a share of a tenth that everything begins with. */
const PRIOR = { marked: 2, read: 20 } as const;
const LIKENESS_PRIOR = 0.03;
/** Days. */
const LIKENESS_WEIGHT = 10;
/** The odds that are looked for, as a multiple of the usual ones. */
const ODDS = 2;
const FEWEST_MARKED = 5;
/** Hours without a new height after which the story is over. */
const OVER_AFTER = 72;

export const usualShare = ({ read, marked }: SharedCounts): UsualShare => {
  const [allRead, allMarked] = [sum(read), sum(marked)];
  const share = (allMarked + PRIOR.marked) / (allRead + PRIOR.read);
  const days = byDay(read).map((n, day) => ({ n, x: byDay(marked)[day] ?? 0 }));
  const filled = days.filter(({ n }) => n > 1);
  const squares = filled.reduce(
    (total, { n, x }) => total + (x - n * share) ** 2 / (n * share * (1 - share)),
    0,
  );
  const room = filled.reduce((total, { n }) => total + n - 1, 0);
  const meanRoom = room / Math.max(1, filled.length);
  const raw = room > 0 ? (squares - filled.length) / room : 0;
  const weight = filled.length / (filled.length + LIKENESS_WEIGHT);
  const likeness = Math.min(
    0.6,
    Math.max(0, meanRoom > 0 ? raw : 0) * weight + LIKENESS_PRIOR * (1 - weight),
  );
  const readADay = filled.length > 0 ? meanRoom + 1 : 1;
  const inflated = 1 + (readADay - 1) * likeness;
  const deviation = Math.sqrt((share * (1 - share) * inflated) / (allRead + PRIOR.read));
  return { share, cautious: Math.min(0.9, share + deviation), likeness, readADay };
};

const byDay = (counts: readonly number[]): readonly number[] => {
  const days: number[] = [];
  counts.forEach((count, hour) => {
    const day = Math.floor(hour / 24);
    days[day] = (days[day] ?? 0) + count;
  });
  return days;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export type Shift = {
  /** Hours since 1970: where the excursion began, where it was beyond chance, and where it was over (null: not yet). */
  readonly began: number;
  readonly opened: number;
  readonly ended: number | null;
  /** From the beginning up to its height. */
  readonly read: number;
  readonly marked: number;
  readonly usual: number;
};

/** The shifts in these hours, in order: one excursion is one story. */
export const findShifts = (
  counts: SharedCounts,
  usual: UsualShare,
  { choice, among }: { readonly choice: FalseAlarms; readonly among: number },
): readonly Shift[] => {
  const { cautious: p0, likeness, readADay } = usual;
  const p1 = (ODDS * p0) / (1 - p0 + ODDS * p0);
  const phi = 1 + Math.max(0, readADay - 1) * likeness;
  const [up, down] = [Math.log(p1 / p0), Math.log((1 - p1) / (1 - p0))];
  const between = Math.max(
    10,
    ((sum(counts.read) / Math.max(1, counts.read.length)) * hoursBetween[choice]) / phi,
  );
  const limit = Math.log(between * among);
  return walk(counts, (x, n) => (x * up + (n - x) * down) / phi, limit, usual.share);
};

const walk = (
  { start, read, marked }: SharedCounts,
  gain: (marked: number, read: number) => number,
  limit: number,
  usual: number,
): readonly Shift[] => {
  const shifts: Shift[] = [];
  let open = null as Shift | null;
  let [height, began, n, x, top, topAt] = [0, start, 0, 0, 0, start];
  for (let at = 0; at < read.length; at += 1) {
    const [hourRead, hourMarked] = [read[at] ?? 0, marked[at] ?? 0];
    if (height <= 0) [began, n, x, top] = [start + at, 0, 0, 0];
    height = Math.min(2 * limit, Math.max(0, height + gain(hourMarked, hourRead)));
    [n, x] = [n + hourRead, x + hourMarked];
    if (height > 0 && height >= top) [top, topAt] = [height, start + at];
    if (!open && height >= limit && x >= FEWEST_MARKED)
      open = { began, opened: start + at, ended: null, read: n, marked: x, usual };
    else if (open && height > 0 && topAt === start + at) open = { ...open, read: n, marked: x };
    if (open && (height <= 0 || start + at - topAt >= OVER_AFTER)) {
      shifts.push({ ...open, ended: start + at });
      [open, height] = [null, 0];
    }
  }
  return open ? [...shifts, open] : shifts;
};
