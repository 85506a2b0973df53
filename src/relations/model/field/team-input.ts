import { buildGraph } from '../graph/build-graph.ts';
import { type TeamInput, usualChoices } from '../selection/index.ts';
import { percentilesOf } from '../standing/percentiles.ts';
import type { Cascade } from './cascades.ts';

export type FieldCandidate = {
  readonly id: string;
  /** Null: not known. */
  readonly followers: number | null;
  readonly circleId: string | null;
  /** Strength of the tie with us. */
  readonly ours: number;
};

export type TeamAsked = {
  readonly hours: number;
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly pins: readonly string[];
  readonly exclusions: readonly string[];
};

export type FieldGround = {
  readonly people: readonly FieldCandidate[];
  readonly cascades: readonly Cascade[];
  /** Who listens to whom: answered, welcomed, or speaks with. */
  readonly listens: readonly { readonly from: string; readonly to: string }[];
};

/** How much reaching many pairs of circles weighs against reaching many people. */
const SPREAD = 0.25;
const SEED = 1;
/** With fewer known audiences than this share, being listened to in the field is the better measure. */
const KNOWN_SHARE = 0.6;

/** What a team is chosen from, people by their place in the list. */
export const teamInput = ({ people, cascades, listens }: FieldGround, asked: TeamAsked): TeamInput => {
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly string[]): Uint32Array =>
    Uint32Array.from(ids.flatMap((id) => placeOf.get(id) ?? []));
  const known = listens.flatMap(({ from, to }) => {
    const [source, target] = [placeOf.get(from), placeOf.get(to)];
    return source === undefined || target === undefined ? [] : [{ source, target }];
  });
  const joins = cascades.flatMap((cascade, which) =>
    cascade.flatMap(({ person, at }) => {
      const node = placeOf.get(person);
      return node === undefined ? [] : [{ which, node, at }];
    }),
  );
  return {
    ...usualChoices,
    graph: buildGraph({
      nodes: people.length,
      from: Uint32Array.from(known, ({ source }) => source),
      to: Uint32Array.from(known, ({ target }) => target),
      directed: true,
      shared: true,
    }),
    events: {
      cascade: Uint32Array.from(joins, ({ which }) => which),
      node: Uint32Array.from(joins, ({ node }) => node),
      time: Float64Array.from(joins, ({ at }) => at),
    },
    followers: followersOf(people),
    communities: circlesOf(people),
    tiePercentiles: Float64Array.from(percentilesOf(people.map(({ ours }) => ours)), (percentile, place) =>
      (people[place]?.ours ?? 0) > 0 ? percentile : 0,
    ),
    limit: { kind: 'hours', hours: asked.hours },
    band: asked.band,
    pins: placesOf(asked.pins),
    exclusions: placesOf(asked.exclusions),
    spread: SPREAD,
    seed: SEED,
  };
};

const followersOf = (people: readonly FieldCandidate[]): Float64Array | null => {
  const known = people.filter(({ followers }) => followers !== null).length;
  if (people.length === 0 || known < KNOWN_SHARE * people.length) return null;
  return Float64Array.from(people, ({ followers }) => followers ?? Number.NaN);
};

/** Numbers for the circles in the order of `circleNumbers`; those in none are each alone. Null when nobody is in any. */
const circlesOf = (people: readonly FieldCandidate[]): Uint32Array | null => {
  const numbers = circleNumbers(people);
  if (numbers.length === 0) return null;
  const placeOf = new Map(numbers.map((id, place) => [id, place]));
  let alone = numbers.length;
  return Uint32Array.from(people, ({ circleId }) =>
    circleId === null ? alone++ : (placeOf.get(circleId) ?? alone++),
  );
};

/** The circles of these people, in a fixed order. */
export const circleNumbers = (people: readonly FieldCandidate[]): readonly string[] =>
  [...new Set(people.flatMap(({ circleId }) => (circleId === null ? [] : [circleId])))].sort();
