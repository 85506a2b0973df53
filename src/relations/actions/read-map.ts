import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type DrawnTie, drawTies } from '../model/map/drawn-ties.ts';
import { pickPeople } from '../model/map/pick-people.ts';
import type { StoredFindings } from '../model/map/stored-findings.ts';
import { sleepOf } from '../model/ties/sleep.ts';
import { readBatchState } from '../store/batch-states.ts';
import {
  bestTiedOfCircles,
  type CircleRow,
  currentCircles,
  type MapNarrowing,
  type MapPersonRow,
  peopleByIds,
  strongestPeople,
  tiesToDraw,
} from '../store/map-reads.ts';
import { answerMap, type MapAnswers } from './answer-map.ts';

/** More threads than these are a ball of wool. */
const MOST_TIES = 4_000;
const MOST_CIRCLES = 60;
/** Who has no rhythm yet is judged by that of a monthly talk. */
const USUAL_DAYS = 30;

export type MapView = {
  readonly nodes: readonly MapNode[];
  readonly ties: readonly DrawnTie[];
  readonly circles: readonly CircleRow[];
  readonly answers: MapAnswers;
  readonly truncated: boolean;
};

type MapNode = {
  readonly id: string;
  readonly name: string;
  readonly circle: string | null;
  readonly strength: number;
  readonly size: number;
  readonly asleep: boolean;
  readonly bridge: boolean;
};

/** The web to draw: at most `limit` people, those who say most, with what the map answers. */
export const readMap = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  { limit, ...narrowing }: MapNarrowing & { readonly limit: number },
): Promise<Result<MapView, { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const now = platform.clock.now();
    const { findings } = await readBatchState(tx, workspaceId);
    const { people, isMore } = await choosePeople(tx, actor, narrowing, findings, limit);
    const rows = await tiesToDraw(
      tx,
      workspaceId,
      people.map(({ id }) => id),
      MOST_TIES + 1,
    );
    const ties = rows.slice(0, MOST_TIES).map((tie) => ({
      ...tie,
      lastAt: tie.lastAt === null ? null : Date.parse(tie.lastAt),
    }));
    const circles = await currentCircles(tx, workspaceId, MOST_CIRCLES);
    return ok({
      nodes: nodesOf(people, findings, now),
      ties: drawTies(ties, now.getTime()),
      circles,
      answers: await answerMap(tx, workspaceId, findings, now),
      truncated: isMore || rows.length > MOST_TIES,
    });
  });

const choosePeople = async (
  tx: Transaction,
  { workspaceId }: Member,
  narrowing: MapNarrowing,
  findings: StoredFindings | null,
  limit: number,
): Promise<{ readonly people: readonly MapPersonRow[]; readonly isMore: boolean }> => {
  const strongest = await strongestPeople(tx, workspaceId, narrowing, limit + 1);
  const best = await bestTiedOfCircles(tx, workspaceId, narrowing, limit);
  const isWhole = narrowing.circle === undefined && narrowing.contact === undefined;
  const answering = isWhole ? await peopleByIds(tx, workspaceId, idsIn(findings)) : [];
  return { people: pickPeople([strongest, answering, best], limit), isMore: strongest.length > limit };
};

/** Who is spoken of in the answers must be seen on the map. */
const idsIn = (findings: StoredFindings | null): readonly string[] =>
  findings
    ? [
        ...findings.bridges.map(({ contactId }) => contactId),
        ...findings.sleeping.map(({ contactId }) => contactId),
        ...findings.holes.flatMap(({ nearestId }) => (nearestId === null ? [] : [nearestId])),
        ...findings.shouldMeet.flatMap(({ a, b }) => [a, b]),
      ]
    : [];

const nodesOf = (
  people: readonly MapPersonRow[],
  findings: StoredFindings | null,
  now: Date,
): readonly MapNode[] => {
  const bridges = new Set(findings?.bridges.map(({ contactId }) => contactId));
  const most = people.reduce((sum, { degree }) => Math.max(sum, degree), 1);
  return people.map(({ id, name, circleId, strength, degree, lastAt, usualDays }) => ({
    id,
    name,
    circle: circleId,
    strength,
    size: Math.log2(1 + degree) / Math.log2(1 + most),
    asleep: isAsleep(lastAt, usualDays, now),
    bridge: bridges.has(id),
  }));
};

const isAsleep = (lastAt: string | null, usualDays: number | null, now: Date): boolean =>
  lastAt !== null &&
  sleepOf({ usualDays: usualDays ?? USUAL_DAYS, lastAt: new Date(lastAt) }, now).state === 'asleep';
