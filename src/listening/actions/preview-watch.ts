import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { watchedTexts } from '../model/hear.ts';
import { compileWatches, matchWatches } from '../model/match-watch.ts';
import type { WatchPreview } from '../model/watch-view.ts';
import { type Place, readHistory } from '../store/read-history.ts';

const MOST_EXAMINED = 10_000;
const PAGE = 1_000;
const MOST_EXAMPLES = 5;
const EXAMPLE_LENGTH = 500;

/** What a watch would have met among the latest 10,000 mentions that we hold. */
export const previewWatch = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  draft: { readonly terms: readonly string[]; readonly except: readonly string[] },
): Promise<WatchPreview> => {
  const compiled = compileWatches([{ id: 'draft', ...draft }]);
  const examples: WatchPreview['examples'] = [];
  let [count, examined] = [0, 0];
  let before: Place | undefined;
  while (examined < MOST_EXAMINED) {
    const from = before;
    const page = await platform.database.inWorkspace(workspaceId, (tx) =>
      readHistory(tx, workspaceId, from, PAGE),
    );
    for (const mention of page) {
      const [match] = matchWatches(compiled, watchedTexts({ ...mention, text: mention.body }));
      if (!match) continue;
      count += 1;
      if (examples.length >= MOST_EXAMPLES) continue;
      const spans = match.spans
        .filter(([, end]) => end <= EXAMPLE_LENGTH)
        .map(([start, end]): [number, number] => [start, end]);
      examples.push({
        mentionId: mention.id,
        body: mention.body.slice(0, EXAMPLE_LENGTH).toWellFormed(),
        saidAt: mention.saidAt,
        spans,
      });
    }
    examined += page.length;
    before = page.at(-1);
    if (page.length < PAGE) break;
  }
  return { count, examined, examples };
};
