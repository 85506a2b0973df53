import { Command } from 'commander';
import {
  chooseTeam,
  directions,
  findCommunities,
  type Graph,
  listeningGraph,
  methods,
  type TeamInput,
  undirected,
  usualChoices,
} from '../relations/engine.ts';
import { parseMoment } from './event-line.ts';
import { CommandRefusal } from './run-command.ts';
import { type ReadTeam, teamJson, teamTable } from './say-team.ts';
import { audienceByVoice } from './team-audience.ts';
import { createNames, readEvents, readFollowers, readNames, readTies } from './team-files.ts';

type Options = {
  readonly events?: string;
  readonly budget?: string;
  readonly size?: string;
  readonly band: string;
  readonly followers?: string;
  readonly trainUntil?: string;
  readonly method: string;
  readonly pin?: string;
  readonly exclude?: string;
  readonly seed: string;
  readonly direction: string;
  readonly decay: string;
  readonly epsilon: string;
  readonly spread: string;
  readonly compare?: true;
  readonly json?: true;
};

export const teamCommand = new Command('team')
  .description(
    'Sceglie le persone che insieme raggiungono meglio un settore. EDGES: un legame «u v [peso]» per riga, anche gzip',
  )
  .argument('<edges>', 'il file dei legami')
  .option(
    '--events <file>',
    'le conversazioni: una riga «conversazione chi quando» per intervento, anche gzip',
  )
  .option('--budget <ore>', 'le ore al mese che possiamo dare')
  .option('--size <quante>', 'invece delle ore, quante persone (senza l’uno né l’altro, 20)')
  .option('--band <da,a>', 'percentili di seguito fra cui scegliere', '60,97')
  .option('--followers <file>', 'quanti seguono ciascuno: una riga «chi quanti»; senza, contano i legami')
  .option('--train-until <quando>', 'impara solo da ciò che è successo fino a qui')
  .option('--method <metodo>', `auto, ${methods.join(', ')}`, 'auto')
  .option('--pin <file>', 'chi c’è comunque, un nome per riga')
  .option('--exclude <file>', 'chi non c’è mai, un nome per riga')
  .option('--seed <numero>', 'lo stesso numero dà la stessa squadra', '1')
  .option('--direction <verso>', `che cosa vuol dire «u v»: auto, ${directions.join(', ')}`, 'auto')
  .option('--decay <quanto>', 'quanto vale ogni passo oltre il primo, dove si va a stima', '0.5')
  .option('--epsilon <quanto>', 'quanto può mancare alla garanzia, dove si va a campione', '0.1')
  .option('--spread <quanto>', 'da 0 a 1: quanto pesa toccare molte cerchie, invece di molte persone', '0')
  .option(
    '--compare',
    'confronta anche con i più seguiti e con la scelta uno alla volta, e prova quanto regge',
  )
  .option('--json', 'in JSON')
  .action(async (file: string, options: Options) => {
    const read = await readInput(file, options);
    const began = performance.now();
    const chosen = chooseTeam(read.input, {}, { depth: options.compare ? 'all' : 'reasons' });
    if (!chosen.ok) throw new CommandRefusal('Interrotto.');
    const seconds = (performance.now() - began) / 1_000;
    process.stdout.write((options.json ? teamJson : teamTable)({ ...read, seconds }, chosen.value));
  });

const readInput = async (file: string, options: Options): Promise<Omit<ReadTeam, 'seconds'>> => {
  const asked = parseAsked(options);
  const began = performance.now();
  const ties = await readTies(file);
  const names = createNames(ties.ids);
  const tied = names.ids.length;
  const read = options.events === undefined ? null : await readEvents(options.events, names);
  const pins = (options.pin === undefined ? [] : await readNames(options.pin)).map(names.numberOf);
  const exclusions = (options.exclude === undefined ? [] : await readNames(options.exclude))
    .map(names.known)
    .filter((node) => node >= 0);
  const list = { nodes: names.ids.length, from: ties.from, to: ties.to, weight: ties.weight };
  const { graph, direction } = listeningGraph(list, asked.direction, read?.events ?? null);
  const followers =
    options.followers === undefined
      ? audienceByVoice(graph, tied, read?.events ?? null)
      : await readFollowers(options.followers, names);
  return {
    ids: names.ids,
    direction,
    loadSeconds: (performance.now() - began) / 1_000,
    refused: ties.refused + (read?.refused ?? 0),
    input: {
      ...usualChoices,
      ...asked.choices,
      graph,
      communities: asked.choices.spread > 0 ? circlesOf(graph, asked.choices.seed) : null,
      events: read?.events ?? null,
      followers,
      pins: Uint32Array.from(pins),
      exclusions: Uint32Array.from(exclusions),
    },
  };
};

/** Circles are looked for only where they count: on millions of ties it takes a second. */
const circlesOf = (graph: Graph, seed: number): Uint32Array =>
  findCommunities(undirected(graph), { seed }).labels;

const parseAsked = (options: Options) => {
  const method = (['auto', ...methods] as const).find((one) => one === options.method);
  if (!method)
    throw new CommandRefusal(`--method può essere auto, ${methods.join(', ')}: «${options.method}» no.`);
  const direction = (['auto', ...directions] as const).find((one) => one === options.direction);
  if (!direction)
    throw new CommandRefusal(
      `--direction può essere auto, ${directions.join(', ')}: «${options.direction}» no.`,
    );
  const choices = {
    method,
    limit: parseLimit(options),
    band: parseBand(options.band),
    trainUntil: options.trainUntil === undefined ? null : parseUntil(options.trainUntil),
    seed: parseNumber('--seed', options.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    decay: parseNumber('--decay', options.decay, 0, 1),
    spread: parseNumber('--spread', options.spread, 0, 1),
    epsilon: parseNumber('--epsilon', options.epsilon, 0.01, 0.6),
  };
  return { direction, choices };
};

const parseLimit = ({ budget, size }: Options): TeamInput['limit'] => {
  if (budget !== undefined && size !== undefined)
    throw new CommandRefusal('O --budget o --size: tutt’e due insieme no.');
  if (budget !== undefined) return { kind: 'hours', hours: parseNumber('--budget', budget, 0, 1e9) };
  if (size === undefined) return usualChoices.limit;
  const people = parseNumber('--size', size, 0, 1e9);
  if (!Number.isInteger(people))
    throw new CommandRefusal(`--size dev’essere un numero intero: «${size}» no.`);
  return { kind: 'size', size: people };
};

const parseBand = (text: string): TeamInput['band'] => {
  const [, from, to] = /^\s*([\d.]+)\s*[,:-]\s*([\d.]+)\s*$/.exec(text) ?? [];
  const band = { from: Number(from), to: Number(to) };
  if (!(band.from >= 0 && band.to <= 100 && band.from <= band.to))
    throw new CommandRefusal(`--band vuole due percentili, come 60,97: «${text}» no.`);
  return band.from === 0 && band.to === 100 ? null : band;
};

const parseUntil = (text: string): number => {
  const moment = parseMoment(text.trim());
  if (moment === null)
    throw new CommandRefusal(`--train-until vuole un momento come nel file: «${text}» no.`);
  return moment;
};

const parseNumber = (option: string, text: string, least: number, most: number): number => {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= least && value <= most))
    throw new CommandRefusal(`${option} dev’essere un numero fra ${least} e ${most}: «${text}» no.`);
  return value;
};
