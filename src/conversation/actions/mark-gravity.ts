import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Desk } from '../model/correspondent.ts';
import { type GravityMark, saveGravities } from '../store/gravity-rows.ts';
import { setDeadlines } from './set-deadlines.ts';

/** How grave what is told in these conversations is, as a room above knows it; their clocks are set anew where it changed. */
export const markGravity = async (
  desk: Pick<Desk, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  marks: readonly GravityMark[],
): Promise<void> => setDeadlines(desk, tx, workspaceId, await saveGravities(tx, workspaceId, marks));
