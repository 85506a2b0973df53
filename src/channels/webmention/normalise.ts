import { htmlToText } from '../../platform/text/index.ts';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, Media, RawItem } from '../events.ts';
import { asList, asRecord, asText, parseJson } from '../feed/read-json.ts';
import { resolveUrl } from '../feed/resolve-url.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import { asMicroformat, entryAbout, type Microformat, speaksOf, textsOf } from './microformats.ts';
import { MENTION_TYPE } from './page-item.ts';
import { placeIn } from './place-in.ts';

/** What a page says of ours: an answer, a review, a like, a repost, or a mention. Pure and total. */
export const normaliseWebmention = (raw: RawItem): readonly ChannelEvent[] => {
  const body = asRecord(parseJson(raw.body));
  const source = resolveUrl(asText(body.source), undefined);
  const target = resolveUrl(asText(body.target), undefined);
  if (raw.contentType !== MENTION_TYPE || raw.encoding !== 'utf8' || !source || !target) {
    const reason =
      raw.context.problem === 'no-link' ? 'the page does not link to the target' : 'no webmention';
    return [{ kind: 'unrecognised', nativeId: raw.nativeId, reason }];
  }
  if (body.gone === true) {
    const removedAt = parseDate(raw.context.fetchedAt);
    return [{ kind: 'removed', nativeId: raw.nativeId, ...(removedAt ? { removedAt } : {}), ifKnown: true }];
  }
  const entry = entryAbout(asList(body.items), target);
  const page: Page = { raw, source, target, body, entry };
  const reaction = isHeld(raw) ? undefined : reactionOf(page);
  return reaction ? [reaction] : [{ kind: 'item', item: itemOf(page) }];
};

/** A reaction cannot wait: what nobody vouches for is never one. */
const isHeld = ({ context }: RawItem): boolean => context.via === 'pingback' || context.via === 'trackback';

type Page = {
  readonly raw: RawItem;
  readonly source: string;
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly entry: Microformat | undefined;
};

/** A like or a repost says nothing in words; with words of its own it is an item. */
const reactionOf = (page: Page): ChannelEvent | undefined => {
  const { entry, target, raw } = page;
  if (!entry || speaksOf(entry, ['in-reply-to'], target)) return undefined;
  const isLike = speaksOf(entry, ['like-of'], target);
  const isRepost = speaksOf(entry, ['repost-of'], target);
  const isKept = speaksOf(entry, ['bookmark-of'], target) && wordsOf(entry) === '';
  if (!isLike && !isRepost && !isKept) return undefined;
  const saidAt = parseDate(textsOf(entry, 'published')[0], raw.context.fetchedAt);
  return {
    kind: 'reaction',
    reaction: isLike ? 'like' : isRepost ? 'repost' : 'other',
    author: authorOf(page),
    ofNativeId: fittingId(target),
    ...(saidAt ? { saidAt } : {}),
  };
};

const itemOf = (page: Page): Item => {
  const { raw, source, target, body, entry } = page;
  const rating = ratingOf(entry);
  const isReview = rating !== undefined || entry?.types.includes('h-review') === true;
  const isAnswer = entry !== undefined && speaksOf(entry, ['in-reply-to'], target);
  const told = asRecord(body.told);
  const title = cleanLine(titleOf(page) || (asText(told.title) ?? ''));
  const language = languageTag(entry?.lang ?? asText(body.language));
  const rsvp = cleanLine(textsOf(entry, 'rsvp')[0] ?? '', 20);
  const text =
    wordsOf(entry) ||
    (rsvp ? `RSVP: ${rsvp}` : cleanBody(asText(body.around) || (asText(told.excerpt) ?? '')));
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: isReview ? 'review' : isAnswer ? 'comment' : 'article',
    visibility: 'public',
    author: authorOf(page),
    ours: false,
    addressed: isAnswer || isReview,
    ...(isHeld(raw) ? { held: true } : {}),
    ...(title && title !== text ? { title } : {}),
    text,
    ...(language ? { language } : {}),
    ...(rating ? { rating } : {}),
    ...placeIn(entry),
    url: pageUrl(page),
    ...datesOf(page),
    ...(isAnswer ? { parentNativeId: fittingId(target), rootNativeId: fittingId(target) } : {}),
    references: [],
    links: [{ url: target }],
    media: picturesOf(page),
    replyContext: { source, target, ...(rsvp ? { rsvp } : {}) },
  };
};

