import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { selectMemberNames } from '../store/memberships.ts';

/** What people of this workspace are called, those who left included: their words stay signed. Unknown ids are absent. */
export const personNames = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> => {
  const rows = await selectMemberNames(tx, workspaceId, [...new Set(ids)]);
  return new Map(rows.map(({ personId, name }) => [personId, name]));
};
