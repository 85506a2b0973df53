import { readExamples } from '../../care/index.ts';
import { audit, listMembers, type Member, may, personNames } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type Dialogue, keptTurn, playDialogue } from '../model/dialogue.ts';
import { type Progress, progressOf } from '../model/progress.ts';
import type { Scenario } from '../model/scenario.ts';
import { findScenario } from '../model/scenarios.ts';
import {
  type AttemptRow,
  attemptsOf,
  changeAttempt,
  deleteAttempt,
  insertAttempt,
  lockAttempt,
  practiceDone,
  sharedAttempts,
} from '../store/attempts.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;
type Refused = { readonly kind: 'not-allowed' | 'not-found' };

export type Attempt = Dialogue & {
  readonly id: string;
  readonly scenario: Scenario;
  readonly language: 'it' | 'en';
  readonly byName: string;
  readonly isMine: boolean;
  readonly startedAt: Date;
  readonly sharedAt: Date | null;
};

/** Begins a practice conversation. */
export const beginAttempt = (
  { database, clock }: Ground,
  actor: Member,
  { scenarioId, language }: { readonly scenarioId: string; readonly language: 'it' | 'en' },
): Promise<Result<{ readonly id: string }, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'practice.take')) return err({ kind: 'not-allowed' });
    if (!findScenario(scenarioId)) return err({ kind: 'not-found' });
    const id = newId();
    const { workspaceId, personId } = actor;
    await insertAttempt(tx, {
      workspaceId,
      id,
      personId,
      scenarioId,
      language,
      turns: [],
      startedAt: clock.now(),
    });
    return ok({ id });
  });

/** Answers what the invented person said last; the reasons come at once. */
export const answerAttempt = (
  { database, clock }: Ground,
  actor: Member,
  id: string,
  text: string,
): Promise<Result<Attempt, Refused | { readonly kind: 'over' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockAttempt(tx, actor.workspaceId, id);
    const found = row && own(actor, row) ? viewAttempt(row, actor.name, actor) : undefined;
    if (!row || !found) return err({ kind: 'not-found' });
    if (row.finishedAt) return err({ kind: 'over' });
    const texts = [...row.turns.map((turn) => turn.text), text];
    const dialogue = playDialogue(found.scenario, texts, { language: row.language, name: actor.name });
    const change = {
      turns: dialogue.turns.map(keptTurn),
      ending: dialogue.ending,
      finishedAt: dialogue.ending ? clock.now() : null,
    };
    await changeAttempt(tx, actor.workspaceId, id, change);
    return ok({ ...found, ...dialogue });
  });

/** Mine, or one that its author chose to show to who coordinates. What is not mine to read is not there. */
export const readAttempt = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<Attempt, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockAttempt(tx, actor.workspaceId, id);
    const mayRead = row && (own(actor, row) || (row.sharedAt !== null && may(actor, 'practice.oversee')));
    if (!row || !mayRead) return err({ kind: 'not-found' });
    const names = await personNames(tx, actor.workspaceId, [row.personId]);
    const found = viewAttempt(row, names.get(row.personId) ?? '', actor);
    return found ? ok(found) : err({ kind: 'not-found' });
  });

const own = (actor: Member, { personId }: AttemptRow): boolean =>
  may(actor, 'practice.take') && personId === actor.personId;

const viewAttempt = (row: AttemptRow, byName: string, actor: Member): Attempt | undefined => {
  const scenario = findScenario(row.scenarioId);
  if (!scenario) return undefined;
  const { id, language, startedAt, sharedAt } = row;
  const texts = row.turns.map(({ text }) => text);
  const dialogue = playDialogue(scenario, texts, { language, name: byName });
  return {
    ...dialogue,
    ...{ id, scenario, language, byName, startedAt, sharedAt },
    isMine: row.personId === actor.personId,
  };
};

/** Shows a finished conversation to who coordinates, or takes that back. Only its author can. */
export const shareAttempt = (
  { database, clock }: Ground,
  actor: Member,
  id: string,
  isShared: boolean,
): Promise<Result<null, Refused | { readonly kind: 'not-over' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockAttempt(tx, actor.workspaceId, id);
    if (!row || !own(actor, row)) return err({ kind: 'not-found' });
    if (!row.finishedAt) return err({ kind: 'not-over' });
    await changeAttempt(tx, actor.workspaceId, id, { sharedAt: isShared ? clock.now() : null });
    if (isShared)
      await audit(tx, actor, { action: 'practice.shared', subjectKind: 'practice', subjectId: id });
    return ok(null);
  });

/** Throws a conversation of mine away. */
export const dropAttempt = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<null, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const row = await lockAttempt(tx, actor.workspaceId, id);
    if (!row || !own(actor, row)) return err({ kind: 'not-found' });
    await deleteAttempt(tx, actor.workspaceId, id);
    return ok(null);
  });

type Listed = Pick<AttemptRow, 'id' | 'scenarioId' | 'ending' | 'startedAt' | 'finishedAt' | 'sharedAt'>;

export type Gym = {
  readonly attempts: readonly Listed[];
  readonly progress: Progress | null;
  /** How this company has answered when it ended well; empty when there is nothing to show. */
  readonly examples: readonly string[];
  /** For who coordinates: that people practised, and what they chose to show. Null for everybody else. */
  readonly overseen: {
    readonly done: readonly { readonly name: string; readonly finished: number; readonly lastAt: Date }[];
    readonly shared: readonly (Listed & { readonly byName: string })[];
  } | null;
};

const LATEST = 60;

/** My practice, and for who coordinates that of others as far as it is theirs to see. */
export const readGym = async (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
): Promise<Result<Gym, Refused>> => {
  if (!may(actor, 'practice.take')) return err({ kind: 'not-allowed' });
  const { workspaceId, personId } = actor;
  const examples = await readExamples({ database }, actor);
  return database.inWorkspace(workspaceId, async (tx) => {
    const attempts = await attemptsOf(tx, workspaceId, personId, LATEST);
    const finished = attempts.filter(({ finishedAt }) => finishedAt !== null);
    const progress = progressOf(finished.map(({ turns }) => turns));
    const mine = {
      attempts: attempts.map(listed),
      progress,
      examples: examples.ok ? examples.value.map(({ body }) => body) : [],
    };
    if (!may(actor, 'practice.oversee')) return ok({ ...mine, overseen: null });
    const names = new Map(
      (await listMembers(tx, workspaceId)).map((member) => [member.personId, member.name]),
    );
    const done = (await practiceDone(tx, workspaceId)).flatMap(
      ({ personId: who, finished: times, lastAt }) => {
        const name = names.get(who);
        return name && lastAt ? [{ name, finished: times, lastAt }] : [];
      },
    );
    const shared = (await sharedAttempts(tx, workspaceId, 30))
      .filter((row) => row.personId !== personId)
      .map((row) => ({ ...listed(row), byName: names.get(row.personId) ?? '' }));
    const byName = done.toSorted((one, other) => one.name.localeCompare(other.name, 'it'));
    return ok({ ...mine, overseen: { done: byName, shared } });
  });
};

const listed = ({ id, scenarioId, ending, startedAt, finishedAt, sharedAt }: AttemptRow): Listed => ({
  id,
  scenarioId,
  ending,
  startedAt,
  finishedAt,
  sharedAt,
});
