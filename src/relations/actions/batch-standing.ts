import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { answersToUs } from '../model/batch/answers-to-us.ts';
import {
  judgePerson,
  middleOf,
  type PersonFacts,
  type PersonJudged,
  placesAmong,
  usualOf,
} from '../model/batch/judge-people.ts';
import { arcOf } from '../model/batch/split-ties.ts';
import type { PostAnswers } from '../model/standing/credibility.ts';
import type { Nearness } from '../model/words/bm25.ts';
import type { BatchPerson } from '../store/batch-reads.ts';
import {
  type AnsweredPost,
  type PersonPosts,
  readAnsweredPosts,
  readPosts,
} from '../store/standing-reads.ts';
import type { BatchGround } from './batch-load.ts';
import { nearnessOfBatch } from './batch-nearness.ts';
import type { BatchScores } from './batch-score.ts';

/** What is said of each person by their place, besides where they stand in the web; null where too little is known. */
export type Standing = {
  of(place: number): {
    readonly participation: number | null;
    readonly credibility: number | null;
    readonly relevance: number | null;
    readonly responsiveness: number | null;
    readonly middle: number | null;
    /** Each part with its value, its figures and its words. */
    readonly evidence: Readonly<Record<string, unknown>>;
  };
};

/** People judged in one go: other work of the house gets its turn in between. */
const AT_ONCE = 500;

/** Judges everybody by what they said, who answered it, and how they answered us. */
export const standingOfBatch = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  ground: BatchGround,
  scores: BatchScores,
  now: Date,
): Promise<Standing> => {
  const read = await platform.database.inWorkspace(workspaceId, async (tx) => ({
    posts: await readPosts(tx, workspaceId, now),
    answered: await readAnsweredPosts(tx, workspaceId, now),
  }));
  const nearness = await nearnessOfBatch(platform, workspaceId, read.posts);
  const people = factsOf(ground, scores, { ...read, nearness });
  const [usual, among] = [usualOf(people), placesAmong(people)];
  const judged: PersonJudged[] = [];
  for (const [place, person] of people.entries()) {
    judged.push(judgePerson(person, among(place), usual));
    if (place % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  const middles = middleOf(people, judged);
  return {
    of: (place) => {
      const parts = { ...judged[place], middle: middles[place] ?? null };
      return {
        participation: people[place]?.participation ?? null,
        credibility: parts.credibility?.value ?? null,
        relevance: parts.relevance?.value ?? null,
        responsiveness: parts.responsiveness?.value ?? null,
        middle: parts.middle?.value ?? null,
        evidence: Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null)),
      };
    },
  };
};

type Read = {
  readonly posts: readonly PersonPosts[];
  readonly answered: readonly AnsweredPost[];
  /** Null: there are no words to be near to. */
  readonly nearness: ReadonlyMap<string, Nearness> | null;
};

const farAway: Nearness = { value: 0, found: [] };

const factsOf = (
  { people, events }: BatchGround,
  scores: BatchScores,
  read: Read,
): readonly PersonFacts[] => {
  const { participation, esteem } = scores.graph;
  const posts = new Map(read.posts.map((each) => [each.contactId, each.posts]));
  const answers = answersOf(people, scores, read.answered);
  const toUs = answersToUs(people.length, events);
  return people.map((person, place) => ({
    consent: person.consent,
    audience: audienceOf(person),
    answered: answers.get(person.id) ?? [],
    posts: (posts.get(person.id) ?? []).map(([ageDays, isOnTopic]) => ({ ageDays, isOnTopic })),
    esteem: known(esteem[place]),
    nearness: read.nearness && (read.nearness.get(person.id) ?? farAway),
    answersToUs: toUs.get(place) ?? null,
    participation: known(participation[place]),
  }));
};

/** The answered posts of each person, with how much the circles of author and answerer overlap. */
const answersOf = (
  people: readonly BatchPerson[],
  { web, graph: { overlap } }: BatchScores,
  answered: readonly AnsweredPost[],
): ReadonlyMap<string, readonly PostAnswers[]> => {
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const overlapOf = (one: string, other: string): number => {
    const [from, to] = [placeOf.get(one), placeOf.get(other)];
    return from === undefined || to === undefined ? 0 : (known(overlap[arcOf(web.graph, from, to)]) ?? 0);
  };
  const all = new Map<string, PostAnswers[]>();
  for (const { contactId, ageDays, answerers } of answered) {
    const those = all.get(contactId) ?? [];
    all.set(contactId, those);
    those.push({
      ageDays,
      answerers: answerers.map(([id, sameCompany]) => ({
        isOutside: !sameCompany,
        overlap: overlapOf(contactId, id),
      })),
    });
  }
  return all;
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
