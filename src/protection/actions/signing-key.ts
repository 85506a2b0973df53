import { newRegisterKey } from '../../care/engine.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PackKey } from '../model/evidence-pack.ts';
import { changeSettings, holdSettings } from '../store/settings.ts';

const purpose = (workspaceId: WorkspaceId): string => `protection:evidence:${workspaceId}`;

/** The company's Ed25519 key for evidence, made when it is first needed. Throws when it does not open: the key ring is another. */
export const signingKey = async (
  { sealer }: Pick<Platform, 'sealer'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<PackKey> => {
  const { sealedKey, publicKey } = await holdSettings(tx, workspaceId);
  if (sealedKey && publicKey) {
    const opened = sealer.open(sealedKey, purpose(workspaceId));
    if (!opened.ok) throw new Error(`the key that signs evidence does not open: ${opened.error.kind}`);
    return { privatePem: opened.value, publicKey };
  }
  const made = newRegisterKey();
  await changeSettings(tx, workspaceId, {
    sealedKey: sealer.seal(made.privatePem, purpose(workspaceId)),
    publicKey: made.publicKey,
  });
  return made;
};
