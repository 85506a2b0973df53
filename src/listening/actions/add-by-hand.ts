import {
  addConnection,
  byHandRawItem,
  findChannel,
  keepUploads,
  readUploads,
  selectConnections,
} from '../../channels/index.ts';
import { audit, type Member } from '../../people/index.ts';
import {
  type ConnectionId,
  type MentionId,
  newId,
  type UploadId,
  type WorkspaceId,
} from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { findMentionByNative } from '../store/find-mentions.ts';
import { ingest } from './ingest.ts';
import type { ReaderOf } from './ingest-input.ts';

export type HandWritten = {
  readonly form: 'call' | 'encounter' | 'note' | 'post';
  readonly who: { readonly name: string; readonly contact?: string | undefined };
  readonly text: string;
  readonly url?: string | undefined;
  readonly saidAt?: string | undefined;
  /** An upload's id. */
  readonly image?: string | undefined;
};

/** Keeps what somebody heard outside every channel: it goes the same way as all that channels bring. */
export const addByHand = async (
  platform: Platform,
  actor: Member,
  written: HandWritten,
  read?: ReaderOf,
): Promise<Result<MentionId, { readonly kind: 'nothing-said' | 'image-missing' }>> => {
  const channel = findChannel('by-hand');
  if (!channel) throw new Error('there is no by-hand channel');
  const { workspaceId } = actor;
  const connectionId = await handConnection(platform, workspaceId);
  const { image, ...rest } = written;
  const shown = image ? await keepImage(platform, workspaceId, image) : undefined;
  if (image && !shown) return err({ kind: 'image-missing' });
  const note = { id: newId(), ...rest, ...(shown ? { image: shown } : {}) };
  const raw = byHandRawItem(note, { writtenBy: actor.personId });
  await ingest(platform, {
    workspaceId,
    connectionId,
    channel,
    items: [raw],
    receivedAt: platform.clock.now(),
    keepAll: true,
    ...(read ? { read } : {}),
  });
  return await platform.database.inWorkspace(workspaceId, async (tx) => {
    const found = await findMentionByNative(tx, workspaceId, connectionId, [raw.nativeId]);
    const mentionId = found.get(raw.nativeId);
    if (mentionId === undefined) return err({ kind: 'nothing-said' });
    const subject = { subjectKind: 'mention', subjectId: mentionId };
    await audit(tx, actor, {
      action: 'mention.written-by-hand',
      ...subject,
      details: { form: written.form },
    });
    return ok(mentionId);
  });
};

/** A screenshot as the note refers to it, kept for as long as the note; undefined when nobody added it here. */
const keepImage = (platform: Platform, workspaceId: WorkspaceId, id: UploadId) =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const [upload] = await readUploads(tx, workspaceId, [id]);
    if (!upload || !(await keepUploads(tx, workspaceId, [id]))) return undefined;
    const { mimeType, alt } = upload;
    return { reference: `upload:${id}`, mimeType, ...(alt ? { alt } : {}) };
  });

/** The workspace's notebook: made the first time that something is written into it. */
const handConnection = async (platform: Platform, workspaceId: WorkspaceId): Promise<ConnectionId> => {
  const known = await findHandConnection(platform, workspaceId);
  if (known) return known;
  const actor = { kind: 'system' as const, workspaceId, name: 'listening' };
  const added = await addConnection(platform, actor, { channel: 'by-hand', values: {} });
  if (added.ok && added.value.kind === 'added') return added.value.row.id;
  const made = await findHandConnection(platform, workspaceId);
  if (!made) throw new Error('the by-hand connection could not be made');
  return made;
};

const findHandConnection = async (
  platform: Platform,
  workspaceId: WorkspaceId,
): Promise<ConnectionId | undefined> => {
  const rows = await platform.database.inWorkspace(workspaceId, (tx) => selectConnections(tx, workspaceId));
  return rows.find((row) => row.channel === 'by-hand' && row.removedAt === null)?.id;
};
