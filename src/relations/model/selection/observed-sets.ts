import type { Graph } from '../graph/graph.ts';
import type { CascadeLog } from './cascade-log.ts';
import type { SetPacker } from './set-packer.ts';
import { forEachTiedBefore } from './tied-before.ts';

/** How the log is read. Chosen on invented fields of several kinds (bench/relations), coarsely on purpose. */
export type ObservedReading = {
  /** What is followed by so large a share of all participations counts half. */
  readonly halfLife: number;
  /** A conversation with so many reactions counts as reactions^(1 - this): one lucky crowd is not a habit. */
  readonly crowd: number;
  /** How surely somebody tied who spoke before would have been enough: in other conversations the others are missing. */
  readonly tied: number;
  /** How surely somebody further back, to whom credit is passed, counts as having reached: times the credit. */
  readonly passed: number;
  /** What a reaction is worth that came after people to whom nobody knows a tie, and how many of them are looked at. */
  readonly untied: number;
  readonly untiedPeople: number;
};

export const usualReading: ObservedReading = {
  halfLife: 0.2,
  crowd: 0.25,
  tied: 0.7,
  passed: 0.2,
  untied: 0.1,
  untiedPeople: 12,
};

/** Credit smaller than this is not passed on, and to so many at most: memory stays bounded by the number of events. */
const LEAST_CREDIT = 0.02;
const MOST_CREDITED = 24;

/**
 * Observed reverse-reachable sets by credit distribution (Goyal, Bonchi, Lakshmanan, PVLDB 2011): everybody who joined a
 * conversation after somebody to whom they are tied is one set. Those tied before them stand in it; the credit,
 * split among them by how lately they spoke, is passed back to those who came before them in turn. Where no tie is known
 * the latest people before and the first stand in a set that is worth less. Correlation, not cause: "was followed by".
 */
export const addObservedSets = (
  packer: SetPacker,
  log: CascadeLog,
  graph: Graph,
  reading: ObservedReading = usualReading,
): void => {
  const delay = usualDelay(log, graph);
  const reactions = reactionsPerCascade(log, graph);
  const credits = new Map<number, Map<number, number>>();
  let current = -1;
  let cascade = -1;
  forEachTiedBefore(log, graph, (at, parents, begin) => {
    if (begin !== current) {
      current = begin;
      cascade++;
      credits.clear();
    }
    const crowd = Math.max(1, reactions[cascade] as number) ** reading.crowd;
    const weight = 2 ** (((log.fresh[at] as number) - 1) / reading.halfLife) / crowd;
    if (parents.length === 0) return addUntied(packer, log, at, begin, weight, reading);
    const credit = creditOf(log, at, parents, delay, credits);
    credits.set(at, credit);
    for (const parent of parents) packer.add(log.nodes[parent] as number, reading.tied);
    const direct = new Set(parents);
    for (const [earlier, share] of credit)
      if (!direct.has(earlier)) packer.add(log.nodes[earlier] as number, reading.passed * share);
    packer.close(log.nodes[at] as number, weight);
  });
};

/** How many joined each conversation after somebody to whom they are tied, in the order of the log. */
const reactionsPerCascade = (log: CascadeLog, graph: Graph): Uint32Array => {
  const counts = new Uint32Array(log.cascades);
  let current = -1;
  let cascade = -1;
  forEachTiedBefore(log, graph, (_, parents, begin) => {
    if (begin !== current) cascade++;
    current = begin;
    if (parents.length > 0) counts[cascade] = (counts[cascade] as number) + 1;
  });
  return counts;
};

/** All the reactions of a log: the measure of whether there is enough to go by. */
export const countReactions = (log: CascadeLog, graph: Graph): number =>
  reactionsPerCascade(log, graph).reduce((sum, count) => sum + count, 0);

/** Who gets how much of the credit for `at`, by place in the log: the parents, and through them those before. */
const creditOf = (
  log: CascadeLog,
  at: number,
  parents: Uint32Array,
  delay: number,
  credits: ReadonlyMap<number, ReadonlyMap<number, number>>,
): Map<number, number> => {
  // Two clocks that disagree may put an answer before its question: such a pair keeps the least.
  const parts = Array.from(parents, (parent) =>
    Math.max(1e-6, Math.exp(-Math.max(0, (log.times[at] as number) - (log.times[parent] as number)) / delay)),
  );
  const all = parts.reduce((sum, part) => sum + part, 0);
  const credit = new Map<number, number>();
  for (const [turn, parent] of parents.entries()) {
    const share = (parts[turn] as number) / all;
    credit.set(parent, (credit.get(parent) ?? 0) + share);
    for (const [earlier, passed] of credits.get(parent) ?? [])
      credit.set(earlier, (credit.get(earlier) ?? 0) + share * passed);
  }
  const kept = [...credit].filter(([, share]) => share >= LEAST_CREDIT).sort((a, b) => b[1] - a[1]);
  return new Map(kept.slice(0, MOST_CREDITED));
};

/** Three times the median time between somebody's word and that of the last person tied before: the credit's decay. */
const usualDelay = (log: CascadeLog, graph: Graph): number => {
  const delays: number[] = [];
  forEachTiedBefore(log, graph, (at, parents) => {
    if (parents.length > 0)
      delays.push((log.times[at] as number) - (log.times[parents[0] as number] as number));
  });
  const sorted = Float64Array.from(delays).sort();
  return 3 * (sorted[sorted.length >> 1] ?? 0) || 1;
};

const addUntied = (
  packer: SetPacker,
  log: CascadeLog,
  at: number,
  begin: number,
  weight: number,
  reading: ObservedReading,
): void => {
  if (at === begin || reading.untied <= 0) return;
  const from = Math.max(begin, at - reading.untiedPeople);
  if (from > begin) packer.add(log.nodes[begin] as number, reading.tied);
  for (let earlier = from; earlier < at; earlier++) packer.add(log.nodes[earlier] as number, reading.tied);
  packer.close(log.nodes[at] as number, weight * reading.untied);
};
