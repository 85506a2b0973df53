import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { decide } from '../model/decide.ts';
import { countPeople, moveMentions } from '../store/case-mentions.ts';
import { lockCase } from '../store/cases.ts';
import { holdSettings } from '../store/settings.ts';
import { assess } from './assess.ts';
import { happen, tellOfCases } from './happen.ts';
import type { StepFailure } from './take-step.ts';

export type Seen = { readonly caseId: string; readonly version: number };

/** Two cases are one story: the mentions of `other` go on in `kept`, and `other` is undone. */
export const joinCases = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  kept: Seen,
  other: Seen,
): Promise<Result<null, StepFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const settings = await holdSettings(tx, workspaceId);
    const one = await lockCase(tx, workspaceId, kept.caseId);
    const two = kept.caseId === other.caseId ? undefined : await lockCase(tx, workspaceId, other.caseId);
    if (!one || !two) return err({ kind: 'not-found' });
    if (one.version !== kept.version) return err({ kind: 'changed-meanwhile', version: one.version });
    if (two.version !== other.version) return err({ kind: 'changed-meanwhile', version: two.version });
    if (one.state === 'undone') return err({ kind: 'not-from-here', state: one.state, step: 'undo' });
    const undone = decide(two, { step: 'undo', reason: 'joined', into: one.id });
    if (!undone.ok) return err(undone.error);
    const doing = { workspaceId, personId, now: clock.now() };
    const mentions = await moveMentions(tx, workspaceId, two.id, one.id);
    const mentionIds = mentions.map(({ id }) => id);
    const left = { kind: 'mentions-left', mentionIds, fewerPeople: two.people } as const;
    const twoAfter = await happen(tx, doing, two, [
      { event: left },
      ...undone.value.map((event) => ({ event })),
    ]);
    const newPeople = (await countPeople(tx, workspaceId, one.id)) - one.people;
    const joined = await happen(
      tx,
      doing,
      one,
      mentions.length > 0 ? [{ event: { kind: 'mentions-joined', mentions, newPeople } }] : [],
    );
    const oneAfter = await happen(
      tx,
      doing,
      joined,
      await assess(tx, workspaceId, joined, settings, doing.now),
    );
    const details = { other: two.id };
    await audit(tx, actor, { action: 'case.joined', subjectKind: 'case', subjectId: one.id, details });
    await tellOfCases(tx, workspaceId, [oneAfter, twoAfter]);
    return ok(null);
  });
