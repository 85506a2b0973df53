import type { Consent } from '../daily/candidate.ts';
import { type CredibilityEvidence, credibilityOf, type PostAnswers } from '../standing/credibility.ts';
import type { Judged } from '../standing/judged.ts';
import { type MiddleEvidence, middleScores } from '../standing/middle-score.ts';
import { percentilesOf } from '../standing/percentiles.ts';
import { type ReachEvidence, reachBandOf } from '../standing/reach-band.ts';
import { type RelevanceEvidence, relevanceOf } from '../standing/relevance.ts';
import { type ResponsivenessEvidence, responsivenessOf } from '../standing/responsiveness.ts';
import type { AnswersToUs } from './answers-to-us.ts';

/** What is known of one person, before it is judged. */
export type PersonFacts = {
  readonly consent: Consent;
  /** The largest known audience and its channel; null: not known. */
  readonly audience: { readonly channel: string; readonly followers: number } | null;
  /** Posts that somebody answered. */
  readonly answered: readonly PostAnswers[];
  /** All posts, by age. */
  readonly posts: readonly { readonly ageDays: number; readonly isOnTopic: boolean }[];
  /** PageRank of answers; null: answered by nobody. */
  readonly esteem: number | null;
  /** Null: no words of a field were asked for. */
  readonly nearness: { readonly value: number; readonly found: readonly string[] } | null;
  readonly answersToUs: AnswersToUs | null;
  readonly participation: number | null;
};

export type Usual = {
  readonly answerRate: number;
  readonly topicShare: number;
  readonly replyRate: number;
};

/** Each null where nothing is known to judge by. */
export type PersonJudged = {
  readonly credibility: Judged<CredibilityEvidence> | null;
  readonly relevance: Judged<RelevanceEvidence> | null;
  readonly responsiveness: Judged<ResponsivenessEvidence> | null;
  readonly reachBand: Judged<ReachEvidence> | null;
};

/** What is usual in this web: what few cases are shrunken towards. */
export const usualOf = (people: readonly PersonFacts[]): Usual => {
  const sum = (of: (person: PersonFacts) => number): number =>
    people.reduce((total, person) => total + of(person), 0);
  const posts = sum((person) => person.posts.length);
  const asked = sum(({ answersToUs }) => answersToUs?.asked ?? 0);
  return {
    answerRate: share(
      sum((person) => person.answered.length),
      posts,
      0.3,
    ),
    topicShare: share(
      sum((person) => person.posts.filter(({ isOnTopic }) => isOnTopic).length),
      posts,
      0.2,
    ),
    replyRate: share(
      sum(({ answersToUs }) => answersToUs?.answered ?? 0),
      asked,
      0.3,
    ),
  };
};

/** Fewer cases do not make a custom. */
const FEWEST = 30;
const share = (hits: number, cases: number, otherwise: number): number =>
  cases < FEWEST ? otherwise : Math.min(1, hits / cases);

/** Percentiles among all of what is compared: rank of answers, and audience within its channel. */
export const placesAmong = (people: readonly PersonFacts[]) => {
  const ranks = percentilesOf(people.map(({ esteem }) => esteem));
  const audiences = new Array<number | null>(people.length).fill(null);
  const places = [...people.keys()].filter((place) => people[place]?.audience);
  for (const [, those] of Map.groupBy(places, (place) => people[place]?.audience?.channel)) {
    const percentiles = percentilesOf(those.map((place) => people[place]?.audience?.followers ?? null));
    those.forEach((place, index) => {
      audiences[place] = percentiles[index] ?? null;
    });
  }
  return (place: number) => ({
    answersRank: people[place]?.esteem == null ? null : (ranks[place] ?? null),
    audience: audiences[place] ?? null,
  });
};

export const judgePerson = (
  person: PersonFacts,
  among: { readonly answersRank: number | null; readonly audience: number | null },
  usual: Usual,
): PersonJudged => {
  const { posts, answered, nearness, answersToUs, audience } = person;
  const silent = Math.max(0, posts.length - answered.length);
  const unanswered: readonly PostAnswers[] = Array.from({ length: silent }, () => ({
    ageDays: 0,
    answerers: [],
  }));
  const { answersRank } = among;
  return {
    credibility:
      posts.length + answered.length === 0
        ? null
        : credibilityOf({ posts: [...answered, ...unanswered], answersRank, usualRate: usual.answerRate }),
    relevance: posts.length === 0 ? null : relevanceOf({ posts, nearness, usualShare: usual.topicShare }),
    responsiveness: answersToUs ? responsivenessOf({ ...answersToUs, usualRate: usual.replyRate }) : null,
    reachBand: audience ? reachBandOf({ audience: audience.followers, percentile: among.audience }) : null,
  };
};

/** Who is worth a closer look, among all: null for those of whom nothing is judged. */
export const middleOf = (
  people: readonly PersonFacts[],
  judged: readonly PersonJudged[],
): readonly (Judged<MiddleEvidence> | null)[] => {
  const scores = middleScores(
    people.map(({ consent, participation }, place) => ({
      consent,
      credibility: judged[place]?.credibility?.value ?? null,
      relevance: judged[place]?.relevance?.value ?? null,
      responsiveness: judged[place]?.responsiveness?.value ?? null,
      bridge: participation,
      inBand: judged[place]?.reachBand?.evidence.inBand ?? null,
    })),
  );
  return scores.map((score, place) =>
    judged[place]?.credibility || judged[place]?.relevance ? score : null,
  );
};
