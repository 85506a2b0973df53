import { z } from 'zod';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { compileWatches } from '../model/all-watches.ts';
import type { CompiledWatches } from '../model/match-watch.ts';
import { type PastMention, type Place, readHistory } from '../store/read-history.ts';
import { findWatchVersion } from '../store/watches.ts';
import { type NewMatch, writeMatches } from '../store/write-matches.ts';
import { documentOf } from './document-of.ts';

export const BACKFILL_JOB = 'listening.backfill-watch';

const PAGE = 1_000;
/** Beyond this many mentions back, history is left alone. */
const FURTHEST = 1_000_000;

const DataSchema = z.object({ workspaceId: z.uuid(), watchId: z.uuid(), version: z.string() });
type Data = z.infer<typeof DataSchema>;

/** Asks a new or changed watch of everything that we hold, a page a transaction, the latest first. */
export const backfillJob = (platform: Platform): JobDefinition => ({
  name: BACKFILL_JOB,
  handle: async (data) => {
    await backfillWatch(platform, DataSchema.parse(data));
  },
});

/** Gives up quietly when the watch has changed since: that change has a job of its own. */
export const backfillWatch = async (
  platform: Pick<Platform, 'database'>,
  data: Data,
): Promise<{ readonly matched: number }> => {
  let [matched, seen] = [0, 0];
  let before: Place | undefined;
  while (seen < FURTHEST) {
    const page = await backfillPage(platform, data, before);
    if (!page) return { matched };
    matched += page.matched;
    seen += page.size;
    before = page.last;
    if (page.size < PAGE) break;
  }
  await platform.database.inWorkspace(data.workspaceId, (tx) =>
    appendLive(tx, data.workspaceId, [{ kind: 'watch.changed', payload: { watchId: data.watchId } }]),
  );
  return { matched };
};

const backfillPage = (platform: Pick<Platform, 'database'>, data: Data, before: Place | undefined) =>
  platform.database.inWorkspace(data.workspaceId, async (tx) => {
    const watch = await findWatchVersion(tx, data.workspaceId, data.watchId, data.version);
    if (!watch) return undefined;
    const page = await readHistory(tx, data.workspaceId, before, PAGE);
    const matches = matchesIn(compileWatches([watch]), page);
    await writeMatches(tx, data.workspaceId, matches);
    return { matched: matches.length, size: page.length, last: page.at(-1) };
  });

const matchesIn = (watches: CompiledWatches, page: readonly PastMention[]): NewMatch[] =>
  page.flatMap((mention) =>
    watches.match(documentOf(mention)).map((match) => ({
      ...match,
      mentionId: mention.id,
      saidAt: mention.saidAt,
    })),
  );
