import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { circleName, saysBridge, saysHole, saysMeeting, saysSleeping } from '../model/map/map-words.ts';
import type { StoredFindings } from '../model/map/stored-findings.ts';
import type { Says } from '../model/map/web.ts';
import { circleNames, circlesOfPeople, namesOf } from '../store/map-reads.ts';

type PersonName = { readonly id: string; readonly name: string };
type Pair = readonly [string, string];

export type MapAnswers = {
  readonly bridges: readonly { readonly contact: PersonName; readonly between: Pair; readonly says: Says }[];
  readonly sleeping: readonly { readonly contact: PersonName; readonly says: Says }[];
  readonly holes: readonly {
    readonly circles: Pair;
    readonly size: number;
    readonly says: Says;
    readonly nearest: PersonName | null;
  }[];
  readonly shouldMeet: readonly { readonly a: PersonName; readonly b: PersonName; readonly says: Says }[];
};

const DAY_MS = 86_400_000;
const nothing: MapAnswers = { bridges: [], sleeping: [], holes: [], shouldMeet: [] };

/** What the last batch found, said with the names of today: of people who are gone, or against it, nothing is said. */
export const answerMap = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  findings: StoredFindings | null,
  now: Date,
): Promise<MapAnswers> => {
  if (!findings) return nothing;
  const names = await namesOf(tx, workspaceId, peopleIn(findings));
  const circles = await circleNames(tx, workspaceId, circlesIn(findings));
  const pairs = findings.shouldMeet.flatMap(({ a, b }) => [a, b]);
  const homes = await circlesOfPeople(tx, workspaceId, pairs);
  return {
    bridges: tellBridges(findings, names, circles),
    sleeping: tellSleeping(findings, names, now),
    holes: tellHoles(findings, names, circles),
    shouldMeet: tellMeetings(findings, names, homes),
  };
};

const tellBridges = (
  { bridges }: StoredFindings,
  names: Names,
  circles: CircleNames,
): MapAnswers['bridges'] =>
  bridges.flatMap(({ contactId, between, share, ties }) => {
    const contact = personOf(names, contactId);
    const [one, other] = between.map((id) => circleName(circles.get(id))) as [Says, Says];
    return contact && between.every((id) => circles.has(id))
      ? [{ contact, between, says: saysBridge(one, other, share, ties) }]
      : [];
  });

const tellSleeping = ({ sleeping }: StoredFindings, names: Names, now: Date): MapAnswers['sleeping'] =>
  sleeping.flatMap(({ contactId, lastAt, exchanges }) => {
    const contact = personOf(names, contactId);
    const days = Math.floor((now.getTime() - Date.parse(lastAt)) / DAY_MS);
    return contact ? [{ contact, says: saysSleeping(exchanges, Math.max(0, days)) }] : [];
  });

const tellHoles = ({ holes }: StoredFindings, names: Names, known: CircleNames): MapAnswers['holes'] =>
  holes.flatMap(({ circles, size, ties, isReached, nearestId }) => {
    const [one, other] = circles.map((id) => circleName(known.get(id))) as [Says, Says];
    const nearest = nearestId === null ? null : personOf(names, nearestId);
    return circles.every((id) => known.has(id))
      ? [{ circles, size, says: saysHole(one, other, size, ties, isReached), nearest }]
      : [];
  });

const tellMeetings = (
  { shouldMeet }: StoredFindings,
  names: Names,
  homes: ReadonlyMap<string, string>,
): MapAnswers['shouldMeet'] =>
  shouldMeet.flatMap(({ a, b, common }) => {
    const [one, other] = [personOf(names, a), personOf(names, b)];
    const areOfOneCircle = homes.get(a) === homes.get(b);
    return one && other ? [{ a: one, b: other, says: saysMeeting(common, areOfOneCircle) }] : [];
  });

type Names = ReadonlyMap<string, string>;
type CircleNames = ReadonlyMap<string, Says>;

const personOf = (names: Names, id: string): PersonName | null => {
  const name = names.get(id);
  return name === undefined ? null : { id, name };
};

const peopleIn = ({ bridges, sleeping, holes, shouldMeet }: StoredFindings): readonly string[] => [
  ...bridges.map(({ contactId }) => contactId),
  ...sleeping.map(({ contactId }) => contactId),
  ...holes.flatMap(({ nearestId }) => (nearestId === null ? [] : [nearestId])),
  ...shouldMeet.flatMap(({ a, b }) => [a, b]),
];

const circlesIn = ({ bridges, holes }: StoredFindings): readonly string[] => [
  ...bridges.flatMap(({ between }) => between),
  ...holes.flatMap(({ circles }) => circles),
];
