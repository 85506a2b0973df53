import { ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, ChannelProblem, PushDelivery, PushReading } from '../contract.ts';
import { htmlReferences } from '../feed/html-references.ts';
import { isOfSite } from '../web/own-site.ts';
import { fetchSource } from '../web/source-page.ts';
import { goneItem, pageItem } from './page-item.ts';
import type { NoSecrets, WebmentionSettings } from './settings.ts';

/** A source that cannot be reached is tried this often; then it was a rumour. */
const MOST_ATTEMPTS = 4;

type Context = ChannelContext<WebmentionSettings, NoSecrets>;

/**
 * Fetches the source and looks whether it really links to us, however we were told:
 * https://www.w3.org/TR/webmention/#webmention-verification
 */
export const readWebmention = async (
  context: Context,
  { note, attempt }: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  const { source = '' } = note;
  const via = note.via === 'pingback' || note.via === 'trackback' ? note.via : undefined;
  const fetchedAt = context.clock.now().toISOString();
  const gone = (refusal: string): PushReading => ({
    items: note.target ? [goneItem(source, note.target, fetchedAt)] : [],
    refusal,
  });
  const page = await fetchSource(context.http, source);
  if (!page.ok) return attempt < MOST_ATTEMPTS ? page : ok({ items: [], refusal: 'source-unreachable' });
  if (page.value.state === 'unreadable') return ok({ items: [], refusal: 'source-unreadable' });
  if (page.value.state === 'gone') return ok(gone('source-not-found'));
  const { response } = page.value;
  const text = response.text();
  const target = note.target ?? firstOfOurs(text, source, context.settings.site);
  const item =
    target === undefined
      ? undefined
      : pageItem({
          source,
          target,
          contentType: response.headers.get('content-type') ?? '',
          text,
          fetchedAt,
          ...(via ? { via, told: toldOf(note) } : {}),
        });
  if (!item || target === undefined) return ok(gone('no-link'));
  if (via && (await isMissing(context, target))) return ok({ items: [], refusal: 'target-not-found' });
  return ok({ items: [item] });
};

const toldOf = ({
  title = '',
  excerpt = '',
  blogName = '',
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({ title, excerpt, blogName });

const firstOfOurs = (html: string, source: string, site: string): string | undefined =>
  htmlReferences(html, source).links.find(({ url }) => isOfSite(url, site) && url !== source)?.url;

/** Our own site says that there is no such page; when it says nothing, the page may well be there. */
const isMissing = async ({ http }: Context, target: string): Promise<boolean> => {
  const answer = await http.request(target, { method: 'HEAD', maxBytes: 100_000, timeoutMs: 8_000 });
  return answer.ok && (answer.value.status === 404 || answer.value.status === 410);
};
