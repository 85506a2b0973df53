import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { deleteLabel, insertLabel, type Label, readLabels, updateLabel } from '../store/label-rows.ts';

type LabelFailure = {
  readonly kind: 'not-allowed' | 'not-found' | 'name-taken' | 'too-many' | 'changed-meanwhile';
};

/** More than anybody can tell apart; a list that a menu can hold. */
const MOST = 200;

export const listLabels = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
): Promise<Result<readonly Label[], LabelFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'threads.read') ? ok(await readLabels(tx, actor.workspaceId)) : err({ kind: 'not-allowed' }),
  );

/** Anybody who organises conversations may need a word for what they are about. */
export const addLabel = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  { name, colour }: Omit<Label, 'id' | 'version'>,
): Promise<Result<Label, LabelFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.organise')) return err({ kind: 'not-allowed' });
    const known = await readLabels(tx, actor.workspaceId);
    if (known.length >= MOST) return err({ kind: 'too-many' });
    if (isTaken(known, name)) return err({ kind: 'name-taken' });
    const label = { id: newId(), name, colour, version: 1 };
    await insertLabel(tx, actor.workspaceId, label, desk.clock.now());
    await tell(tx, actor, 'label.added', label.id, { name });
    return ok(label);
  });

/** If it is still as the person saw it (`version`). */
export const changeLabel = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  label: Label,
): Promise<Result<Label, LabelFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'desk.manage')) return err({ kind: 'not-allowed' });
    const known = await readLabels(tx, actor.workspaceId);
    if (!known.some(({ id }) => id === label.id)) return err({ kind: 'not-found' });
    const others = known.filter(({ id }) => id !== label.id);
    if (isTaken(others, label.name)) return err({ kind: 'name-taken' });
    if (!(await updateLabel(tx, actor.workspaceId, label))) return err({ kind: 'changed-meanwhile' });
    await tell(tx, actor, 'label.changed', label.id, { name: label.name });
    return ok({ ...label, version: label.version + 1 });
  });

/** It comes off everything that wears it. */
export const removeLabel = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<null, LabelFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'desk.manage')) return err({ kind: 'not-allowed' });
    if (!(await deleteLabel(tx, actor.workspaceId, id))) return err({ kind: 'not-found' });
    await tell(tx, actor, 'label.removed', id);
    return ok(null);
  });

const isTaken = (known: readonly Label[], name: string): boolean =>
  known.some((label) => label.name.toLocaleLowerCase('it') === name.toLocaleLowerCase('it'));

const tell = async (
  tx: Transaction,
  actor: Member,
  action: string,
  subjectId: string,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await audit(tx, actor, { action, subjectKind: 'label', subjectId, ...(details ? { details } : {}) });
  await appendLive(tx, actor.workspaceId, [{ kind: 'desk.changed', payload: { what: 'labels' } }]);
};
