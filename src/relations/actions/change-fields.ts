import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import {
  deleteField,
  type FieldChange,
  type FieldRow,
  findField,
  insertField,
  selectFields,
  updateField,
} from '../store/field-rows.ts';
import { type FieldView, viewFields } from './field-view.ts';

/** Fields that one company can have. */
const MOST_FIELDS = 50;

type Ground = Pick<Platform, 'database' | 'clock'>;
type Failure = { readonly kind: 'not-allowed' | 'not-found' | 'too-many-fields' };

export const tellField = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  fieldId: string,
  progress: number | null,
): Promise<void> => appendLive(tx, workspaceId, [{ kind: 'field.changed', payload: { fieldId, progress } }]);

export const listFields = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
): Promise<Result<readonly FieldView[], Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    return ok(await viewFields(tx, actor.workspaceId, await selectFields(tx, actor.workspaceId)));
  });

export const readField = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<FieldView, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    return viewOf(tx, actor.workspaceId, await findField(tx, actor.workspaceId, id));
  });

/** Describes a field in which the company wants to find its people. */
export const createField = (
  platform: Ground,
  actor: Member,
  field: Required<FieldChange>,
): Promise<Result<FieldView, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    if ((await selectFields(tx, workspaceId)).length >= MOST_FIELDS) return err({ kind: 'too-many-fields' });
    const now = platform.clock.now();
    const row = await insertField(tx, {
      ...field,
      workspaceId,
      id: newId(),
      createdBy: personId,
      createdAt: now,
      updatedAt: now,
    });
    await note(tx, actor, 'field.created', row);
    return viewOf(tx, workspaceId, row);
  });

export const changeField = (
  platform: Ground,
  actor: Member,
  id: string,
  change: FieldChange,
): Promise<Result<FieldView, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const row = await updateField(tx, actor.workspaceId, id, change, platform.clock.now());
    if (row) await note(tx, actor, 'field.changed', row);
    return viewOf(tx, actor.workspaceId, row);
  });

export const removeField = (platform: Ground, actor: Member, id: string): Promise<Result<null, Failure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const row = await deleteField(tx, actor.workspaceId, id);
    if (!row) return err({ kind: 'not-found' });
    await note(tx, actor, 'field.removed', row);
    return ok(null);
  });

const viewOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  row: FieldRow | undefined,
): Promise<Result<FieldView, Failure>> => {
  const [view] = row ? await viewFields(tx, workspaceId, [row]) : [];
  return view ? ok(view) : err({ kind: 'not-found' });
};

const note = async (
  tx: Transaction,
  actor: Member,
  action: string,
  { id, name }: FieldRow,
): Promise<void> => {
  await audit(tx, actor, { action, subjectKind: 'field', subjectId: id, details: { name } });
  await tellField(tx, actor.workspaceId, id, null);
};
