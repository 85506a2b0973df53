import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type CrisisState, type CrisisStep, stepFrom } from '../model/crisis.ts';
import { saveTeam } from '../store/crisis-parts.ts';
import {
  type CrisisRow,
  changeCrisis,
  holdCrises,
  insertCrisis,
  readCrisisRow,
  readDeclared,
} from '../store/crisis-rows.ts';
import { happen } from './happen.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

type StepFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'changed-meanwhile' | 'another-is-on' }
  | { readonly kind: 'not-from-here'; readonly state: CrisisState };

/** Declares a crisis: from now on every answer waits for an approver and posts are held. Two who declare at once declare the same one. */
export const declareCrisis = (
  { database, clock }: Ground,
  actor: Member,
  title: string,
): Promise<Result<CrisisRow, StepFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'crisis.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    await holdCrises(tx, workspaceId);
    const on = await readDeclared(tx, workspaceId);
    if (on) return ok(on);
    const now = clock.now();
    const id = newId();
    const declared = { declaredAt: now, declaredBy: personId };
    await insertCrisis(tx, { workspaceId, id, state: 'declared', title, proposedAt: now, ...declared });
    return ok(await begin(tx, actor, id, now));
  });

type AskedStep = { readonly version: number; readonly step: CrisisStep; readonly text: string };

/** Takes one step of the law, if the crisis is still as the person saw it. */
export const takeCrisisStep = (
  { database, clock }: Ground,
  actor: Member,
  crisisId: string,
  { version, step, text }: AskedStep,
): Promise<Result<CrisisRow, StepFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'crisis.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    await holdCrises(tx, workspaceId);
    const before = await readCrisisRow(tx, workspaceId, crisisId);
    if (!before) return err({ kind: 'not-found' });
    const state = stepFrom(before.state, step);
    const on = await readDeclared(tx, workspaceId);
    if (step === 'declare' && on) return on.id === crisisId ? ok(on) : err({ kind: 'another-is-on' });
    if (before.version !== version) return err({ kind: 'changed-meanwhile' });
    if (!state) return err({ kind: 'not-from-here', state: before.state });
    if (state === 'declared' && on) return err({ kind: 'another-is-on' });
    const now = clock.now();
    const changes = {
      declare: { declaredAt: now, declaredBy: personId },
      dismiss: {},
      close: { closedAt: now, closedBy: personId },
      reopen: { closedAt: null, closedBy: null },
    } as const;
    const row = await changeCrisis(tx, workspaceId, before, { state, ...changes[step] });
    if (!row) return err({ kind: 'changed-meanwhile' });
    if (step === 'declare') return ok(await begin(tx, actor, crisisId, now));
    await tell(tx, actor, row);
    const kind = ({ dismiss: 'dismissed', close: 'closed', reopen: 'reopened' } as const)[step];
    await happen(tx, actor, now, { crisisId, kind, body: text, audited: `crisis.${kind}` });
    return ok(row);
  });

/** Whoever declares it is in the team and on duty, until somebody says otherwise. */
const begin = async (tx: Transaction, actor: Member, crisisId: string, now: Date): Promise<CrisisRow> => {
  const { workspaceId, personId } = actor;
  await saveTeam(tx, workspaceId, crisisId, [{ personId, task: '', onDuty: true }]);
  const row = (await readCrisisRow(tx, workspaceId, crisisId)) as CrisisRow;
  await tell(tx, actor, row);
  await happen(tx, actor, now, { crisisId, kind: 'declared', body: row.title, audited: 'crisis.declared' });
  return row;
};

const tell = (tx: Transaction, { workspaceId }: Member, { id: crisisId, state }: CrisisRow): Promise<void> =>
  appendEvents(tx, workspaceId, [{ kind: 'crisis.changed', payload: { crisisId, state } }]);
