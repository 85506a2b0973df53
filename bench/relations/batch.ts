/** The nightly batch in its worker threads, on 80,000 people and 2,000,000 ties: seconds in all, by part, memory. `… [people]`. */
import { expectOk } from '../../src/platform/result.ts';
import { newcomer } from '../../src/relations/model/communities/index.ts';
import { buildGraph } from '../../src/relations/model/graph/build-graph.ts';
import { tiesOf } from '../../src/relations/model/graph/graph.ts';
import { scoreGraph } from '../../src/relations/work/index.ts';
import { processorOf, round } from '../kit/figures.ts';
import { generatePlanted } from './generated-graphs.ts';

const people = Number(process.argv[2] ?? 80_000);
const planted = generatePlanted(people, 51, 7);
const graph = buildGraph({ ...planted, directed: false, shared: true });
const answers = buildGraph({ ...planted, directed: true, shared: true });
console.log(`${people} people, ${tiesOf(graph)} ties`);

const first = await measure('from nothing', {});
const yesterday = first.communities.labels.map((label, node) => (node % 100 === 0 ? newcomer : label));
await measure('with the communities of yesterday', { previousLabels: yesterday });
if (process.argv[3])
  await measure(`with betweenness from ${process.argv[3]} pivots`, { pivots: Number(process.argv[3]) });

async function measure(name: string, more: { previousLabels?: Uint32Array; pivots?: number }) {
  const begun = performance.now();
  const used = processorOf(process.pid);
  const since = () => round((performance.now() - begun) / 1_000, 2);
  const steps: string[] = [];
  const scores = expectOk(
    await scoreGraph(graph, {
      seed: 1,
      answers,
      ...more,
      onProgress: ({ step }) => {
        if (!steps.some((line) => line.startsWith(step))) steps.push(`${step} at ${since()}`);
      },
    }),
  );
  console.log(
    `${name}: ${since()} s (processor ${round(processorOf(process.pid) - used, 2)} s), whole process so far at most ${round(process.resourceUsage().maxRSS / 1_024)} MB; begun: ${steps.join(', ')}; ` +
      `${scores.communities.count} communities, modularity ${round(scores.communities.modularity, 4)}, ${scores.triangles} triangles`,
  );
  return scores;
}
