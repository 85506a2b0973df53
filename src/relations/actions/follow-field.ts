import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { answerGraph } from '../model/batch/split-ties.ts';
import { type FollowedMonth, followMonths } from '../model/field/follow-months.ts';
import { circleNumbers } from '../model/field/team-input.ts';
import { undirected } from '../model/graph/build-graph.ts';
import { type OurWeb, ourWeb } from '../model/map/our-web.ts';
import { readFieldPeople, readTiesAmong } from '../store/field-conversation.ts';
import {
  everyField,
  findField,
  readFieldDays,
  readTalkMonths,
  saveGathering,
  writeFieldDay,
} from '../store/field-rows.ts';
import { findProposal, selectTeams } from '../store/field-team-rows.ts';
import { gatherField } from './gather-field.ts';

/** A company looks back over two years at most. */
const DAYS_BACK = 730;
const DAY_MS = 86_400_000;
const MOST_TIES = 500_000;

/** Month by month: what we said to the people of the teams, what came back, and how the web around us got denser in the field. */
export const followField = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  id: string,
): Promise<Result<readonly FollowedMonth[], { readonly kind: 'not-allowed' | 'not-found' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const field = await findField(tx, workspaceId, id);
    if (!field) return err({ kind: 'not-found' });
    const now = platform.clock.now();
    const since = new Date(Math.max(field.createdAt.getTime(), now.getTime() - DAYS_BACK * DAY_MS));
    const talk = await readTalkMonths(tx, workspaceId, await followedPeople(tx, workspaceId, id), since);
    const days = await readFieldDays(tx, workspaceId, id);
    return ok(followMonths(talk, days, now.toISOString().slice(0, 10)));
  });

/** Of all teams that were kept; of the proposal as long as none was. */
const followedPeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  fieldId: string,
): Promise<readonly string[]> => {
  const kept = await selectTeams(tx, workspaceId, fieldId);
  const proposal = kept.length > 0 ? undefined : await findProposal(tx, workspaceId, fieldId);
  const teams = proposal ? [proposal] : kept;
  return [...new Set(teams.flatMap(({ team }) => team.members.map(({ contactId }) => contactId)))];
};

/** After the batch of the night: how each field stands today. */
export const fieldDaysJob = (platform: Pick<Platform, 'database' | 'clock'>): JobDefinition => ({
  name: 'relations.field-days',
  cron: '53 3 * * *',
  handle: async () => {
    const { database, clock } = platform;
    for (const { workspaceId, id } of await database.asInstallation(everyField))
      await database.inWorkspace(workspaceId, (tx) => noteFieldDay(tx, workspaceId, id, clock.now()));
  },
});

/** The field as it is now, under today's date. */
export const noteFieldDay = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<void> => {
  const field = await findField(tx, workspaceId, id);
  if (!field) return;
  const { people, gathering } = await gatherField(tx, workspaceId, field, now);
  await saveGathering(tx, workspaceId, id, gathering, now);
  const { effectiveSize, circlesReached, withinTwoSteps } = await webOfField(tx, workspaceId, people);
  await writeFieldDay(tx, workspaceId, {
    fieldId: id,
    day: now.toISOString().slice(0, 10),
    mentions: gathering.mentions,
    people: gathering.people,
    reactionPairs: gathering.reactionPairs,
    effectiveSize,
    circlesReached,
    withinTwoSteps,
  });
};

/** How dense the web around us is among these people alone. */
const webOfField = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<OurWeb> => {
  const people = await readFieldPeople(tx, workspaceId, ids);
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const ties = (await readTiesAmong(tx, workspaceId, ids, MOST_TIES)).flatMap(({ a, b, ab, ba }) => {
    const [one, other] = [placeOf.get(a), placeOf.get(b)];
    return one === undefined || other === undefined ? [] : [{ one, other, ab, ba }];
  });
  const circles = circleNumbers(people);
  const graph = answerGraph(people.length, {
    a: Uint32Array.from(ties, ({ one }) => one),
    b: Uint32Array.from(ties, ({ other }) => other),
    intensityAb: Float64Array.from(ties, ({ ab }) => ab),
    intensityBa: Float64Array.from(ties, ({ ba }) => ba),
  });
  return ourWeb({
    graph: undirected(graph),
    circleOf: Int32Array.from(people, ({ circleId }) => (circleId === null ? -1 : circles.indexOf(circleId))),
    circles: circles.length,
    ours: Float64Array.from(people, ({ ours }) => ours),
  });
};
