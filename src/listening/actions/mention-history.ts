import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { readRevisions } from '../store/find-mentions.ts';
import { type Provenance, readProvenance } from '../store/read-provenance.ts';

export type MentionHistory = Provenance & {
  /** How it read before it was edited, the latest replaced first. */
  readonly versions: readonly {
    readonly revision: string;
    readonly title: string | null;
    readonly body: string;
    readonly contentHash: string;
    readonly replacedAt: string;
  }[];
};

/** Where a mention came from, how it read before, and what became of it; undefined when there is none. */
export const readMentionHistory = (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  id: MentionId,
): Promise<MentionHistory | undefined> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const provenance = await readProvenance(tx, workspaceId, id);
    if (!provenance) return undefined;
    const rows = await readRevisions(tx, workspaceId, id);
    const versions = rows.map((row) => ({ ...row, replacedAt: row.replacedAt.toISOString() }));
    return { ...provenance, versions };
  });
