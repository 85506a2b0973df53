import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { deleteAccounts, deletePeople, forgetScores } from '../store/forget.ts';
import { holdPeople } from '../store/hold-people.ts';
import { holdImport, noteUndone, readImports, readUntouched } from '../store/import-rows.ts';
import { deleteInteractions } from '../store/interaction-rows.ts';
import { contactsOf, noteChanges, recomputeSummaries } from '../store/summaries.ts';
import { tellContacts } from './tell-contacts.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;
type UndoFailure = { readonly kind: 'not-allowed' | 'not-found' | 'undone-already' };

const LATEST = 20;

type ImportView = {
  readonly id: string;
  readonly at: string;
  readonly name: string | null;
  readonly format: string;
  readonly kind: string;
  readonly added: number;
  readonly undoneAt: string | null;
};

/** The lists that were brought in, the latest first. */
export const listImports = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
): Promise<Result<readonly ImportView[], { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const rows = await readImports(tx, actor.workspaceId, LATEST);
    return ok(
      rows.map(({ at, undoneAt, ...row }) => ({
        ...row,
        at: at.toISOString(),
        undoneAt: undoneAt?.toISOString() ?? null,
      })),
    );
  });

/**
 * Takes an import back: its interactions go, and its people, but for those who have spoken since or of whom somebody wrote
 * something. Says how many people stay.
 */
export const undoImport = (
  platform: Ground,
  actor: Member,
  id: string,
): Promise<Result<{ readonly removed: number; readonly kept: number }, UndoFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    await holdPeople(tx, workspaceId, 'alone');
    const found = await holdImport(tx, workspaceId, id);
    if (!found) return err({ kind: 'not-found' });
    if (found.undoneAt) return err({ kind: 'undone-already' });
    const { contactIds, sourceKeys } = found;
    const ends = await deleteInteractions(tx, workspaceId, sourceKeys);
    const identities = ends.flatMap(({ fromIdentity, toIdentity }) =>
      [fromIdentity, toIdentity].filter((end) => end !== null),
    );
    const touched = await contactsOf(tx, workspaceId, identities);
    const going = await readUntouched(tx, workspaceId, contactIds);
    await deleteAccounts(tx, workspaceId, going);
    await forgetScores(tx, workspaceId, going);
    await deletePeople(tx, workspaceId, going);
    const staying = touched.filter((contactId) => !going.includes(contactId));
    await recomputeSummaries(tx, workspaceId, staying);
    await noteChanges(tx, workspaceId, ends.length);
    await noteUndone(tx, workspaceId, id, { undoneAt: platform.clock.now(), undoneBy: actor.personId });
    const removed = going.length;
    await audit(tx, actor, {
      action: 'import.undone',
      subjectKind: 'workspace',
      details: { removed, interactions: ends.length },
    });
    await tellContacts(tx, workspaceId, [...going, ...staying].slice(0, 200));
    return ok({ removed, kept: contactIds.length - removed });
  });
