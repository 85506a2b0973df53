/**
 * How well fading strength foretells contact beside a plain count, and what it costs: `bench/run.ts relations/half-life`. Invented
 * logs of the size and manner of two public ones (messages among students: 1,900 people, 60,000 messages, 193 days, conversations
 * that burst and end; mail of an institute: 1,000 people, 330,000 letters, 803 days, work that comes and goes), or a file of one's
 * own: `bench/run.ts relations/half-life FILE`.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { contactLog, fitHalfLife } from '../../src/relations/engine.ts';
import { createRandom, type Random } from '../../src/relations/model/graph/random.ts';
import { absorb, DAY, noIntensity } from '../../src/relations/model/ties/intensity.ts';
import { round } from '../kit/figures.ts';

type Manner = {
  readonly name: string;
  readonly people: number;
  readonly pairs: number;
  readonly days: number;
  /** Median and spread (of the logarithm) of how many conversations a pair has, and of how many words each holds. */
  readonly conversations: readonly [median: number, spread: number];
  readonly words: readonly [median: number, spread: number];
  /** Median days from one conversation of a pair to its next, and between two words of one. */
  readonly pause: readonly [median: number, spread: number];
  readonly gap: readonly [median: number, spread: number];
  /** Share of the whole time in which pairs begin. */
  readonly begins: number;
};

const manners: readonly Manner[] = [
  {
    name: 'messages',
    people: 1_900,
    pairs: 14_000,
    days: 193,
    conversations: [0.9, 0.8],
    words: [2, 1],
    pause: [9, 1.2],
    gap: [0.05, 1.5],
    begins: 0.7,
  },
  {
    name: 'mail',
    people: 986,
    pairs: 16_000,
    days: 803,
    conversations: [4, 1.3],
    words: [2, 0.8],
    pause: [24, 1.3],
    gap: [0.4, 1.4],
    begins: 0.9,
  },
];

const SEED = 7;

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
const around = (random: Random, [median, spread]: readonly [number, number]): number =>
  median * Math.exp(spread * normal(random));

const invent = (manner: Manner): readonly [from: number[], to: number[], at: number[]] => {
  const random = createRandom(SEED);
  const [from, to, at]: [number[], number[], number[]] = [[], [], []];
  for (let pair = 0; pair < manner.pairs; pair += 1) {
    const [a, b] = [random.below(manner.people), random.below(manner.people)];
    let day = random.next() ** 1.5 * manner.begins * manner.days;
    const conversations = Math.max(1, Math.round(around(random, manner.conversations)));
    const pace = around(random, manner.pause);
    for (let one = 0; one < conversations && day < manner.days; one += 1) {
      const words = Math.max(1, Math.round(around(random, manner.words)));
      for (let word = 0; word < words && day < manner.days; word += 1) {
        from.push(random.next() < 0.5 ? a : b);
        to.push(from.at(-1) === a ? b : a);
        at.push(Math.round(day * DAY));
        day += around(random, manner.gap);
      }
      day += pace * Math.exp(0.8 * normal(random));
    }
  }
  return [from, to, at];
};

const measure = (manner: Manner): void => {
  const [from, to, at] = invent(manner);
  const began = process.cpuUsage();
  const log = contactLog(from, to, at);
  const read = process.cpuUsage(began).user / 1_000;
  const trial = fitHalfLife(log);
  const tried = process.cpuUsage(began).user / 1_000 - read;
  if (!trial.ok) throw new Error(`${manner.name}: ${trial.error.problem}`);
  const { trials, countAuc, chosen, cutOffs, candidates, positives } = trial.value;
  console.log(
    `${manner.name}: ${log.at.length} contacts, ${log.pairs} pairs, ${cutOffs.length} cut-offs, ${positives} of ${candidates} meet again`,
  );
  console.log(
    `  AUC: count ${round(countAuc, 3)}, ${trials.map((one) => `${one.halfLifeDays} d ${round(one.auc, 3)}`).join(', ')}; chosen ${chosen.halfLifeDays} d`,
  );
  console.log(
    `  put in order ${round(read)} ms, six half-lives and the count tried ${round(tried)} ms (processor)`,
  );
};

/** One intensity for each of many ties, taken in one event at a time, in a shuffled order. */
const measureAbsorbing = (): void => {
  const random = createRandom(SEED);
  const [ties, events, now] = [200_000, 3_000_000, 800 * DAY];
  const sums = Array.from({ length: ties }, () => noIntensity(now));
  const began = process.cpuUsage();
  for (let event = 0; event < events; event += 1) {
    const tie = random.below(ties);
    sums[tie] = absorb(sums[tie] ?? noIntensity(now), { at: random.next() * now, value: 1 }, 30, now);
  }
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  console.log(
    `events taken in one at a time, in any order: ${round(events / seconds / 1_000)} thousand a processor second`,
  );
};

const [file] = process.argv.slice(2);
if (file === undefined) {
  for (const manner of manners) measure(manner);
  measureAbsorbing();
} else {
  const main = path.join(import.meta.dirname, '../../src/cli/main.ts');
  const { status } = spawnSync(process.execPath, [main, 'half-life', file], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
