import { z } from 'zod';
import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { cascadesOf } from '../model/field/cascades.ts';
import { keepTeam } from '../model/field/keep-team.ts';
import { exponentOf, withReach } from '../model/field/reach-in-field.ts';
import { circleNumbers, type FieldCandidate, type TeamAsked, teamInput } from '../model/field/team-input.ts';
import type { TeamInput } from '../model/selection/index.ts';
import { readFieldPeople, readTiesAmong } from '../store/field-conversation.ts';
import { findField, lockField, moveChoice, noteChoice, saveGathering } from '../store/field-rows.ts';
import { replaceProposal } from '../store/field-team-rows.ts';
import { circleNames } from '../store/map-reads.ts';
import { runInWorker } from '../work/index.ts';
import { tellField } from './change-fields.ts';
import { noteFieldDay } from './follow-field.ts';
import { followWork } from './follow-work.ts';
import { gatherField } from './gather-field.ts';
import { tellRelevance } from './tell-relevance.ts';

const CHOOSE_JOB = 'relations.choose-team';

const IdsSchema = z.array(z.uuid());
const DataSchema = z.object({
  workspaceId: z.uuid(),
  fieldId: z.uuid(),
  token: z.uuid(),
  hours: z.number(),
  band: z.object({ from: z.number(), to: z.number() }).nullable(),
  pins: IdsSchema,
  exclusions: IdsSchema,
});
type Asked = z.infer<typeof DataSchema>;

type Ground = Pick<Platform, 'database' | 'clock' | 'jobs' | 'log'>;
type Failure = { readonly kind: 'not-allowed' | 'not-found' | 'already-choosing' };

/** A choice of which nothing came for this long is lost, with the process that made it. Milliseconds. */
const LOST_AFTER_MS = 30 * 60_000;
const MOST_TIES = 500_000;

/** Has a team chosen for a field; how far it is comes as `field.changed`. The band is the field's own unless told otherwise. */
export const askForTeam = (
  platform: Ground,
  actor: Member,
  fieldId: string,
  asked: Omit<TeamAsked, 'band'> & { readonly band?: TeamAsked['band'] | undefined },
): Promise<Result<null, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const field = await lockField(tx, workspaceId, fieldId);
    if (!field) return err({ kind: 'not-found' });
    const age = platform.clock.now().getTime() - timeOf(field.choiceToken);
    if (field.state === 'choosing' && age < LOST_AFTER_MS) return err({ kind: 'already-choosing' });
    const token = newId();
    const band = asked.band === undefined ? { from: field.bandFrom, to: field.bandTo } : asked.band;
    await noteChoice(tx, workspaceId, fieldId, { state: 'choosing', progress: 0, choiceToken: token });
    await platform.jobs.send(tx, CHOOSE_JOB, { ...asked, workspaceId, fieldId, token, band });
    await audit(tx, actor, {
      action: 'team.asked',
      subjectKind: 'field',
      subjectId: fieldId,
      details: { hours: asked.hours },
    });
    await tellField(tx, workspaceId, fieldId, 0);
    return ok(null);
  });

/** What a UUIDv7 says of the time of its making: milliseconds since 1970. */
const timeOf = (id: string | null): number =>
  id === null ? 0 : Number.parseInt(id.replace('-', '').slice(0, 12), 16);

export const cancelChoice = (
  platform: Ground,
  actor: Member,
  fieldId: string,
): Promise<Result<null, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const field = await lockField(tx, actor.workspaceId, fieldId);
    if (!field) return err({ kind: 'not-found' });
    await noteChoice(tx, actor.workspaceId, fieldId, { state: 'idle', progress: null, choiceToken: null });
    await tellField(tx, actor.workspaceId, fieldId, null);
    return ok(null);
  });

export const chooseTeamJob = (platform: Ground): JobDefinition => ({
  name: CHOOSE_JOB,
  retries: 1,
  handle: async (data) => {
    const asked = DataSchema.parse(data);
    try {
      await choose(platform, asked);
    } catch (error) {
      if (error instanceof CalledOff) return;
      await end(platform, asked, 'failed');
      throw error;
    }
  },
});

/** Thrown to leave a choice that nobody waits for any more. */
class CalledOff extends Error {}

