import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelContext, ChannelProblem, Health, Words } from '../contract.ts';
import { clockSkewOf } from '../http-problem.ts';
import { fittingId } from '../text-digest.ts';
import { type Visit, visitFeed } from './client.ts';
import type { FeedSecrets, FeedSettings } from './settings.ts';

/** Reads the feed once, from the beginning. Who "we" are here is the feed itself. */
export const checkFeed = async (
  context: ChannelContext<FeedSettings, FeedSecrets>,
): Promise<Result<Health, ChannelProblem>> => {
  const { url } = context.settings;
  const visit = await visitFeed(context, { page: url, feedUrl: url });
  if (!visit.ok) return err(visit.error);
  const { response, document, cursor } = visit.value;
  const name = document?.around.feedTitle && cleanLine(document.around.feedTitle, 200);
  const page = document?.around.feedLink;
  const clockSkewMs = clockSkewOf(response.headers, context.clock);
  return ok({
    account: {
      nativeId: fittingId(cursor.feedUrl),
      ...(name ? { name } : {}),
      ...(page ? { url: page } : {}),
    },
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    notices: noticesOf(visit.value, url),
  });
};

const noticesOf = ({ response, document, cursor }: Visit, asked: string): readonly Words[] => [
  ...(response.movedTo ? [movedNotice(response.movedTo)] : []),
  ...(cursor.feedUrl !== asked && !response.movedTo ? [foundNotice(cursor.feedUrl)] : []),
  ...(document?.entries.length === 0 ? [emptyNotice] : []),
];

const movedNotice = (to: string): Words => ({
  it: `Il feed ha cambiato casa per sempre: d’ora in poi lo leggiamo a ${to}`,
  en: `The feed has moved for good: from now on we read it at ${to}`,
});

const foundNotice = (at: string): Words => ({
  it: `La pagina dichiara il suo feed: lo leggiamo a ${at}`,
  en: `The page names its feed: we read it at ${at}`,
});

const emptyNotice: Words = {
  it: 'Il feed funziona, ma per ora è vuoto.',
  en: 'The feed works, but is empty for now.',
};
