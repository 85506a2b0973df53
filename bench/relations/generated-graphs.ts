/** Graphs made up by chance, the same for the same seed: to measure and to try on what no data set shows. */
import { createRandom, type Random } from '../../src/relations/model/graph/random.ts';

/** Ties as they come: some twice, some of a node with itself. */
export type GeneratedTies = {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
};

/**
 * R-MAT (Chakrabarti, Zhan, Faloutsos, SDM 2004) with the shares .57 .19 .19 .05: 2^`scale` nodes of very unequal
 * degrees, `factor` ties for each. The nodes are renumbered by chance, so that their numbers tell nothing.
 */
export const generateUnequal = (scale: number, factor: number, seed: number): GeneratedTies => {
  const random = createRandom(seed);
  const nodes = 2 ** scale;
  const renumbered = shuffle(
    Uint32Array.from({ length: nodes }, (_, index) => index),
    random,
  );
  const from = new Uint32Array(nodes * factor);
  const to = new Uint32Array(nodes * factor);
  for (let tie = 0; tie < from.length; tie++) {
    let tail = 0;
    let head = 0;
    for (let bit = 0; bit < scale; bit++) {
      const chance = random.next();
      tail = tail * 2 + (chance >= 0.76 ? 1 : 0);
      head = head * 2 + ((chance >= 0.57 && chance < 0.76) || chance >= 0.95 ? 1 : 0);
    }
    from[tie] = renumbered[tail] as number;
    to[tie] = renumbered[head] as number;
  }
  return { nodes, from, to };
};

/**
 * Communities planted in the manner of LFR (Lancichinetti, Fortunato, Radicchi, 2008): degrees by a power law of 2.4 up
 * to 3,000, sizes by one of 1.5 between 30 and 2,500, three ties of ten outside one's own community.
 */
export const generatePlanted = (
  nodes: number,
  meanDegree: number,
  seed: number,
): GeneratedTies & { readonly truth: Uint32Array } => {
  const random = createRandom(seed);
  const degrees = Uint32Array.from({ length: nodes }, () =>
    Math.round(powerLaw(random, 2.4, meanDegree * 0.38, 3_000)),
  );
  const sizes = plantedSizes(nodes, random);
  const truth = settle(degrees, sizes, random);
  const inside: number[][] = sizes.map(() => []);
  const outside: number[] = [];
  for (let node = 0; node < nodes; node++) {
    const home = truth[node] as number;
    const degree = degrees[node] as number;
    const atHome = Math.min(Math.round(degree * 0.7), (sizes[home] as number) - 1);
    for (let tie = 0; tie < degree; tie++) (tie < atHome ? (inside[home] as number[]) : outside).push(node);
  }
  const ends = [...inside, outside].map((list) => shuffle(Uint32Array.from(list), random));
  const pairs = ends.map((list) => Math.floor(list.length / 2));
  const total = pairs.reduce((sum, count) => sum + count, 0);
  const [from, to] = [new Uint32Array(total), new Uint32Array(total)];
  let tie = 0;
  for (const list of ends)
    for (let index = 0; index + 1 < list.length; index += 2) {
      from[tie] = list[index] as number;
      to[tie++] = list[index + 1] as number;
    }
  return { nodes, from, to, truth };
};

const plantedSizes = (nodes: number, random: Random): readonly number[] => {
  const sizes: number[] = [];
  for (let left = nodes; left > 0; ) {
    const size = Math.min(left, Math.round(powerLaw(random, 1.5, 30, 2_500)));
    sizes.push(size);
    left -= size;
  }
  return sizes.sort((one, other) => other - one);
};

/** Those with most ties first, each where there is room for the ties it wants inside. */
const settle = (degrees: Uint32Array, sizes: readonly number[], random: Random): Uint32Array => {
  const room = [...sizes];
  const truth = new Uint32Array(degrees.length);
  const order = [...degrees.keys()].sort(
    (one, other) => (degrees[other] as number) - (degrees[one] as number),
  );
  let largest = 0;
  for (const node of order) {
    while (room[largest] === 0) largest += 1;
    let home = largest;
    for (let attempt = 0; attempt < 50; attempt++) {
      const candidate = random.below(sizes.length);
      if (room[candidate] === 0 || (sizes[candidate] as number) <= (degrees[node] as number) * 0.7) continue;
      home = candidate;
      break;
    }
    truth[node] = home;
    room[home] = (room[home] as number) - 1;
  }
  return truth;
};

const powerLaw = (random: Random, exponent: number, least: number, most: number): number => {
  const power = 1 - exponent;
  return ((most ** power - least ** power) * random.next() + least ** power) ** (1 / power);
};

const shuffle = (list: Uint32Array, random: Random): Uint32Array => {
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    const kept = list[index] as number;
    list[index] = list[other] as number;
    list[other] = kept;
  }
  return list;
};
