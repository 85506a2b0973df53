import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { highlightSearch } from '../model/highlight.ts';
import type { Span } from '../model/match-watch.ts';
import type { MentionView } from '../model/mention-view.ts';
import { writePlace } from '../model/place.ts';
import { listMentions, type MentionFilter, searchMentions } from '../store/find-mentions.ts';
import { readMentions } from '../store/read-mentions.ts';
import type { ThreadsOf } from './threads-of.ts';

export type ListedMention = MentionView & {
  readonly threadId: string | null;
  /** Where the words that were searched for stand in the body. */
  readonly highlights: readonly Span[];
};

/** A page of mentions, the latest first: all, of a watch or a channel, or found by words. `next` asks for the page after. */
export const readPage = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  asked: MentionFilter & { readonly q?: string | undefined },
  threadsOf: ThreadsOf,
): Promise<{ readonly mentions: readonly ListedMention[]; readonly next: string | null }> => {
  const { q, limit } = asked;
  const filter = { ...asked, limit: limit + 1 };
  return await platform.database.inWorkspace(workspaceId, async (tx) => {
    const found = await (q ? searchMentions(tx, q, filter) : listMentions(tx, workspaceId, filter));
    const shown = found.slice(0, limit);
    const ids = shown.map(({ id }) => id);
    const views = await readMentions(tx, workspaceId, ids);
    const threads = await threadsOf(tx, workspaceId, ids);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      mentions: views.map((view) => ({
        ...view,
        threadId: threads.get(view.id) ?? null,
        highlights: q ? highlightSearch(q, view.body) : [],
      })),
      next: last ? writePlace(last) : null,
    };
  });
};
