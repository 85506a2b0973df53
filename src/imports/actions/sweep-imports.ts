import type { Platform } from '../../platform/platform.ts';
import { changeImport, selectForsaken } from '../store/import-rows.ts';
import { dropFile, filePath } from './import-file.ts';

const FORSAKEN_AFTER_MS = 7 * 86_400_000;

/** Each night: files that nobody began to bring in within a week are forgotten. */
export const sweepImports = async (platform: Platform): Promise<void> => {
  const now = platform.clock.now();
  const before = new Date(now.getTime() - FORSAKEN_AFTER_MS);
  const forsaken = await platform.database.asInstallation((tx) => selectForsaken(tx, before));
  for (const { workspaceId, id } of forsaken) {
    const gone = await platform.database.inWorkspace(workspaceId, (tx) =>
      changeImport(
        tx,
        workspaceId,
        id,
        { states: ['receiving', 'ready'] },
        { state: 'undone', endedAt: now },
      ),
    );
    if (gone) await dropFile(filePath(platform, workspaceId, id));
  }
};
