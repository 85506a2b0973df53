import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelContext, ChannelProblem, Json } from '../contract.ts';
import { visitFeed } from '../feed/client.ts';
import { readCursor as readFeedCursor } from '../feed/cursor.ts';
import { normaliseFeed } from '../feed/normalise.ts';
import type { FeedDocument } from '../feed/parse-document.ts';
import { splitDocument } from '../feed/split-document.ts';
import { textDigest } from '../text-digest.ts';
import { isOfSite } from '../web/own-site.ts';
import { tellPage } from '../web/tell-page.ts';
import type { NoSecrets, WebmentionSettings } from './settings.ts';

type Context = ChannelContext<WebmentionSettings, NoSecrets>;

const LinkSchema = z.object({ source: z.string(), target: z.string(), tries: z.number() });
type WaitingLink = z.infer<typeof LinkSchema>;

const TellingSchema = z.object({
  feed: z.unknown(),
  /** Digests of the posts that were there before, the latest last. */
  seen: z.array(z.string()),
  waiting: z.array(LinkSchema),
});
type Telling = { readonly seen: readonly string[]; readonly waiting: readonly WaitingLink[] };

/** Posts remembered, links told of one post, links told at one look, and how often one is tried. */
const MOST_SEEN = 1_000;
const MOST_LINKS = 30;
const AT_A_LOOK = 6;
const MOST_TRIES = 4;

/**
 * Looks at the feed of our own site, and tells the pages that its new posts link to. What is there at the first look is not new. What cannot be
 * told now is tried again at the next looks; told twice, it is an update.
 */
export const tellOwnPosts = async (
  context: Context,
  cursor: Json,
): Promise<Result<Batch, ChannelProblem>> => {
  const { settings } = context;
  if (!settings.tellLinks) return ok({ items: [], cursor: null });
  const known = TellingSchema.safeParse(cursor).data;
  const page = settings.feed ?? settings.site;
  const visit = await visitFeed(context, readFeedCursor((known?.feed ?? null) as Json, page));
  if (!visit.ok) return { ok: false, error: asPassing(visit.error) };
  const found = visit.value.document
    ? notice(visit.value.document, known, settings.site)
    : { seen: known?.seen ?? [], waiting: known?.waiting ?? [] };
  const now = found.waiting.slice(0, AT_A_LOOK);
  const again = (await Promise.all(now.map((link) => tell(context, link)))).flat();
  const left = found.waiting.slice(AT_A_LOOK);
  return ok({
    items: [],
    cursor: { feed: { ...visit.value.cursor }, seen: [...found.seen], waiting: [...left, ...again] } as Json,
    ...(left.length > 0 ? { more: true } : {}),
  });
};

const notice = (document: FeedDocument, known: Telling | undefined, site: string): Telling => {
  const posts = splitDocument(document, document.around).flatMap((raw) => normaliseFeed(raw));
  const seen = new Set(known?.seen);
  const waiting = [...(known?.waiting ?? [])];
  for (const event of posts.toReversed()) {
    if (event.kind !== 'item' || !event.item.url || !isOfSite(event.item.url, site)) continue;
    const { url: source, links, nativeId } = event.item;
    const digest = textDigest(nativeId);
    if (seen.has(digest)) continue;
    seen.add(digest);
    if (!known) continue;
    const others = links.filter(({ url }) => !isOfSite(url, site)).slice(0, MOST_LINKS);
    waiting.push(...others.map(({ url: target }) => ({ source, target, tries: 0 })));
  }
  return { seen: [...seen].slice(-MOST_SEEN), waiting };
};

/** What is left to do of it. */
const tell = async (context: Context, link: WaitingLink): Promise<readonly WaitingLink[]> => {
  const told = await tellPage(context, link);
  if (told.ok || told.error.isFinal || link.tries + 1 >= MOST_TRIES) return [];
  return [{ ...link, tries: link.tries + 1 }];
};

/** What is no feed today is a site under repair, or has none: no reason to stop listening. */
const asPassing = (problem: ChannelProblem): ChannelProblem =>
  problem.kind === 'misconfigured' ? { kind: 'bad-response', detail: problem.detail } : problem;
