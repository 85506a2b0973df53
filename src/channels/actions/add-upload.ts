import { type Member, may } from '../../people/index.ts';
import { newId, type UploadId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanBody } from '../clean-words.ts';
import { countWaiting, insertUpload, type Upload, updateAlt } from '../store/uploads.ts';
import { type ImageRefusal, remakeImage } from '../uploads/remake-image.ts';
import { safeFileName } from '../uploads/safe-file-name.ts';

const DAY_MS = 24 * 3_600_000;
/** A picture that nothing shows is forgotten after this. */
export const UNUSED_FOR_MS = 7 * DAY_MS;
/** Pictures of one person that may wait to be used at one time. */
export const MOST_WAITING = 60;

/** `too-many`: this person has that many waiting already. */
export type UploadRefusal = ImageRefusal | { readonly kind: 'not-allowed' | 'not-found' | 'too-many' };

export type NewUpload = { readonly bytes: Uint8Array; readonly name: string; readonly alt: string };

/** Keeps a picture for an answer or a note to come; what it is, its own bytes say. */
export const addUpload = async (
  platform: Pick<Platform, 'clock' | 'database'>,
  actor: Member,
  { bytes, name, alt }: NewUpload,
): Promise<Result<Upload, UploadRefusal>> => {
  const { workspaceId, personId } = actor;
  if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
  const waiting = await platform.database.inWorkspace(workspaceId, (tx) =>
    countWaiting(tx, workspaceId, personId),
  );
  if (waiting >= MOST_WAITING) return err({ kind: 'too-many' });
  const remade = await remakeImage(bytes);
  if (!remade.ok) return remade;
  const createdAt = platform.clock.now();
  const row = {
    ...{ workspaceId, id: newId(), personId, ...remade.value, byteLength: remade.value.bytes.length },
    ...{ name: safeFileName(name, remade.value.mimeType), alt: cleanBody(alt) },
    ...{ createdAt, neededUntil: new Date(createdAt.getTime() + UNUSED_FOR_MS) },
  };
  return ok(await platform.database.inWorkspace(workspaceId, (tx) => insertUpload(tx, row)));
};

/** Says what can be seen in it. */
export const describeUpload = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  id: UploadId,
  alt: string,
): Promise<Result<Upload, UploadRefusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
    const changed = await updateAlt(tx, actor.workspaceId, id, cleanBody(alt));
    return changed ? ok(changed) : err({ kind: 'not-found' });
  });
