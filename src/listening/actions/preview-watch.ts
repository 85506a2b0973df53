import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { breadthOf } from '../model/breadth.ts';
import type { Answer } from '../model/matching/watch-index.ts';
import { createWatchIndex } from '../model/matching/watch-index.ts';
import type { Query } from '../model/query/query.ts';
import type { WatchPreview } from '../model/watch-view.ts';
import { type PastMention, type Place, readHistory } from '../store/read-history.ts';
import { documentOf } from './document-of.ts';

const MOST_EXAMINED = 10_000;
const PAGE = 1_000;
const MOST_EXAMPLES = 10;
const EXAMPLE_LENGTH = 500;
const MOST_DAYS = 366;

/** What a query would have met among the latest 10,000 mentions that we hold: how many, on which days, ten of them. */
export const previewWatch = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  query: Query,
): Promise<WatchPreview> => {
  const index = createWatchIndex<'draft'>();
  index.set('draft', query);
  const examples: WatchPreview['examples'] = [];
  const days = new Map<string, number>();
  let [count, examined] = [0, 0];
  let before: Place | undefined;
  while (examined < MOST_EXAMINED) {
    const from = before;
    const page = await platform.database.inWorkspace(workspaceId, (tx) =>
      readHistory(tx, workspaceId, from, PAGE),
    );
    for (const mention of page) {
      const [answer] = index.match(documentOf(mention));
      if (!answer) continue;
      count += 1;
      const day = mention.saidAt.slice(0, 10);
      days.set(day, (days.get(day) ?? 0) + 1);
      if (examples.length < MOST_EXAMPLES) examples.push(exampleOf(mention, answer));
    }
    examined += page.length;
    before = page.at(-1);
    if (page.length < PAGE) break;
  }
  return {
    count,
    examined,
    days: [...days].slice(0, MOST_DAYS).map(([day, found]) => ({ day, count: found })),
    breadth: breadthOf(query, count, days.size),
    examples,
  };
};

const exampleOf = (mention: PastMention, { spans }: Answer<'draft'>): WatchPreview['examples'][number] => ({
  mentionId: mention.id,
  body: mention.body.slice(0, EXAMPLE_LENGTH).toWellFormed(),
  saidAt: mention.saidAt,
  spans: spans
    .filter(([, end]) => end <= EXAMPLE_LENGTH)
    .map(([start, end]): [number, number] => [start, end]),
});
