import { type Member, may } from '../../people/index.ts';
import type { UploadId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readUploadWithBytes, type Upload } from '../store/uploads.ts';

/** A picture with its bytes, for whoever may read what it stands in. */
export const readUpload = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  id: UploadId,
): Promise<Result<Upload & { readonly bytes: Buffer }, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'mentions.read')) return err({ kind: 'not-allowed' });
    const found = await readUploadWithBytes(tx, actor.workspaceId, id);
    return found ? ok(found) : err({ kind: 'not-found' });
  });

/** The bytes of a picture that an answer carries, as a channel's `loadMedia` asks for them; rejects when it is not there. */
export const loadUpload = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  id: UploadId,
): Promise<Uint8Array> => {
  const found = await platform.database.inWorkspace(workspaceId, (tx) =>
    readUploadWithBytes(tx, workspaceId, id),
  );
  if (!found) throw new Error('an upload that an answer carries is not there');
  return found.bytes;
};
