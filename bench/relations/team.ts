/**
 * Choosing teams: on invented fields, what came later after the team chosen in the middle band beside the naive choice
 * (the biggest of the band) and the same data ranked one by one; then OPIM-C on a planted graph of 80,000 people and two
 * million ties, its time, its certificate and what it reaches beside a greedy choice over many more sets.
 * `bench/run.ts relations/team [fields]`.
 */
import { performance } from 'node:perf_hooks';
import { expectOk } from '../../src/platform/result.ts';
import { buildGraph } from '../../src/relations/model/graph/build-graph.ts';
import type { Graph } from '../../src/relations/model/graph/graph.ts';
import { createRandom } from '../../src/relations/model/graph/random.ts';
import { chooseTeam } from '../../src/relations/model/selection/choose-team.ts';
import { coverageOf } from '../../src/relations/model/selection/coverage.ts';
import { greedyTeam } from '../../src/relations/model/selection/greedy-team.ts';
import { createReverseSampler } from '../../src/relations/model/selection/reverse-sampler.ts';
import { byNode, filledSets, growingSets } from '../../src/relations/model/selection/reverse-sets.ts';
import { type Method, usualChoices } from '../../src/relations/model/selection/team-input.ts';
import { type Field, fieldKinds, inventField } from './cascades.ts';
import { generatePlanted } from './generated-graphs.ts';
import { type HeldOut, judgeTeam, laterEvents } from './held-out.ts';

const splits = [0.4, 0.5, 0.6, 0.7, 0.8];
const wanted = process.argv[2]?.split(',');
const size = Number(process.env.TEAM_SIZE ?? 20);

const chosenBy = (field: Field, method: Method | 'auto', until: number): readonly number[] => {
  const input = {
    ...usualChoices,
    ...field,
    method,
    trainUntil: until,
    limit: { kind: 'size', size } as const,
  };
  return expectOk(chooseTeam(input, {}, { depth: 'team' })).members.map(({ node }) => node);
};

/** Geometric means over the splits of ours over the other, each with one added so that nothing divides by nothing. */
const meanRatio = (ours: readonly HeldOut[], others: readonly HeldOut[], key: keyof HeldOut): string => {
  const logs = ours.map((one, at) => Math.log((one[key] + 1) / ((others[at]?.[key] ?? 0) + 1)));
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length).toFixed(2);
};

const tryField = (field: Field): void => {
  const times = field.events.time.toSorted();
  const outcomes: Record<string, HeldOut[]> = {};
  for (const split of splits) {
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(share * times.length))] as number;
    const later = laterEvents(field.events, at(split), at(split + 0.2));
    for (const method of ['auto', 'observed', 'single', 'pagerank', 'followers'] as const) {
      outcomes[method] ??= [];
      outcomes[method].push(judgeTeam(chosenBy(field, method, at(split)), field.graph, later));
    }
  }
  const naive = outcomes.followers ?? [];
  for (const [method, ours] of Object.entries(outcomes)) {
    if (method === 'followers') continue;
    const beside = (others: readonly HeldOut[]): string =>
      `people ${meanRatio(ours, others, 'people')}, reactions ${meanRatio(ours, others, 'reactions')}, tied or not ${meanRatio(ours, others, 'anyPeople')} and ${meanRatio(ours, others, 'anyReactions')}`;
    console.log(
      `${field.name}, ${method}: beside the biggest of the band ${beside(naive)}${method === 'auto' ? `; beside one by one ${beside(outcomes.single ?? [])}` : ''}`,
    );
  }
};

const tryPlanted = (): void => {
  const ties = generatePlanted(80_000, 50, 7);
  const graph = buildGraph({ ...ties, directed: false });
  const input = {
    ...usualChoices,
    graph,
    band: null,
    limit: { kind: 'size', size: 50 } as const,
    method: 'cascade' as const,
  };
  for (const decay of [0.5, 1])
    for (const seed of [1, 2, 3]) {
      const began = performance.now();
      const cpu = process.cpuUsage();
      const chosen = expectOk(chooseTeam({ ...input, decay, seed }, {}, { depth: 'team' }));
      const seconds = (performance.now() - began) / 1_000;
      const { user } = process.cpuUsage(cpu);
      const team = chosen.members.map(({ node }) => node);
      console.log(
        `planted 80,000 people, ${graph.targets.length / 2} ties, k 50, eps .1, decay ${decay}, seed ${seed}: ${seconds.toFixed(2)} s (${(user / 1e6).toFixed(2)} s of processor), certificate ${chosen.certificate?.toFixed(3)}, reach ${(100 * besideMany(graph, decay, team)).toFixed(1)} % of a greedy choice over many more sets`,
      );
    }
};

const drawn = (graph: Graph, decay: number, seed: number, count: number) => {
  const sets = growingSets();
  const draw = createReverseSampler(graph, { kind: 'even', decay }, createRandom(seed));
  while (sets.count < count) draw(sets);
  return filledSets(sets);
};

/** What a team reaches, by sets that neither choice has seen, over what the greedy team of many sets does. */
const besideMany = (() => {
  const known = new Map<number, (team: readonly number[]) => number>();
  return (graph: Graph, decay: number, team: readonly number[]): number => {
    let share = known.get(decay);
    if (!share) {
      const everybody = Uint32Array.from({ length: graph.nodes }, (_, node) => node);
      const constraint = { candidates: everybody, pins: new Uint32Array(), costs: null, budget: 50 };
      const many = greedyTeam(
        drawn(graph, decay, 71, decay === 1 ? 200_000 : 1_500_000),
        graph.nodes,
        constraint,
      );
      const judges = drawn(graph, decay, 72, 400_000);
      const index = byNode(judges, graph.nodes);
      const best = coverageOf(judges, index, many.team);
      share = (one) => coverageOf(judges, index, one) / best;
      known.set(decay, share);
    }
    return share(team);
  };
})();

for (const kind of fieldKinds) if (!wanted || wanted.includes(kind.name)) tryField(inventField(kind, 11));
if (!wanted || wanted.includes('planted')) tryPlanted();
