/**
 * How well alerts find what is there, beside what a person would try first. Invented series (src/alerts/model/invented-series.fixture.ts):
 * a company's week, dispersion of hours and of whole days, holidays, growth; in some of them bursts of known size at known hours.
 * `node bench/alerts.ts [years]`
 */
import {
  countsOf,
  heardAmong,
  type Invention,
  inventTimes,
  poisson,
  seeded,
} from '../src/alerts/model/invented-series.fixture.ts';
import { createLocalHours, type HourIndex } from '../src/alerts/model/local-hours.ts';
import { LEARNT_FROM, replayShifts, replaySilences, replaySpikes } from '../src/alerts/model/replay.ts';

const local = createLocalHours('Europe/Rome');
const YEARS = Number(process.argv[2] ?? 2);
const DAYS = 84 + 365;
const MONTHS = 12;
const LOOK_EVERY = 1 / 12;

type Told = { readonly opened: number };
type Series = ReturnType<typeof openSeries>;

const openSeries = (change: Partial<Invention> & Pick<Invention, 'seed'>) => {
  const invention: Invention = { local, days: DAYS, aDay: 10, ofHour: 0.5, ofDay: 0.1, ...change };
  const { start, times } = inventTimes(invention);
  return {
    counts: countsOf(start, times, invention.days * 24),
    times,
    from: start + LEARNT_FROM,
    heard: heardAmong(times),
  };
};

/** Ours, at most one false alarm a month. */
const ours = ({ counts, heard, from }: Series): readonly Told[] =>
  replaySpikes({ counts, local, choice: 'month', from, heard, every: LOOK_EVERY });

/** What a spreadsheet would do: the hour is above the mean of the last four weeks by three standard deviations. */
const threeDeviations = ({ counts, from }: Series): readonly Told[] =>
  storiesOf(counts, from, (hour) => {
    const past = counts.counts.slice(hour - 28 * 24, hour);
    const mean = past.reduce((sum, n) => sum + n, 0) / past.length;
    const deviation = Math.sqrt(past.reduce((sum, n) => sum + (n - mean) ** 2, 0) / past.length);
    return (counts.counts[hour] ?? 0) > mean + 3 * deviation;
  });

/** A fixed multiple: today has three times what yesterday had at the same hour, and at least four. */
const timesYesterday = ({ counts, from }: Series): readonly Told[] => {
  const soFar = (hour: number): number => {
    let sum = 0;
    const today = local(counts.start + hour).day;
    for (let at = hour; at >= 0 && local(counts.start + at).day === today; at -= 1)
      sum += counts.counts[at] ?? 0;
    return sum;
  };
  return storiesOf(counts, from, (hour) => soFar(hour) >= 4 && soFar(hour) > 3 * soFar(hour - 24));
};

/** One story a day at most, as the rules of thumb are used: who was told this morning is not told again at noon. */
const storiesOf = (
  { start, counts }: Series['counts'],
  from: HourIndex,
  isUnusual: (hour: number) => boolean,
): readonly Told[] => {
  const told: Told[] = [];
  for (let hour = from - start; hour < counts.length; hour += 1)
    if (isUnusual(hour) && start + hour + 1 - (told.at(-1)?.opened ?? 0) > 24)
      told.push({ opened: start + hour + 1 });
  return told;
};

const methods = { ours, threeDeviations, timesYesterday } as const;
const levels = [
  { name: 'calm', ofHour: 0, ofDay: 0 },
  { name: 'lively', ofHour: 0.5, ofDay: 0.1 },
  { name: 'wild', ofHour: 1.5, ofDay: 0.4 },
] as const;

const say = (...cells: readonly (string | number)[]): void => {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
};

const falseAlarms = (change: Partial<Invention>, method: (series: Series) => readonly Told[]): string => {
  let told = 0;
  for (let year = 1; year <= YEARS; year += 1)
    told += method(openSeries({ seed: year * 101, ...change })).length;
  return (told / (YEARS * MONTHS)).toFixed(2);
};

/** A burst every nine days, at ten in the morning, of so many extra mentions in three hours. */
const withBursts = (seed: number, extra: number, level: (typeof levels)[number], aDay: number) => {
  const { from } = openSeries({ seed, days: 85 });
  const bursts = Array.from({ length: 36 }, (_, at) => ({
    at: from + 9 * 24 * (at + 1) + 10,
    hours: 3,
    extra: extra / 3,
  }));
  return { bursts, series: openSeries({ seed, bursts, aDay, ofHour: level.ofHour, ofDay: level.ofDay }) };
};

