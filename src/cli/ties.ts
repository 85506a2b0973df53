import { once } from 'node:events';
import { Command } from 'commander';
import {
  buildGraph,
  coreNumbers,
  type EdgeList,
  findCommunities,
  type Graph,
  mutualGraph,
  scorePersonsInTwo,
} from '../relations/engine.ts';
import { CommandRefusal } from './run-command.ts';
import { type ReadWeb, summaryOf, tiesJson, tiesTable } from './say-ties.ts';
import { readTies } from './team-files.ts';

type Options = {
  readonly directed?: true;
  readonly weighted?: true;
  readonly json?: true;
  readonly summary?: true;
};

export const tiesCommand = new Command('ties')
  .description(
    'Legge una rete di legami: quanto ciascuno fa da ponte, i cerchi, quanto è intrecciato ogni legame. EDGES: un legame «u v [peso]» per riga, # commenti, anche gzip',
  )
  .argument('<edges>', 'il file dei legami')
  .option('--directed', 'un legame va da u a v: chi è ricambiato conta il doppio')
  .option('--weighted', 'contano i pesi: senza, ogni legame pesa 1')
  .option('--json', 'tutto, in JSON: {summary, nodes, ties}')
  .option('--summary', 'in JSON, soltanto il riassunto: {summary}')
  .action(async (file: string, options: Options) => {
    const web = await readWeb(file, options);
    if (options.summary) await write(`${JSON.stringify({ summary: summaryOf(web) })}\n`);
    else if (options.json) for (const piece of tiesJson(web)) await write(piece);
    else await write(tiesTable(web));
  });

const readWeb = async (file: string, options: Options): Promise<ReadWeb> => {
  const { ids, graph, load } = await readGraph(file, options);
  const scoring = stopwatch();
  const mutual = mutualGraph(graph, true);
  const scores = await scorePersonsInTwo(mutual);
  if (!scores.ok) throw new CommandRefusal('Il calcolo è stato interrotto: manca memoria?');
  const core = coreNumbers(mutual);
  const scored = scoring();
  const grouping = stopwatch();
  const communities = findCommunities(mutual, { seed: 1 });
  const seconds = { load, scores: scored, communities: grouping() };
  return { ids, graph, mutual, scores: scores.value, core, communities, seconds };
};

/** By itself, so that what was read is let go when the graph stands. */
const readGraph = async (file: string, options: Options) => {
  const loading = stopwatch();
  const list = await readTies(file);
  if (list.weight && !options.weighted) console.error(`${file}: i pesi non contano, senza --weighted.`);
  return { ids: list.ids, graph: graphOf(list, options), load: loading() };
};

const graphOf = ({ ids, from, to, weight }: EdgeList, { directed, weighted }: Options): Graph =>
  buildGraph({
    nodes: ids.length,
    from,
    to,
    weight: weighted ? weight : null,
    directed: directed ?? false,
    shared: true,
  });

const stopwatch = (): (() => number) => {
  const began = performance.now();
  return () => (performance.now() - began) / 1_000;
};

const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};
