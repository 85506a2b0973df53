import { readUploads } from '../../channels/index.ts';
import { readMentions } from '../../listening/index.ts';
import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { mediaOf } from '../model/reply-media.ts';
import type { MentionView, NoteView, ThreadDetail } from '../model/views.ts';
import { type DraftRow, readDraft } from '../store/draft-rows.ts';
import { readCalledBy } from '../store/note-mention-rows.ts';
import { type NoteRow, readNotes } from '../store/note-rows.ts';
import { readBeside } from '../store/read-beside.ts';
import { currentThreadOf } from '../store/redirect-rows.ts';
import { readThreadReplies } from '../store/reply-rows.ts';
import { readPlaceOf, readThreadMentionIds, readThreadSummary } from '../store/thread-rows.ts';
import { readComposer } from './read-composer.ts';
import { viewReplies } from './view-replies.ts';

type ReadFailure = { readonly kind: 'not-allowed' | 'not-found' };

/** Turns shown at first, and at each step back. */
const TURNS = 200;

/** A conversation as its reading pane shows it: its latest turns, what we are about to say, and what we say among us. */
export const readThread = async (
  desk: Desk,
  actor: Member,
  asked: ThreadId,
): Promise<Result<ThreadDetail, ReadFailure>> => {
  if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const read = await desk.database.inWorkspace(workspaceId, (tx) => readDetail(desk, tx, actor, asked));
  if (!read) return err({ kind: 'not-found' });
  return ok({ ...read, ...(await readComposer(desk, workspaceId, read.connection)) });
};

/** An old id is answered with the thread that it became part of. */
const readDetail = async (desk: Desk, tx: Transaction, actor: Member, asked: ThreadId) => {
  const { workspaceId, personId } = actor;
  const found = await readThreadSummary(tx, workspaceId, personId, asked);
  const threadId = found ? asked : await currentThreadOf(tx, workspaceId, asked);
  const thread = found ?? (await readThreadSummary(tx, workspaceId, personId, threadId));
  if (!thread) return undefined;
  const { ids, hasEarlier } = await readThreadMentionIds(tx, workspaceId, threadId, { limit: TURNS });
  const place = { workspaceId, threadId, personId };
  const beside = await readBeside(tx, place, thread.connectionId, desk.clock.now());
  const replies = beside.hasReplies ? await readThreadReplies(tx, workspaceId, threadId) : [];
  return {
    thread,
    hasEarlier,
    mentions: await readMentions(tx, workspaceId, ids),
    replies: [...(await viewReplies(tx, workspaceId, replies))],
    notes: beside.hasNotes ? await viewNotes(tx, actor, await readNotes(tx, workspaceId, threadId)) : [],
    followerIds: [...beside.followerIds],
    present: [...beside.present],
    draft: beside.hasDraft ? await viewDraft(tx, await readDraft(tx, workspaceId, personId, threadId)) : null,
    connection: beside.connection ?? {
      id: thread.connectionId,
      name: '',
      channel: thread.channel,
      state: 'removed' as const,
    },
  };
};

/** Turns before the given one, oldest first. */
export const readEarlierMentions = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  threadId: ThreadId,
  before: MentionId,
): Promise<
  Result<{ readonly mentions: readonly MentionView[]; readonly hasEarlier: boolean }, ReadFailure>
> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const place = await readPlaceOf(tx, actor.workspaceId, before);
    if (place?.threadId !== threadId) return err({ kind: 'not-found' });
    const page = { before: { at: place.saidAt, id: before }, limit: TURNS };
    const { ids, hasEarlier } = await readThreadMentionIds(tx, actor.workspaceId, threadId, page);
    return ok({ mentions: await readMentions(tx, actor.workspaceId, ids), hasEarlier });
  });

const viewNotes = async (tx: Transaction, actor: Member, rows: readonly NoteRow[]): Promise<NoteView[]> => {
  const names = await personNames(
    tx,
    actor.workspaceId,
    rows.map((row) => row.personId),
  );
  const called = await readCalledBy(
    tx,
    actor.workspaceId,
    rows.map((row) => row.id),
  );
  return rows.map(({ id, personId, body, createdAt }) => ({
    id,
    personId,
    personName: names.get(personId) ?? '',
    body,
    mentions: [...(called.get(id) ?? [])],
    createdAt: createdAt.toISOString(),
  }));
};

const viewDraft = async (tx: Transaction, row: DraftRow | undefined): Promise<ThreadDetail['draft']> => {
  if (!row) return null;
  const { workspaceId, body, options, media, suggestionId, updatedAt } = row;
  const ids = media.map(({ uploadId }) => uploadId);
  const uploads = ids.length > 0 ? await readUploads(tx, workspaceId, ids) : [];
  return {
    body,
    options: { ...options },
    media: [...mediaOf(media, uploads)],
    suggestionId,
    updatedAt: updatedAt.toISOString(),
  };
};
