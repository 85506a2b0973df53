import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';

/** `contact.changed`: last thing in the transaction of a person's change. */
export const tellContacts = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<void> =>
  appendLive(tx, workspaceId, [{ kind: 'contact.changed', payload: { contactIds: [...contactIds] } }]);
