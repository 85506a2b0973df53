import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { arcOf } from '../model/batch/split-ties.ts';
import { judgePeople, type PersonFacts, type PersonStanding } from '../model/standing/judge-people.ts';
import { turnsWithUs } from '../model/standing/turns-with-us.ts';
import type { BatchPerson } from '../store/batch-reads.ts';
import { type AnsweredPost, readAnsweredPosts, readPostSums, readQuiet } from '../store/standing-reads.ts';
import type { BatchGround } from './batch-load.ts';
import type { BatchScores } from './batch-score.ts';

/** What is said of each person by their place, besides where they stand in the web; null where too little is known. */
export type Standing = {
  of(place: number): {
    readonly participation: number | null;
    readonly credibility: number | null;
    readonly relevance: number | null;
    readonly responsiveness: number | null;
    readonly middle: number | null;
    /** Each part with its value and figures. */
    readonly evidence: Readonly<Record<string, unknown>>;
  };
};

export const standingOfBatch = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  ground: BatchGround,
  scores: BatchScores,
  now: Date,
): Promise<Standing> => {
  const read = await platform.database.inWorkspace(workspaceId, async (tx) => ({
    sums: await readPostSums(tx, workspaceId, now),
    answered: await readAnsweredPosts(tx, workspaceId, now),
    quiet: await readQuiet(tx, workspaceId),
  }));
  const judged = judgePeople(factsOf(ground, scores, read, now));
  return {
    of: (place) => {
      const standing: PersonStanding = judged[place] ?? {};
      return {
        participation: known(scores.graph.participation[place]),
        credibility: standing.credibility?.value ?? null,
        relevance: standing.relevance?.value ?? null,
        responsiveness: standing.responsiveness?.value ?? null,
        middle: standing.middle?.value ?? null,
        evidence: standing,
      };
    },
  };
};

type Read = {
  readonly sums: Awaited<ReturnType<typeof readPostSums>>;
  readonly answered: readonly AnsweredPost[];
  readonly quiet: ReadonlySet<string>;
};

const factsOf = (
  { people, events, channels }: BatchGround,
  { web, graph }: BatchScores,
  { sums, answered, quiet }: Read,
  now: Date,
): readonly PersonFacts[] => {
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const sumsOf = new Map(sums.map((each) => [each.contactId, each]));
  const answersOf = Map.groupBy(answered, ({ contactId }) => contactId);
  const byHand = channels.indexOf('by-hand');
  const turns = turnsWithUs(
    events,
    people.length,
    now.getTime(),
    (event) => events.channel[event] !== byHand,
  );
  const overlapOf = (one: number, other: string): number =>
    known(graph.overlap[arcOf(web.graph, one, placeOf.get(other) ?? one)]) ?? 0;
  return people.map((person, place): PersonFacts => {
    const { posts = 0, onTopic = 0, fadedPosts = 0, fadedOnTopic = 0 } = sumsOf.get(person.id) ?? {};
    return {
      consent: quiet.has(person.id) ? 'quiet' : 'unknown',
      ...{ posts, onTopic, fadedPosts, fadedOnTopic },
      answers: (answersOf.get(person.id) ?? []).map(({ ageDays, answerers }) => ({
        ageDays,
        answerers: answerers.map(([id, sameCompany]) => ({
          isOutside: !sameCompany,
          overlap: overlapOf(place, id),
        })),
      })),
      asked: turns.asked[place] ?? 0,
      answeredUs: turns.answered[place] ?? 0,
      medianHours: turns.medianHours[place] ?? Number.NaN,
      esteem: graph.esteem[place] ?? 0,
      bridge: known(graph.participation[place]),
      audience: audienceOf(person),
    };
  });
};

/** The greatest that is known. */
const audienceOf = ({ accounts }: BatchPerson): PersonFacts['audience'] =>
  accounts.reduce<PersonFacts['audience']>(
    (most, [, channel, followers]) =>
      followers !== null && followers > (most?.followers ?? -1) ? { channel, followers } : most,
    null,
  );

/** NaN stands for what there is nothing to say of. */
const known = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;
