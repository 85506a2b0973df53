import { audit, type Member } from '../../people/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { closePrivacyRequest, holdPrivacyRequest, selectPrivacyRequests } from '../store/privacy-requests.ts';

/** Requests about data as a coordinator sees them. */
export const listRequests = (platform: Pick<Platform, 'database'>, workspaceId: WorkspaceId) =>
  platform.database.inWorkspace(workspaceId, async (tx) =>
    (await selectPrivacyRequests(tx, workspaceId)).map((row) => ({
      id: row.id,
      kind: row.kind,
      accounts: row.accounts,
      contact: row.contact,
      message: row.message,
      language: row.language,
      receivedAt: row.receivedAt.toISOString(),
      state: row.state,
      closedAt: row.closedAt?.toISOString() ?? null,
      closedBy: row.closedBy,
      receipt: row.receipt,
    })),
  );

/** Closes a request that waits: what was asked and by whom is forgotten. False when there is none. */
export const closeRequest = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  id: string,
  state: 'done' | 'refused',
  receipt: Readonly<Record<string, number>> | null = null,
): Promise<boolean> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const found = await holdPrivacyRequest(tx, actor.workspaceId, id);
    if (found?.state !== 'open') return false;
    await closePrivacyRequest(tx, actor.workspaceId, id, {
      state,
      closedAt: platform.clock.now(),
      closedBy: actor.name,
      receipt,
    });
    await audit(tx, actor, {
      action: 'privacy-request.closed',
      subjectKind: 'privacy-request',
      subjectId: id,
      details: { kind: found.kind, state },
    });
    return true;
  });
