import { htmlToText } from '../../platform/text/index.ts';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Item, Media, RawItem } from '../events.ts';
import { parseDate } from '../parse-date.ts';
import { placeOf } from '../place-of.ts';
import { fittingId } from '../text-digest.ts';
import type { Attachment, Status } from './entities.ts';
import { type HtmlLinks, htmlLinks, webAddress } from './html-links.ts';
import { authorOf, fullAcct } from './people.ts';

/** A status as something said. `raw.context` as `readRawFediverse` tells it. Pure. */
export const statusItem = (raw: RawItem, status: Status): Item => {
  const { context } = raw;
  const author = authorOf(status.account, context.domain ?? '');
  const links = htmlLinks(status.content);
  const ours = context.accountId !== undefined && author.nativeId === context.accountId;
  const contentWarning = cleanLine(status.spoiler_text ?? '');
  const visibility = visibilityOf(status.visibility);
  const quoted = status.quote && textOf({ ...status.quote, quote: undefined, reblog: undefined });
  const url = webAddress(status.url) ?? webAddress(status.uri);
  const language = languageTag(status.language);
  return {
    nativeId: fittingId(status.uri),
    revision: raw.revision,
    form: visibility === 'direct' ? 'message' : status.in_reply_to_id ? 'reply' : 'post',
    visibility,
    author,
    ours,
    addressed: !ours && (context.addressed === '1' || namesUs(status, links, context)),
    text: textOf(status),
    ...placeOf(status.location ?? {}),
    ...(quoted ? { quoted } : {}),
    ...(contentWarning ? { contentWarning } : {}),
    ...(language ? { language } : {}),
    ...(url ? { url } : {}),
    ...datesOf(status, context),
    ...lineOf(context),
    links: pagesOf(status, links),
    media: status.media_attachments.flatMap(mediaOf).slice(0, 50),
    replyContext: {
      ...replyContextOf(status, visibility, contentWarning, context),
      ...(ours ? { ours: '1' } : {}),
    },
  };
};

/** What can be read of a status: its words, then what a poll asks. */
export const textOf = (status: Status): string => {
  const html = status.quote ? withoutInlineQuote(status.content) : status.content;
  const options = status.poll?.options.map(({ title }) => `• ${cleanLine(title)}`).join('\n') ?? '';
  return cleanBody([htmlToText(html), options].filter(Boolean).join('\n\n'));
};

/** Mastodon 4.5 repeats a quote as a link for older readers ("RE: https://..."). */
const withoutInlineQuote = (html: string): string =>
  html.replace(/<(p|span)\b[^>]{0,200}\bquote-inline\b[^>]{0,200}>.{0,5000}?<\/\1>/s, '');

const visibilities: Readonly<Record<string, Item['visibility']>> = {
  public: 'public',
  local: 'public',
  unlisted: 'unlisted',
  private: 'followers',
  mutuals_only: 'followers',
  direct: 'direct',
};

/** What we do not know the name of is not spread. */
export const visibilityOf = (name: string | undefined): Item['visibility'] =>
  name === undefined ? 'public' : (Object.hasOwn(visibilities, name) && visibilities[name]) || 'followers';

const namesUs = (status: Status, links: HtmlLinks, context: RawItem['context']): boolean => {
  const { accountId, accountUrl, accountLocalId } = context;
  const pages = new Set([...links.people, ...status.mentions.map(({ url }) => webAddress(url))]);
  // Mastodon keeps an actor at /users/cantina and shows it at /@cantina.
  const ourPages = [accountId, accountUrl, accountId?.replace('/users/', '/@')].map(webAddress);
  const isOurPage = ourPages.some((page) => page !== undefined && pages.has(page));
  if (isOurPage || accountLocalId === undefined) return isOurPage;
  const isToUs = status.in_reply_to_account_id === accountLocalId;
  return isToUs || status.mentions.some(({ id }) => id === accountLocalId);
};

const datesOf = (status: Status, { fetchedAt }: RawItem['context']): Pick<Item, 'saidAt' | 'editedAt'> => {
  const saidAt = parseDate(status.created_at, fetchedAt);
  const editedAt = parseDate(status.edited_at, fetchedAt);
  const isLater = editedAt !== undefined && (saidAt === undefined || editedAt > saidAt);
  return { ...(saidAt ? { saidAt } : {}), ...(isLater ? { editedAt } : {}) };
};

const lineOf = (
  context: RawItem['context'],
): Pick<Item, 'parentNativeId' | 'rootNativeId' | 'references'> => {
  const { parentUri, rootUri, ancestors = '' } = context;
  const references = ancestors.split(/\s+/).filter(Boolean).map(fittingId);
  return {
    ...(parentUri ? { parentNativeId: fittingId(parentUri) } : {}),
    ...(rootUri ? { rootNativeId: fittingId(rootUri) } : {}),
    references: [...new Set(references)],
  };
};

const pagesOf = ({ card }: Status, { pages }: HtmlLinks): Item['links'] => {
  const cardUrl = webAddress(card?.url);
  const title = card?.title ? cleanLine(card.title) : '';
  const urls = new Set([...pages, ...(cardUrl ? [cardUrl] : [])]);
  return [...urls].map((url) => ({ url, ...(url === cardUrl && title ? { title } : {}) }));
};

const kinds: Readonly<Record<string, Media['kind']>> = {
  image: 'image',
  gifv: 'video',
  video: 'video',
  audio: 'audio',
};

const mediaOf = ({ type = '', url, remote_url, preview_url, description }: Attachment): readonly Media[] => {
  const address = webAddress(url) ?? webAddress(remote_url) ?? webAddress(preview_url);
  const alt = cleanBody(description ?? '');
  if (!address && !alt) return [];
  const kind = (Object.hasOwn(kinds, type) && kinds[type]) || 'file';
  return [{ kind, ...(address ? { url: address } : {}), ...(alt ? { alt } : {}) }];
};

const replyContextOf = (
  status: Status,
  visibility: Item['visibility'],
  contentWarning: string,
  { instance, domain = '' }: RawItem['context'],
): Item['replyContext'] => {
  const acct = fullAcct(status.account.acct, domain);
  return {
    visibility,
    ...(instance ? { instance, statusId: cleanLine(status.id) } : {}),
    ...(acct ? { acct } : {}),
    ...(contentWarning ? { contentWarning } : {}),
  };
};

/** BCP 47 in its usual writing; undefined for what is none. */
export const languageTag = (text: string | undefined): string | undefined => {
  try {
    return text ? Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
};
