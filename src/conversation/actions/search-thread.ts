import { type MentionView, readMentions } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { MentionId, ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { searchInThread } from '../store/search-in-thread.ts';
import {
  hasThread,
  readPlaceOf,
  readThreadMentionIds,
  readThreadMentionsAfter,
} from '../store/thread-rows.ts';

type ReadFailure = { readonly kind: 'not-allowed' | 'not-found' };

/** Found turns that are told; more than these are told to be more. */
const FOUND = 100;
/** Turns before and after the one that is gone to. */
const ASIDE = 40;

export type FoundInThread = { readonly mentions: readonly MentionView[]; readonly hasMore: boolean };

/** What was said in one conversation with these words in it, the latest first. */
export const searchThread = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  threadId: ThreadId,
  words: string,
): Promise<Result<FoundInThread, ReadFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    if (!(await hasThread(tx, workspaceId, threadId))) return err({ kind: 'not-found' });
    const parts = words.split(/\s+/).filter(Boolean).slice(0, 10);
    if (parts.length === 0) return ok({ mentions: [], hasMore: false });
    const found = await searchInThread(tx, workspaceId, threadId, parts, FOUND + 1);
    const ids = found.slice(0, FOUND).map(({ mentionId }) => mentionId);
    return ok({ mentions: await readMentions(tx, workspaceId, ids), hasMore: found.length > FOUND });
  });

export type Passage = {
  readonly mentions: readonly MentionView[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
};

/** A turn with those around it, oldest first: where a search, or a link to one turn, leads. */
export const readPassage = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  threadId: ThreadId,
  around: MentionId,
): Promise<Result<Passage, ReadFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const place = await readPlaceOf(tx, workspaceId, around);
    if (place?.threadId !== threadId) return err({ kind: 'not-found' });
    const at = { at: place.saidAt, id: around };
    const earlier = await readThreadMentionIds(tx, workspaceId, threadId, { before: at, limit: ASIDE });
    const later = await readThreadMentionsAfter(tx, workspaceId, threadId, { after: at, limit: ASIDE });
    const ids = [...earlier.ids, around, ...later.ids];
    return ok({
      mentions: await readMentions(tx, workspaceId, ids),
      hasEarlier: earlier.hasEarlier,
      hasLater: later.hasLater,
    });
  });
