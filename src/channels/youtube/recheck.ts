import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, KnownItem } from '../contract.ts';
import type { RawItem } from '../events.ts';
import type { GoogleFailure } from '../google/call-google.ts';
import { openYoutube, PageSchema, type Youtube, type YoutubeContext } from './client.ts';
import { isRunningLow } from './quota.ts';
import { rawItemOf } from './read-raw.ts';

const VIDEO = 'video:';

/**
 * Fifty comments or videos for one unit (`comments.list` and `videos.list` by id): what the answer leaves out is gone. A video that is there
 * stays as it was found: the list tells its whole description, the search only the beginning.
 */
export const recheckYoutube = async (
  context: YoutubeContext,
  known: readonly KnownItem[],
): Promise<Result<readonly RawItem[], ChannelProblem>> => {
  if (isRunningLow(context))
    return err({ kind: 'rate-limited', detail: 'the units of the day are nearly spent' });
  const youtube = openYoutube(context);
  const at = context.clock.now().toISOString();
  const base = { channelId: context.account?.nativeId ?? '', fetchedAt: at, format: 'plain' };
  const ids = known.map(({ nativeId }) => nativeId);
  const comments = await readByIds(
    youtube,
    'comments.list',
    ids.filter((id) => !id.startsWith(VIDEO)),
  );
  if (!comments.ok) return err(comments.error.problem);
  const videoIds = ids.flatMap((id) => (id.startsWith(VIDEO) ? [id.slice(VIDEO.length)] : []));
  const videos = await readByIds(youtube, 'videos.list', videoIds);
  if (!videos.ok) return err(videos.error.problem);
  return ok(
    known.flatMap(({ nativeId, context: kept }) => {
      if (nativeId.startsWith(VIDEO) && videos.value.has(nativeId.slice(VIDEO.length))) return [];
      const document = comments.value.get(nativeId) ?? { gone: true, id: nativeId, at };
      return [rawItemOf(document, { ...base, ...(kept.videoId ? { videoId: kept.videoId } : {}) })];
    }),
  );
};

const WithIdSchema = z.looseObject({ id: z.string() });

const readByIds = async (
  youtube: Youtube,
  method: 'comments.list' | 'videos.list',
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, unknown>, GoogleFailure>> => {
  if (ids.length === 0) return ok(new Map());
  const parameters = { part: 'id,snippet', id: ids.join(',') };
  const page = await youtube.call(
    method,
    method === 'comments.list' ? { ...parameters, textFormat: 'plainText' } : parameters,
    PageSchema,
  );
  if (!page.ok) return page;
  const members = page.value.output.items;
  return ok(
    new Map(
      members.flatMap((one) =>
        WithIdSchema.safeParse(one).success ? [[(one as { id: string }).id, one]] : [],
      ),
    ),
  );
};