const choose = async (platform: Ground, asked: Asked): Promise<void> => {
  const { workspaceId } = asked;
  await move(platform, asked, 0.05);
  const ground = await platform.database.inWorkspace(workspaceId, (tx) =>
    groundOf(tx, workspaceId, asked, platform.clock.now()),
  );
  if (!ground) return;
  await move(platform, asked, 0.2);
  const { people, input, names } = ground;
  const chosen = await followWork(
    (options) => runInWorker('chooseTeam', { input, circleNames: names }, options),
    (done) => move(platform, asked, 0.2 + 0.8 * done),
  );
  if (!chosen.ok || !chosen.value.ok) {
    platform.log.warn({ workspaceId, fieldId: asked.fieldId }, 'no team could be chosen');
    return end(platform, asked, 'failed');
  }
  const kept = keepTeam(
    chosen.value.value,
    people.map(({ id }) => id),
  );
  const team = await platform.database.inWorkspace(workspaceId, (tx) =>
    tellRelevance(tx, workspaceId, withReach(kept, ground.exponent), {
      ...ground,
      now: platform.clock.now(),
    }),
  );
  await platform.database.inWorkspace(workspaceId, async (tx) => {
    const field = await lockField(tx, workspaceId, asked.fieldId);
    if (field?.choiceToken !== asked.token) return;
    const { fieldId, hours, pins, exclusions } = asked;
    const at = platform.clock.now();
    await replaceProposal(tx, { workspaceId, id: newId(), fieldId, team, hours, pins, exclusions, at });
    await noteChoice(tx, workspaceId, fieldId, { state: 'idle', progress: null, choiceToken: null });
    await tellField(tx, workspaceId, fieldId, 1);
  });
  await platform.database.inWorkspace(workspaceId, (tx) =>
    noteFieldDay(tx, workspaceId, asked.fieldId, platform.clock.now()),
  );
};

type Chosen = {
  readonly people: readonly FieldCandidate[];
  readonly input: TeamInput;
  readonly names: readonly { readonly it: string; readonly en: string }[];
  /** How reach grows with the audience here; null where too little is known. */
  readonly exponent: number | null;
  /** What the field is spoken of with. */
  readonly words: readonly string[];
  /** The mentions of the field. */
  readonly mentionIds: readonly string[];
};

const groundOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: Asked,
  now: Date,
): Promise<Chosen | null> => {
  const field = await findField(tx, workspaceId, asked.fieldId);
  if (!field) return null;
  const {
    conversation,
    people: ids,
    pairs,
    gathering,
    mentionIds,
  } = await gatherField(tx, workspaceId, field, now);
  await saveGathering(tx, workspaceId, field.id, gathering, now);
  const people = await readFieldPeople(tx, workspaceId, [...new Set([...ids, ...asked.pins])]);
  const ties = await readTiesAmong(tx, workspaceId, ids, MOST_TIES);
  const listens = [
    ...pairs,
    ...ties.flatMap(({ a, b, ab, ba }) => [
      ...(ab > 0 ? [{ from: a, to: b }] : []),
      ...(ba > 0 ? [{ from: b, to: a }] : []),
    ]),
  ];
  // Who asked for quiet is proposed to nobody: a no is a no.
  const quiet = people.filter(({ isQuiet }) => isQuiet).map(({ id }) => id);
  const exclusions = [...asked.exclusions, ...quiet];
  const cascades = cascadesOf(conversation);
  const input = teamInput({ people, cascades, listens }, { ...asked, exclusions });
  const exponent = exponentOf(cascades, people);
  const numbers = circleNumbers(people);
  const named = await circleNames(tx, workspaceId, numbers);
  return {
    people,
    input,
    names: numbers.map((id) => named.get(id) ?? unnamed),
    exponent,
    words: [...field.words, ...field.tags],
    mentionIds,
  };
};

const unnamed = { it: 'senza nome', en: 'without a name' };

const move = (platform: Ground, { workspaceId, fieldId, token }: Asked, progress: number): Promise<void> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    if (!(await moveChoice(tx, workspaceId, fieldId, token, progress))) throw new CalledOff();
    await tellField(tx, workspaceId, fieldId, progress);
  });

const end = (platform: Ground, asked: Asked, state: 'idle' | 'failed'): Promise<void> =>
  platform.database.inWorkspace(asked.workspaceId, async (tx) => {
    const field = await lockField(tx, asked.workspaceId, asked.fieldId);
    if (field?.choiceToken !== asked.token) return;
    // The token stays: the queue tries once more under it.
    await noteChoice(tx, asked.workspaceId, asked.fieldId, {
      state,
      progress: null,
      choiceToken: asked.token,
    });
    await tellField(tx, asked.workspaceId, asked.fieldId, null);
  });
