import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { highlightSearch } from '../model/highlight.ts';
import type { Span } from '../model/match-watch.ts';
import type { MentionView } from '../model/mention-view.ts';
import { writePlace } from '../model/place.ts';
import { marksWanted, type ReadingFilter } from '../model/reading-marks.ts';
import { findMarked, type MarkedPage } from '../store/find-marked.ts';
import { listMentions, type MentionFilter, searchMentions } from '../store/find-mentions.ts';
import { readMentions } from '../store/read-mentions.ts';
import type { ThreadsOf } from './threads-of.ts';

export type ListedMention = MentionView & {
  readonly threadId: string | null;
  /** Where the words that were searched for stand in the body. */
  readonly highlights: readonly Span[];
};

type Asked = Omit<MentionFilter, 'marks'> & ReadingFilter & { readonly q?: string | undefined };

/** A page of mentions, the latest first: all, of a watch or a channel, by what they say, or found by words. `next` asks for the page after. */
export const readPage = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  asked: Asked,
  threadsOf: ThreadsOf,
): Promise<{ readonly mentions: readonly ListedMention[]; readonly next: string | null }> => {
  const { q } = asked;
  return await platform.database.inWorkspace(workspaceId, async (tx) => {
    const { places, next } = await placesOf(tx, workspaceId, asked);
    const ids = places.map(({ id }) => id);
    const views = await readMentions(tx, workspaceId, ids);
    const threads = await threadsOf(tx, workspaceId, ids);
    return {
      mentions: views.map((view) => ({
        ...view,
        threadId: threads.get(view.id) ?? null,
        highlights: q ? highlightSearch(q, view.body) : [],
      })),
      next: next && writePlace(next),
    };
  });
};

const placesOf = async (tx: Transaction, workspaceId: WorkspaceId, asked: Asked): Promise<MarkedPage> => {
  const { q, limit } = asked;
  const marks = marksWanted(asked);
  if (marks.length > 0 && !q) return findMarked(tx, workspaceId, marks, asked);
  const filter = { ...asked, marks, limit: limit + 1 };
  const found = await (q ? searchMentions(tx, q, filter) : listMentions(tx, workspaceId, filter));
  const places = found.slice(0, limit);
  return { places, next: found.length > limit ? (places.at(-1) ?? null) : null };
};
