import { cascadeLog } from './cascade-log.ts';
import { chooseNodes } from './choose-nodes.ts';
import { circlesTouched } from './circle-pairs.ts';
import type { Comparison, TeamFigures } from './comparison.ts';
import { comparisonWords } from './comparison-words.ts';
import { aloneOf, expectedReach } from './expected-reach.ts';
import { type Choice, prepareChoice } from './prepare-choice.ts';
import { rankedTeam } from './ranked-team.ts';
import type { EventColumns, Method } from './team-input.ts';
import { goOn, type Watch } from './watch.ts';
import { countFollowing } from './who-followed.ts';

/** Participations from which on a fifth of them is worth keeping back. */
const ENOUGH_TO_KEEP_BACK = 1_000;

export const compareTeams = (
  choice: Choice,
  method: Method,
  team: readonly number[],
  watch: Watch = {},
): Comparison | null => {
  if (team.length === 0) return null;
  goOn(watch);
  const isEnough = choice.log.nodes.length >= ENOUGH_TO_KEEP_BACK && choice.input.events !== null;
  const compared = isEnough ? byWhatCame(choice, method, watch) : byExpectation(choice, team, watch);
  return compared && { ...compared, says: comparisonWords(compared) };
};

type Counted = Omit<Comparison, 'says'>;

const byWhatCame = (choice: Choice, method: Method, watch: Watch): Counted => {
  const events = choice.input.events as EventColumns;
  const until = momentAt(choice, 0.8);
  const early = prepareChoice({ ...choice.input, trainUntil: until, followers: choice.audience });
  const later = cascadeLog(beganAfter(events, until), choice.input.trainUntil);
  const count = (team: readonly number[]): number => countFollowing(team, later, choice.input.graph);
  const chosen = chooseNodes(early, method, watch).team;
  return {
    basis: 'later',
    chosen: figuresOf(choice, chosen, count),
    ...rivals(choice, chosen.length, count),
    oneByOne: figuresOf(choice, chooseNodes(early, 'single', watch).team, count),
  };
};

const byExpectation = (choice: Choice, team: readonly number[], watch: Watch): Counted | null => {
  const reach = expectedReach(choice, watch);
  if (reach === null) return null;
  const alone = aloneOf(reach.sets, choice.input.graph.nodes);
  return {
    basis: 'expected',
    chosen: figuresOf(choice, team, reach.people),
    ...rivals(choice, team.length, reach.people),
    oneByOne: figuresOf(choice, rankedTeam(choice.constraint, alone).team, reach.people),
  };
};

/** The biggest: as many as we are, whatever hours they ask for. */
const rivals = (choice: Choice, size: number, count: (team: readonly number[]) => number) => {
  const { candidates, pins } = choice.constraint;
  const excluded = new Set(choice.input.exclusions);
  const anyone = Uint32Array.from(choice.audience.keys()).filter((node) => !excluded.has(node));
  const biggest = (among: Uint32Array): readonly number[] =>
    rankedTeam({ candidates: among, pins: new Uint32Array(), costs: null, budget: size }, choice.audience)
      .team;
  return {
    biggest: figuresOf(choice, biggest(anyone), count),
    biggestInBand: figuresOf(choice, biggest(Uint32Array.from([...pins, ...candidates])), count),
  };
};

const figuresOf = (
  { audience, efforts, input: { graph, communities } }: Choice,
  team: readonly number[],
  count: (team: readonly number[]) => number,
): TeamFigures => {
  const people = count(team);
  const hours = team.reduce((sum, node) => sum + (efforts[node] as number), 0);
  const followers = team.reduce((sum, node) => sum + (audience[node] || 0), 0);
  return {
    team,
    people,
    hours,
    peoplePerHour: hours > 0 ? people / hours : 0,
    audience: followers,
    peoplePerThousandFollowers: followers > 0 ? (1_000 * people) / followers : 0,
    circles: communities && new Set(team.flatMap((node) => circlesTouched(graph, communities, node))).size,
  };
};

/** The moment by which a share of all participations had happened. */
const momentAt = ({ log }: Choice, share: number): number =>
  log.times.toSorted()[Math.floor(share * (log.times.length - 1))] as number;

const beganAfter = (events: EventColumns, moment: number): EventColumns => {
  const begun = new Set<number>();
  for (const [at, cascade] of events.cascade.entries())
    if ((events.time[at] as number) <= moment) begun.add(cascade);
  const isLater = (_: number, at: number): boolean => !begun.has(events.cascade[at] as number);
  return {
    cascade: events.cascade.filter(isLater),
    node: events.node.filter(isLater),
    time: events.time.filter(isLater),
  };
};
