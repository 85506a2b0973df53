import { type Actor, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { findChannel } from '../registry.ts';
import { findConnection } from '../store/connections.ts';
import { emptyKeptBodies, findLastBody, type LastBody } from '../store/inbound-deliveries.ts';
import { previewDelivery, type TriedDelivery, type TriedMapping } from '../webhook/preview-delivery.ts';

type Refusal = { readonly kind: 'not-allowed' | 'not-found' };

/** What was brought last, while it is kept (a day); null when nothing is, or never on that channel. It may hold anything: for who manages the connections. */
export const readLastDelivery = (
  platform: Pick<Platform, 'database'>,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<Result<LastBody | null, Refusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
    const row = await findConnection(tx, actor.workspaceId, connectionId);
    if (!row || row.removedAt) return err({ kind: 'not-found' });
    if (!findChannel(row.channel)?.receive.push?.keepsLast) return ok(null);
    return ok((await findLastBody(tx, { workspaceId: actor.workspaceId, connectionId })) ?? null);
  });

/** What would come of it by another mapping: nothing is changed. Null when nothing is kept or it is not JSON. */
export const tryMapping = async (
  platform: Pick<Platform, 'database'>,
  actor: Actor,
  connectionId: ConnectionId,
  tried: TriedMapping,
): Promise<Result<TriedDelivery | null, Refusal>> => {
  const last = await readLastDelivery(platform, actor, connectionId);
  if (!last.ok) return last;
  return ok((last.value && previewDelivery(last.value.body, tried)) ?? null);
};

/** Somebody is to be forgotten: what was kept only to be looked at goes, whoever it speaks of. */
export const forgetLastDeliveries = (tx: Transaction, workspaceId: WorkspaceId): Promise<void> =>
  emptyKeptBodies(tx, { workspaceId });
