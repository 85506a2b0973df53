import type { Database } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { sessionHoldsMembership } from '../store/sessions.ts';

/** For whatever stays open longer than a request: false once the session ended or the person left the company. */
export const isStillMember = (
  database: Database,
  key: { readonly workspaceId: WorkspaceId; readonly personId: PersonId; readonly sessionId: string },
  now: Date,
): Promise<boolean> => database.inWorkspace(key.workspaceId, (tx) => sessionHoldsMembership(tx, key, now));
