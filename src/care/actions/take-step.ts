import { audit, listMembers, type Member } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { gravityOf } from '../model/case.ts';
import { type CaseCommand, decide, type Refusal } from '../model/decide.ts';
import { insertText } from '../store/case-texts.ts';
import type { KeptCase } from '../store/cases.ts';
import { causeExists } from '../store/causes.ts';
import { assess } from './assess.ts';
import { renewDue } from './due.ts';
import { type Doing, happen, tellOfCases } from './happen.ts';
import { holdCase } from './hold-case.ts';

/** A step as a person asks for it: with their words instead of the id under which they will be kept. */
export type AskedStep = Distribute<CaseCommand>;
type Distribute<Command> = Command extends { readonly textId: string | null }
  ? Omit<Command, 'textId'> & { readonly text: string }
  : Command;

export type StepFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'no-such-cause' | 'no-such-person' }
  /** Somebody was quicker: what the case is now, and who changed it last is in its history. */
  | { readonly kind: 'changed-meanwhile'; readonly version: number }
  | Refusal;

/** Does one thing with a case, if it is still as the person saw it (`version`). */
export const takeStep = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  caseId: string,
  { version, step }: { readonly version: number; readonly step: AskedStep },
): Promise<Result<KeptCase, StepFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId, personId } = actor;
    const held = await holdCase(tx, actor, caseId);
    if (!held.ok) return held;
    const { settings, one } = held.value;
    if (one.version !== version) return err({ kind: 'changed-meanwhile', version: one.version });
    const missing = await whatIsMissing(tx, actor, step);
    if (missing) return err({ kind: missing });
    const doing: Doing = { workspaceId, personId, now: clock.now() };
    const command = await keepWords(tx, doing, caseId, step);
    const decided = decide(one, command);
    if (!decided.ok) return err(decided.error);
    let after = await happen(
      tx,
      doing,
      one,
      decided.value.map((event) => ({ event })),
    );
    if (command.step === 'file' || command.step === 'choose-gravity')
      after = await happen(
        tx,
        doing,
        after,
        await assess(tx, workspaceId, after, settings, doing.now, gravityOf(one)),
      );
    if (command.step === 'reopen')
      after = await happen(tx, doing, after, await renewDue(tx, workspaceId, after, settings));
    await audit(tx, actor, {
      action: 'case.stepped',
      subjectKind: 'case',
      subjectId: caseId,
      details: { step: command.step, state: after.state },
    });
    await tellOfCases(tx, workspaceId, [after]);
    return ok(after);
  });

const whatIsMissing = async (
  tx: Transaction,
  { workspaceId }: Member,
  step: AskedStep,
): Promise<'no-such-cause' | 'no-such-person' | undefined> => {
  if (step.step === 'file' && step.causeId && !(await causeExists(tx, workspaceId, step.causeId)))
    return 'no-such-cause';
  if (step.step === 'assign' && step.ownerId) {
    const members = await listMembers(tx, workspaceId);
    if (!members.some(({ personId }) => personId === step.ownerId)) return 'no-such-person';
  }
  return undefined;
};

const keepWords = async (
  tx: Transaction,
  { workspaceId, now }: Doing,
  caseId: string,
  step: AskedStep,
): Promise<CaseCommand> => {
  if (!('text' in step)) return step;
  const { text, ...rest } = step;
  return { ...rest, textId: await insertText(tx, workspaceId, caseId, text, now) } as CaseCommand;
};
