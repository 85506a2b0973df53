import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { deleteMentions, type WithdrawnMention } from '../store/delete-mentions.ts';

/** `mentions.withdrawn`: they are gone as if they had never come, and so are `authorIds`, who said nothing else. */
export type MentionsWithdrawn = {
  readonly mentionIds: readonly string[];
  readonly mentions: readonly WithdrawnMention[];
  readonly authorIds: readonly string[];
  /** Whoever said them asked to be forgotten: what was written to them goes too. */
  readonly erased?: true;
};

/**
 * Takes mentions away without a trace, unlike what an author takes back: an import that should not have been. At most 500 at a time, in
 * the caller's transaction; the rooms above hear of it.
 */
export const withdrawMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
  why: { readonly erased?: true } = {},
): Promise<void> => {
  const { mentions, authorIds } = await deleteMentions(tx, workspaceId, ids);
  if (mentions.length === 0) return;
  const mentionIds = mentions.map(({ id }) => id);
  const payload: MentionsWithdrawn = { mentionIds, mentions, authorIds, ...why };
  await appendEvents(tx, workspaceId, [{ kind: 'mentions.withdrawn', payload }]);
  await appendLive(tx, workspaceId, [{ kind: 'mention.removed', payload: { mentionIds } }]);
};
