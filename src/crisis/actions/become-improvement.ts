import { saveImprovementWish } from '../../care/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readChanges, updateChange } from '../store/crisis-parts.ts';

type Failure = { readonly kind: 'not-allowed' | 'not-found' | 'no-such-cause' };

/** What was found to be changed becomes an improvement of the room of care, under a cause: its effect is measured there. Once. */
export const becomeImprovement = async (
  ground: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  crisisId: string,
  { changeId, causeId }: { readonly changeId: string; readonly causeId: string },
): Promise<Result<null, Failure>> => {
  const { workspaceId } = actor;
  if (!may(actor, 'crisis.write') || !may(actor, 'causes.manage')) return err({ kind: 'not-allowed' });
  const changes = await ground.database.inWorkspace(workspaceId, (tx) =>
    readChanges(tx, workspaceId, crisisId),
  );
  const change = changes.find(({ id }) => id === changeId);
  if (!change) return err({ kind: 'not-found' });
  if (change.improvementId) return ok(null);
  const empty = { before: '', after: '', italian: '', english: '', caseIds: [] };
  const wish = {
    ...empty,
    causeId,
    ownerId: change.ownerId,
    title: change.what.slice(0, 200),
    state: 'planned' as const,
  };
  const saved = await saveImprovementWish(ground, actor, null, wish);
  if (!saved.ok) return err({ kind: saved.error.kind === 'not-allowed' ? 'not-allowed' : 'no-such-cause' });
  const improvementId = saved.value.id;
  await ground.database.inWorkspace(workspaceId, (tx) =>
    updateChange(tx, { workspaceId, crisisId, id: changeId }, { improvementId }),
  );
  return ok(null);
};
