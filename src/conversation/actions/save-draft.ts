import { waitForUploads } from '../../channels/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import type { ChosenMedia } from '../model/reply-media.ts';
import { deleteDraft, saveDraftRow } from '../store/draft-rows.ts';
import { lockThread } from '../store/thread-rows.ts';

export type DraftText = {
  readonly body: string;
  readonly options: Readonly<Record<string, string>>;
  readonly media?: readonly ChosenMedia[];
  /** The draft of a language model that it began with. */
  readonly suggestionId?: string | null;
};

/** The pictures of a draft that is not touched wait for it no longer than this. */
const DRAFT_WAITS_MS = 30 * 24 * 3_600_000;

type DraftFailure = { readonly kind: 'not-allowed' | 'not-found' };

/** Keeps what a person has begun to write in a thread; the latest wins. Returns when it was kept. */
export const saveDraft = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  inThread: ThreadId,
  { body, options, media = [], suggestionId = null }: DraftText,
): Promise<Result<Date, DraftFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const thread = await lockThread(tx, workspaceId, inThread, 'share');
    if (!thread) return err({ kind: 'not-found' });
    const threadId = thread.id;
    const updatedAt = desk.clock.now();
    const row = { workspaceId, personId, threadId, body, options, media, suggestionId, updatedAt };
    await saveDraftRow(tx, row);
    const uploadIds = media.map(({ uploadId }) => uploadId);
    await waitForUploads(tx, workspaceId, uploadIds, new Date(updatedAt.getTime() + DRAFT_WAITS_MS));
    return ok(updatedAt);
  });

/** Throws away what this person had begun to write there, if anything. */
export const discardDraft = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  threadId: ThreadId,
): Promise<Result<null, DraftFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
    const thread = await lockThread(tx, actor.workspaceId, threadId, 'share');
    if (!thread) return err({ kind: 'not-found' });
    await deleteDraft(tx, actor.workspaceId, actor.personId, thread.id);
    return ok(null);
  });
