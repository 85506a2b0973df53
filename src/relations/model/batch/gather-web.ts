import type { Graph } from '../graph/graph.ts';
import { gatherTies, type TieColumns } from '../ties/gather-ties.ts';
import type { Events } from './event-columns.ts';
import { fitHalfLives } from './fit-half-lives.ts';
import { ourTrends } from './our-trends.ts';
import { answerGraph, type OurTies, splitTies, strengthGraph } from './split-ties.ts';

export type GatherInput = {
  /** People outside; we stand at the place after the last. */
  readonly people: number;
  readonly events: Events;
  readonly channels: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
};

export type GatheredWeb = {
  /** Days, by place of the channel. */
  readonly halfLives: readonly number[];
  readonly ours: OurTies;
  /** Among people outside, those of which something is left. */
  readonly ties: TieColumns;
  /** Undirected, by strength. */
  readonly graph: Graph;
  /** Directed: who answers whom. */
  readonly answers: Graph;
};

type Report = (progress: { readonly done: number; readonly step: string }) => void;

/** The web of a company from all that passed in it. Pure: the same events, in any order, give the same bits. */
export const gatherWeb = (
  { people, events, channels, now }: GatherInput,
  report: Report = () => {},
): GatheredWeb => {
  report({ done: 0, step: 'half-lives' });
  const halfLives = fitHalfLives(events, channels);
  report({ done: 0.4, step: 'ties' });
  const halfLifeDays = Float64Array.from(events.channel, (channel) => halfLives[channel] ?? 0);
  const gathered = gatherTies({ ...events, people: people + 1, halfLifeDays }, now);
  const { ours: figures, among } = splitTies(gathered, people);
  const ours = { ...figures, trend: ourTrends(events, halfLifeDays, figures, now) };
  const ties = living(among);
  report({ done: 0.8, step: 'graph' });
  return { halfLives, ours, ties, graph: strengthGraph(people, ties), answers: answerGraph(people, ties) };
};

/** Of which something is left: what faded to nothing ties nobody any more. */
const living = (ties: TieColumns): TieColumns => {
  const isLiving = (_: number, tie: number): boolean =>
    (ties.intensityAb[tie] ?? 0) + (ties.intensityBa[tie] ?? 0) > 0;
  return {
    a: ties.a.filter(isLiving),
    b: ties.b.filter(isLiving),
    intensityAb: ties.intensityAb.filter(isLiving),
    intensityBa: ties.intensityBa.filter(isLiving),
    lastAt: ties.lastAt.filter(isLiving),
    events: ties.events.filter(isLiving),
  };
};