const found = (
  extra: number,
  level: (typeof levels)[number],
  aDay: number,
  method: (series: Series) => readonly Told[],
) => {
  let [hits, all, right, delays] = [0, 0, 0, [] as number[]];
  for (let year = 1; year <= YEARS; year += 1) {
    const { bursts, series } = withBursts(year * 7, extra, level, aDay);
    const told = method(series);
    const isOf = ({ opened }: Told) => bursts.find(({ at }) => opened > at && opened <= at + 8);
    const seen = bursts.map((burst) => told.find((one) => isOf(one) === burst));
    hits += seen.filter(Boolean).length;
    all += bursts.length;
    right += told.filter(isOf).length - told.length;
    delays = delays.concat(seen.flatMap((one, at) => (one ? [one.opened - (bursts[at]?.at ?? 0)] : [])));
  }
  const wrong = -right;
  const middle = delays.sort((a, b) => a - b)[Math.floor(delays.length / 2)];
  const precision = hits + wrong === 0 ? 1 : hits / (hits + wrong);
  return `${(hits / all).toFixed(2)} / ${precision.toFixed(2)} / ${middle === undefined ? '–' : `${middle.toFixed(1)} h`}`;
};

process.stdout.write('False alarms a month, one accepted (spikes; nothing unusual is in these series)\n');
for (const aDay of [2, 10, 60])
  for (const { name, ofHour, ofDay } of levels)
    say(
      `${aDay} a day, ${name}`,
      ...Object.values(methods).map((method) => falseAlarms({ aDay, ofHour, ofDay }, method)),
    );
for (const [name, change] of [
  ['10 a day, lively, 2% growth a week', { growth: 1.02 }],
  ['10 a day, lively, holidays doubled', { holidays: 2 }],
] as const)
  say(name, ...Object.values(methods).map((method) => falseAlarms(change, method)));

process.stdout.write('\nRecall / precision / middle delay of bursts in three hours\n');
for (const [aDay, extra] of [
  [2, 6],
  [2, 12],
  [10, 10],
  [10, 20],
  [60, 40],
  [60, 80],
] as const)
  for (const level of [levels[0], levels[1]])
    say(
      `${aDay} a day, ${level.name}, ${extra} more`,
      ...Object.values(methods).map((method) => found(extra, level, aDay, method)),
    );

process.stdout.write(
  '\nSilence: false alarms a month (one accepted), and hours until seven days of silence are told\n',
);
for (const aDay of [2, 10, 60]) {
  let [told, delays] = [0, [] as number[]];
  for (let year = 1; year <= YEARS; year += 1) {
    const { counts, from } = openSeries({ seed: year * 13, aDay });
    told += replaySilences({ counts, local, choice: 'month', from }).length;
    const begin = from + 100 * 24 - counts.start;
    const silenced = counts.counts.map((n, hour) => (hour >= begin && hour < begin + 168 ? 0 : n));
    const alarm = replaySilences({
      counts: { ...counts, counts: silenced },
      local,
      choice: 'month',
      from: from + 90 * 24,
    });
    delays = delays.concat(
      alarm
        .filter(({ opened }) => opened > begin + counts.start && opened < begin + counts.start + 168)
        .slice(0, 1)
        .map(({ opened }) => opened - begin - counts.start),
    );
  }
  say(
    `${aDay} a day`,
    (told / (YEARS * MONTHS)).toFixed(2),
    delays.length > 0 ? `${Math.round(delays.reduce((a, b) => a + b, 0) / delays.length)} h` : 'not told',
  );
}

process.stdout.write(
  '\nShifts of a share: false alarms a month (one accepted), and days until a share of 0.12 that becomes 0.3 is told\n',
);
for (const anHour of [0.2, 0.8, 3]) {
  let [told, delays, shifts] = [0, [] as number[], 0];
  for (let year = 1; year <= YEARS * 4; year += 1) {
    const make = (shift: boolean) => {
      const random = seeded(year * 31);
      const read = Array.from({ length: DAYS * 24 }, () => poisson(random, anHour));
      const share = (hour: number) => (shift && hour >= LEARNT_FROM + 60 * 24 ? 0.3 : 0.12);
      return {
        start: 490_000,
        read,
        marked: read.map(
          (n, hour) => Array.from({ length: n }, random).filter((one) => one < share(hour)).length,
        ),
      };
    };
    const replay = { choice: 'month', from: 490_000 + LEARNT_FROM, among: 1 } as const;
    told += replayShifts(make(false), replay).length;
    shifts += 1;
    const at = 490_000 + LEARNT_FROM + 60 * 24;
    const first = replayShifts(make(true), replay).find(({ opened }) => opened >= at);
    if (first) delays.push((first.opened - at) / 24);
  }
  say(
    `${anHour * 24} a day`,
    (told / (shifts * MONTHS)).toFixed(2),
    `${delays.length} of ${shifts}`,
    `${(delays.reduce((a, b) => a + b, 0) / delays.length).toFixed(1)} days`,
  );
}
