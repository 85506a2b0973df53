import { createEdgeReader, type EdgeList, type EventColumns } from '../relations/engine.ts';
import { parseEventLine } from './event-line.ts';
import { bytesOf } from './file-bytes.ts';
import { linesIn } from './lines-in.ts';

/** Names numbered in the order in which they are met: those of the ties first, those met only elsewhere after them. */
export type Names = {
  readonly ids: string[];
  readonly numberOf: (id: string) => number;
  readonly known: (id: string) => number;
};

export const createNames = (first: readonly string[]): Names => {
  const ids = [...first];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const known = (id: string): number => numbers.get(id) ?? -1;
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? ids.push(id) - 1;
    numbers.set(id, number);
    return number;
  };
  return { ids, numberOf, known };
};

const reasons = {
  'one-word': 'serve un legame: chi e con chi.',
  'too-many-words': 'troppe parole: servono chi, con chi e al più un peso.',
  'weight-unreadable': 'il peso non è un numero.',
  'weight-not-positive': 'il peso dev’essere maggiore di zero.',
  'line-too-long': 'riga troppo lunga.',
} as const satisfies Record<EdgeList['problems'][number]['why'], string>;

/** Ties from a file. Lines that cannot be read are said with their number, and the others count. */
export const readTies = async (file: string): Promise<EdgeList> => {
  const reader = createEdgeReader();
  for await (const bytes of bytesOf(file)) reader.push(bytes);
  const ties = reader.end();
  for (const { line, why } of ties.problems) sayProblem(file, line, reasons[why]);
  const silent = ties.refused - ties.problems.length;
  if (silent > 0) console.error(`${file}: altre ${silent} righe che non si leggono.`);
  return ties;
};

/** Conversations from a file, and how many lines of it could not be read. */
export const readEvents = async (
  file: string,
  names: Names,
): Promise<{ readonly events: EventColumns; readonly refused: number }> => {
  const cascades = createNames([]);
  const [cascade, node, time]: [number[], number[], number[]] = [[], [], []];
  const refused = await eachLine(file, (line) => {
    const parsed = parseEventLine(line);
    if (!parsed.ok) return parsed.error;
    if (parsed.value === null) return null;
    cascade.push(cascades.numberOf(parsed.value.cascade));
    node.push(names.numberOf(parsed.value.node));
    time.push(parsed.value.time);
    return null;
  });
  const events = {
    cascade: Uint32Array.from(cascade),
    node: Uint32Array.from(node),
    time: Float64Array.from(time),
  };
  return { events, refused };
};

/** `id followers` a line; NaN for those who are not in it. Those who are in nothing else are passed over. */
export const readFollowers = async (file: string, names: Names): Promise<Float64Array> => {
  const followers = new Float64Array(names.ids.length).fill(Number.NaN);
  await eachLine(file, (line) => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return null;
    const [, id, count] = /^(.+?)[\s,;]+(\d+(?:\.\d+)?(?:e\d+)?)$/i.exec(trimmed) ?? [];
    if (id === undefined) return 'servono due cose: chi, e quanti lo seguono.';
    const number = names.known(id);
    if (number >= 0) followers[number] = Number(count);
    return null;
  });
  return followers;
};

/** One name a line. */
export const readNames = async (file: string): Promise<readonly string[]> => {
  const list: string[] = [];
  for await (const line of linesIn(bytesOf(file))) {
    const name = line.trim();
    if (name !== '' && !name.startsWith('#')) list.push(name);
  }
  return list;
};

/** So many lines that cannot be read are said one by one. */
const MOST_SAID = 1_000;

const eachLine = async (file: string, take: (line: string) => string | null): Promise<number> => {
  let [number, refused] = [0, 0];
  for await (const line of linesIn(bytesOf(file))) {
    number++;
    const wrong = take(line);
    if (wrong === null) continue;
    refused++;
    if (refused <= MOST_SAID) sayProblem(file, number, wrong);
  }
  if (refused > MOST_SAID) console.error(`${file}: altre ${refused - MOST_SAID} righe che non si leggono.`);
  return refused;
};

const sayProblem = (file: string, line: number, wrong: string): void =>
  console.error(`${file}, riga ${line}: ${wrong}`);
