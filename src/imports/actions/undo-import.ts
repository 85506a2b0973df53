import { withdrawMentions } from '../../listening/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { addCounts, changeImport, deleteTroubles, readImport, takeItems } from '../store/import-rows.ts';
import { dropFile, filePath } from './import-file.ts';

const AT_ONCE = 500;

/** Takes away exactly what an import brought, 500 mentions a transaction; it may be cut short and gone on with at any point. */
export const undoImport = async (platform: Platform, workspaceId: WorkspaceId, id: string): Promise<void> => {
  while (await undoSome(platform, workspaceId, id));
  await platform.database.inWorkspace(workspaceId, async (tx) => {
    await deleteTroubles(tx, workspaceId, id);
    await changeImport(
      tx,
      workspaceId,
      id,
      { states: ['undoing'] },
      { state: 'undone', problem: null, endedAt: platform.clock.now() },
    );
  });
  await dropFile(filePath(platform, workspaceId, id));
};

/** Whether there was still something to take away. */
const undoSome = (platform: Platform, workspaceId: WorkspaceId, id: string): Promise<boolean> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const found = await readImport(tx, workspaceId, id);
    if (found?.state !== 'undoing') return false;
    const ids = await takeItems(tx, workspaceId, id, AT_ONCE);
    if (ids.length === 0) return false;
    await addCounts(tx, workspaceId, id, { brought: -ids.length, known: 0 });
    await withdrawMentions(tx, workspaceId, ids);
    return true;
  });