const wordsOf = (entry: Microformat | undefined): string => {
  const content = entry?.properties.content?.[0] ?? entry?.properties.description?.[0];
  const { html } = asRecord(content);
  if (typeof html === 'string') return cleanBody(htmlToText(html));
  return cleanBody(
    textsOf(entry, 'content')[0] ?? textsOf(entry, 'description')[0] ?? textsOf(entry, 'summary')[0] ?? '',
  );
};

/** A note's `name` is its whole text again: then it is no title. */
const titleOf = ({ entry, body }: Page): string => {
  const name = textsOf(entry, 'name')[0];
  if (!entry || name === undefined) return entry ? '' : (asText(body.title) ?? '');
  const words = wordsOf(entry).replace(/\s+/g, ' ');
  return words !== '' && words.startsWith(cleanLine(name).slice(0, 60)) ? '' : name;
};

/** The entry's own address when it is of the same site: a page may not speak for another. */
const pageUrl = ({ entry, source }: Page): string => {
  const own = resolveUrl(textsOf(entry, 'url')[0], source);
  return own && URL.parse(own)?.host === URL.parse(source)?.host ? own : source;
};

/** Who signs, known by an address of the same site; a name alone is a key only within its site. */
const authorOf = (page: Page): Author => {
  const { entry, source } = page;
  const given = entry?.properties.author?.[0];
  const card = asMicroformat(given);
  const host = URL.parse(source)?.host ?? source;
  const blogName = asText(asRecord(page.body.told).blogName) ?? '';
  const signed = cleanLine((card ? textsOf(card, 'name')[0] : textsOf(entry, 'author')[0]) ?? '', 200);
  const name = signed || cleanLine(blogName, 200);
  const url = resolveUrl(card ? textsOf(card, 'url')[0] : undefined, source);
  const isOfSite = url !== undefined && URL.parse(url)?.host === host;
  const avatarUrl = resolveUrl(card ? textsOf(card, 'photo')[0] : undefined, source);
  return {
    nativeId: fittingId(isOfSite ? url : `https://${host}/${name ? `#${name}` : ''}`),
    name: name || host,
    url: isOfSite ? url : `https://${host}/`,
    ...(avatarUrl ? { avatarUrl } : {}),
  };
};

/** h-review's `rating`, or an h-entry's; of five unless it says otherwise. */
const ratingOf = (entry: Microformat | undefined): Item['rating'] => {
  const value = number(textsOf(entry, 'rating')[0]);
  const best = number(textsOf(entry, 'best')[0]) ?? 5;
  return value !== undefined && value >= 0 && best > 0 && value <= best ? { value, best } : undefined;
};

const number = (text: string | undefined): number | undefined => {
  const match = /^\s*(\d{1,4}(?:[.,]\d{1,4})?)/.exec(text ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1].replace(',', '.'));
};

const datesOf = ({ entry, raw }: Page): Pick<Item, 'saidAt' | 'editedAt'> => {
  const now = raw.context.fetchedAt;
  const saidAt = parseDate(textsOf(entry, 'published')[0], now);
  const updated = parseDate(textsOf(entry, 'updated')[0], now);
  const isEdited = saidAt !== undefined && updated !== undefined && updated > saidAt;
  return { ...(saidAt ? { saidAt } : {}), ...(isEdited ? { editedAt: updated } : {}) };
};

const picturesOf = ({ entry, source }: Page): readonly Media[] =>
  (entry?.properties.photo ?? []).slice(0, 10).flatMap((photo): Media[] => {
    const { value, alt } = asRecord(photo);
    const url = resolveUrl(typeof photo === 'string' ? photo : asText(value), source);
    const words = typeof alt === 'string' ? cleanLine(alt) : '';
    return url ? [{ kind: 'image', url, ...(words ? { alt: words } : {}) }] : [];
  });

const languageTag = (text: string | undefined): string | undefined => {
  try {
    return text ? Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
};
