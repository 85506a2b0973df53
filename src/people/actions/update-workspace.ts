import { appendLive } from '../../platform/live/append-live.ts';
import type { Member } from '../model/actor.ts';
import {
  findWorkspace,
  updateWorkspaceRow,
  type Workspace,
  type WorkspaceChanges,
} from '../store/workspaces.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';

/** Changes what a company is called, its hours' zone or how it addresses customers. The slug stays: links live on. */
export const updateWorkspace = (
  { database }: Context,
  actor: Member,
  changes: WorkspaceChanges,
): Promise<Workspace | null> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    if (Object.keys(changes).length > 0) {
      await updateWorkspaceRow(tx, workspaceId, changes);
      await audit(tx, actor, {
        action: 'workspace.changed',
        subjectKind: 'workspace',
        subjectId: workspaceId,
        details: changes,
      });
      await appendLive(tx, workspaceId, [{ kind: 'workspace.changed', payload: {} }]);
    }
    return findWorkspace(tx, workspaceId);
  });
