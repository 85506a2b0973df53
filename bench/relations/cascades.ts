import { buildGraph } from '../../src/relations/model/graph/build-graph.ts';
import type { Graph } from '../../src/relations/model/graph/graph.ts';
import { createRandom, type Random } from '../../src/relations/model/graph/random.ts';
import type { EventColumns } from '../../src/relations/model/selection/team-input.ts';

/** An invented field: its ties, and its conversations over a stretch of time from 0 to 1. */
export type Field = { readonly name: string; readonly graph: Graph; readonly events: EventColumns };

/** What sort of field: figures after real ones of the kind, as published beside their data sets. */
export type FieldKind = {
  readonly name: string;
  readonly people: number;
  readonly ties: number;
  readonly cascades: number;
  /** People in a conversation, about; sizes spread log-normally around it. */
  readonly size: number;
  readonly sizeSpread: number;
  /** Share of a conversation that comes by itself and not after somebody tied. */
  readonly outside: number;
  /** How unequal people are in what they set off, in how often they turn up, and how long they stay (share of the time). */
  readonly influence: number;
  readonly activity: number;
  readonly stay: number;
  /** What an audience of twice the size changes in what one member of it does: reach ~ audience^(1 + this). */
  readonly audience: number;
  readonly circles: number;
};

export const fieldKinds: readonly FieldKind[] = [
  {
    name: 'question site',
    people: 9_958,
    ties: 48_573,
    cascades: 679,
    size: 33,
    sizeSpread: 0.8,
    outside: 0.6,
    influence: 1,
    activity: 1.6,
    stay: 0.4,
    audience: 0.3,
    circles: 30,
  },
  {
    name: 'small question site',
    people: 2_897,
    ties: 35_624,
    cascades: 589,
    size: 23,
    sizeSpread: 0.7,
    outside: 0.5,
    influence: 0.8,
    activity: 1.4,
    stay: 0.5,
    audience: 0.14,
    circles: 12,
  },
  {
    name: 'blogs',
    people: 4_709,
    ties: 209_194,
    cascades: 12_661,
    size: 16,
    sizeSpread: 1,
    outside: 0.4,
    influence: 1.2,
    activity: 1.8,
    stay: 0.7,
    audience: -0.67,
    circles: 20,
  },
  {
    name: 'book community',
    people: 12_232,
    ties: 348_280,
    cascades: 3_475,
    size: 22,
    sizeSpread: 0.9,
    outside: 0.5,
    influence: 1,
    activity: 1.4,
    stay: 0.3,
    audience: -0.35,
    circles: 40,
  },
  {
    name: 'sparse',
    people: 6_000,
    ties: 18_000,
    cascades: 400,
    size: 7,
    sizeSpread: 0.8,
    outside: 0.3,
    influence: 1.2,
    activity: 1.2,
    stay: 0.5,
    audience: 0,
    circles: 25,
  },
  {
    name: 'bursts',
    people: 8_000,
    ties: 80_000,
    cascades: 1_500,
    size: 12,
    sizeSpread: 1.8,
    outside: 0.3,
    influence: 1.4,
    activity: 1.2,
    stay: 0.5,
    audience: 0,
    circles: 25,
  },
];

