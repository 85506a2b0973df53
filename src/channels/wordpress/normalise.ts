import { htmlToText } from '../../platform/text/index.ts';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { asRecord, asText, parseJson } from '../feed/read-json.ts';
import { resolveUrl } from '../feed/resolve-url.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import { COMMENT_TYPE, type Comment, CommentSchema, commentId } from './comment.ts';

/** A comment, a pingback or a trackback of our own site; held while the site holds it. Pure and total. */
export const normaliseWordPress = (raw: RawItem): readonly ChannelEvent[] => {
  const unknown: ChannelEvent = { kind: 'unrecognised', nativeId: raw.nativeId, reason: 'no comment' };
  if (raw.contentType !== COMMENT_TYPE || raw.encoding !== 'utf8') return [unknown];
  const body = asRecord(parseJson(raw.body));
  if (body.gone === true) return [goneOf(raw.nativeId, parseDate(asText(body.at)))];
  const comment = CommentSchema.safeParse(body).data;
  if (!comment) return [unknown];
  if (comment.status === 'spam' || comment.status === 'trash') {
    return [goneOf(commentId(comment.id), undefined)];
  }
  return [{ kind: 'item', item: itemOf(raw, comment) }];
};

const goneOf = (nativeId: string, removedAt: string | undefined): ChannelEvent => ({
  kind: 'removed',
  nativeId,
  ...(removedAt ? { removedAt } : {}),
});

const itemOf = (raw: RawItem, comment: Comment): Item => {
  const ours = comment.author > 0 && String(comment.author) === raw.context.accountId;
  const isHeld = (comment.status === 'hold' || comment.status === '0') && !ours;
  const isComment = comment.type === 'comment' || comment.type === '';
  const saidAt = parseDate(comment.date_gmt && `${comment.date_gmt.replace(/Z$/, '')}Z`);
  const url = resolveUrl(comment.link, raw.context.site);
  return {
    nativeId: commentId(comment.id),
    revision: raw.revision,
    form: isComment ? 'comment' : 'article',
    visibility: 'public',
    author: authorOf(comment, raw.context.site),
    ours,
    addressed: !ours,
    ...(isHeld ? { held: true } : {}),
    text: cleanBody(htmlToText(comment.content.rendered)),
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...(comment.parent > 0 ? { parentNativeId: commentId(comment.parent) } : {}),
    references: [],
    links: pageOf(comment, raw.context.site),
    media: [],
    replyContext: isComment ? { post: String(comment.post), comment: String(comment.id) } : {},
  };
};

/** The page that is spoken of. */
const pageOf = ({ _embedded, link }: Comment, site: string | undefined): Item['links'] => {
  const page = _embedded?.up[0];
  const url = resolveUrl(page?.link || link.replace(/#.*$/, ''), site);
  const title = cleanLine(htmlToText(page?.title.rendered ?? ''), 300);
  return url ? [{ url, ...(title ? { title } : {}) }] : [];
};

/** Whoever signed in by number; others by the address that they gave, which only those who moderate see; else by their name on this site. */
const authorOf = (comment: Comment, site = ''): Author => {
  const name = cleanLine(htmlToText(comment.author_name), 200);
  const url = resolveUrl(comment.author_url, undefined);
  const email = comment.author_email.trim().toLowerCase();
  const host = URL.parse(site)?.host ?? 'wordpress';
  const key =
    comment.author > 0
      ? `${host}/user/${comment.author}`
      : email.includes('@')
        ? `mailto:${email}`
        : `${host}/name/${name.toLowerCase()} ${url ?? ''}`;
  return { nativeId: fittingId(key), ...(name ? { name } : {}), ...(url ? { url } : {}) };
};
