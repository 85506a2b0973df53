import { audit, type Member, may } from '../../people/index.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readAlert, updateAlert } from '../store/stories.ts';

/** Somebody has seen it: the first to say so is written down, with when. */
export const acknowledgeAlert = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  id: string,
): Promise<Result<null, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const alert = await readAlert(tx, workspaceId, id);
    if (!alert) return err({ kind: 'not-found' });
    if (alert.acknowledgedAt) return ok(null);
    await updateAlert(tx, workspaceId, id, { acknowledgedAt: clock.now(), acknowledgedBy: personId });
    await audit(tx, actor, { action: 'alert.acknowledged', subjectKind: 'alert', subjectId: id });
    await appendLive(tx, workspaceId, [{ kind: 'alert.changed', payload: { alertIds: [id] } }]);
    return ok(null);
  });