/** The same field for the same seed. */
export const inventField = (kind: FieldKind, seed: number): Field => {
  const random = createRandom(seed);
  const circle = Uint32Array.from({ length: kind.people }, () =>
    Math.floor(kind.circles * random.next() ** 1.7),
  );
  const graph = inventTies(kind, circle, random);
  return { name: kind.name, graph, events: inventEvents(kind, graph, circle, random) };
};

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** Draws places with chances that go with `weights`. */
const drawing = (weights: ArrayLike<number>): ((random: Random) => number) => {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sums[at] = sum += weights[at] as number;
  return (random) => {
    const drawn = random.next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
};

const inventTies = (kind: FieldKind, circle: Uint32Array, random: Random): Graph => {
  const fame = Float64Array.from({ length: kind.people }, () => (1 - random.next()) ** -0.7);
  const anyone = drawing(fame);
  const from = new Uint32Array(kind.ties);
  const to = new Uint32Array(kind.ties);
  const members = Array.from({ length: kind.circles }, () => [] as number[]);
  for (const [node, own] of circle.entries()) members[own]?.push(node);
  const inCircle = members.map((own) => drawing(own.map((node) => fame[node] as number)));
  for (let tie = 0; tie < kind.ties; tie++) {
    const one = anyone(random);
    const own = circle[one] as number;
    from[tie] = one;
    to[tie] =
      random.next() < 0.7
        ? ((members[own] as number[])[(inCircle[own] as (r: Random) => number)(random)] as number)
        : anyone(random);
  }
  return buildGraph({ nodes: kind.people, from, to, directed: false });
};

const inventEvents = (kind: FieldKind, graph: Graph, circle: Uint32Array, random: Random): EventColumns => {
  const degree = (node: number): number =>
    (graph.offsets[node + 1] as number) - (graph.offsets[node] as number);
  const influence = Float64Array.from(
    { length: kind.people },
    (_, node) => Math.exp(kind.influence * normal(random)) * (1 + degree(node)) ** kind.audience,
  );
  const activity = Float64Array.from(
    { length: kind.people },
    (_, node) => Math.exp(kind.activity * normal(random)) * (1 + degree(node)) ** 0.3,
  );
  const arrival = Float64Array.from(
    { length: kind.people },
    () => random.next() * (1 + kind.stay) - kind.stay,
  );
  const stays = Float64Array.from({ length: kind.people }, () => kind.stay * 2 * random.next() + 0.02);
  const isHere = (node: number, now: number): boolean =>
    now >= (arrival[node] as number) && now <= (arrival[node] as number) + (stays[node] as number);
  const draw = drawing(activity);
  const someone = (now: number, about: number): number => {
    for (let attempt = 0; ; attempt++) {
      const node = draw(random);
      if (attempt > 200 || (isHere(node, now) && (circle[node] === about || random.next() < 0.3)))
        return node;
    }
  };
  const rows: { cascade: number; node: number; time: number }[] = [];
  for (let cascade = 0; cascade < kind.cascades; cascade++) {
    const start = random.next();
    const first = draw(random);
    const about = circle[first] as number;
    const wanted = Math.min(
      2_000,
      Math.max(
        2,
        Math.round(kind.size * Math.exp(kind.sizeSpread * normal(random) - kind.sizeSpread ** 2 / 2)),
      ),
    );
    const inside = new Map<number, number>([[isHere(first, start) ? first : someone(start, about), start]]);
    const pull = [influence[[...inside.keys()][0] as number] as number];
    const people = [...inside.keys()];
    let now = start;
    for (let attempt = 0; inside.size < wanted && attempt < wanted * 20; attempt++) {
      now += (0.02 / wanted) * -Math.log(1 - random.next());
      let node: number;
      if (random.next() < kind.outside) node = someone(start, about);
      else {
        // Somebody who listens to one of those inside, drawn by what each of them sets off.
        const source = people[drawing(pull)(random)] as number;
        if (degree(source) === 0) continue;
        node = graph.targets[(graph.offsets[source] as number) + random.below(degree(source))] as number;
        if (
          !isHere(node, start) ||
          random.next() > 0.2 + (activity[node] as number) ||
          (circle[node] !== about && random.next() < 0.5)
        )
          continue;
      }
      if (inside.has(node)) continue;
      inside.set(node, now);
      people.push(node);
      pull.push((influence[node] as number) * degree(node) ** 0.5);
    }
    for (const [node, time] of inside) rows.push({ cascade, node, time });
  }
  return {
    cascade: Uint32Array.from(rows, ({ cascade }) => cascade),
    node: Uint32Array.from(rows, ({ node }) => node),
    time: Float64Array.from(rows, ({ time }) => time),
  };
};
