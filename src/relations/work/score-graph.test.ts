import { expect, test } from 'vitest';
import { generatePlanted } from '../../../bench/relations/generated-graphs.ts';
import { expectOk } from '../../platform/result.ts';
import type { Progress } from '../../platform/work/task.ts';
import { findCommunities, newcomer } from '../model/communities/find-communities.ts';
import { buildGraph } from '../model/graph/build-graph.ts';
import { sampledBetweenness } from '../model/persons/betweenness.ts';
import { coreNumbers } from '../model/persons/core-numbers.ts';
import { pageRank } from '../model/persons/page-rank.ts';
import { scorePersons } from '../model/persons/score-persons.ts';
import { scoreGraph } from './score-graph.ts';

const planted = generatePlanted(1_500, 12, 3);
const graph = buildGraph({ ...planted, directed: false, shared: true });

test('the batch gives what each algorithm gives alone', async () => {
  const answers = buildGraph({ ...planted, directed: true, shared: true });
  const scores = expectOk(await scoreGraph(graph, { seed: 5, answers, pivots: 600 }));
  const { labels, count, modularity } = findCommunities(graph, { seed: 5 });
  expect(scores.communities).toEqual({ labels, count, modularity });
  expect(scores).toMatchObject(scorePersons(graph));
  expect(scores.core).toEqual(coreNumbers(graph));
  expect(scores.esteem).toEqual(pageRank(answers));
  const alone = sampledBetweenness(graph, { seed: 5, pivots: 600 });
  expect(scores.betweenness?.pivots).toBe(600);
  for (const [node, value] of alone.value.entries())
    expect(scores.betweenness?.value[node]).toBeCloseTo(value, 12);
});

test('progress only grows, up to the end', async () => {
  const told: Progress[] = [];
  expectOk(await scoreGraph(graph, { seed: 5, onProgress: (progress) => told.push(progress) }));
  const shares = told.map(({ done }) => done);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  expect(new Set(told.map(({ step }) => step))).toEqual(
    new Set(['triangles', 'cores', 'answers', 'circles', 'bridges']),
  );
});

test('cancelled while it works, it says so and both threads end', async () => {
  const stop = new AbortController();
  const result = await scoreGraph(graph, { seed: 5, signal: stop.signal, onProgress: () => stop.abort() });
  expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
});

test('begun from yesterday, circles of yesterday go on', async () => {
  const yesterday = expectOk(await scoreGraph(graph, { seed: 1 })).communities;
  const previousLabels = yesterday.labels.map((label, node) => (node % 50 === 0 ? newcomer : label + 7));
  const today = expectOk(await scoreGraph(graph, { seed: 2, previousLabels })).communities;
  expect(today.modularity).toBeGreaterThan(yesterday.modularity - 0.003);
});

test('an empty graph and one without ties are scored like any other', async () => {
  const none = { from: new Uint32Array(0), to: new Uint32Array(0), directed: false, shared: true };
  const nobody = expectOk(await scoreGraph(buildGraph({ nodes: 0, ...none }), { seed: 1 }));
  expect([nobody.communities.count, nobody.esteem.length]).toEqual([0, 0]);
  const strangers = expectOk(await scoreGraph(buildGraph({ nodes: 3, ...none }), { seed: 1, pivots: 512 }));
  expect(strangers.communities.count).toBe(3);
  expect([...strangers.participation]).toEqual([0, 0, 0]);
  expect([...(strangers.betweenness?.value ?? [])]).toEqual([0, 0, 0]);
});
