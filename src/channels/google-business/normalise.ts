import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { webAddress } from '../google/web-address.ts';
import { parseDate } from '../parse-date.ts';
import { placeOf } from '../place-of.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { GoneSchema, nativeIdOf, type Review, ReviewSchema, ratingOf, replyStateOf } from './documents.ts';
import { BUSINESS_TYPE } from './read-raw.ts';

/** A review, and our answer where there is one; or a removal, of both. Pure and total. */
export const normaliseBusiness = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== BUSINESS_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const document = parse(raw.body);
  const gone = GoneSchema.safeParse(document).data;
  if (gone) return removals(gone.name, gone.at);
  const review = ReviewSchema.safeParse(document).data;
  if (!review) return [unrecognised(raw, 'no review')];
  const item: ChannelEvent = { kind: 'item', item: itemOf(raw, review) };
  return [item, answerOf(raw, review)];
};

/** Of an answer that is not there (or was refused) too: it may have been, and been taken back. */
const answerOf = (raw: RawItem, review: Review): ChannelEvent => {
  const { reviewReply: reply } = review;
  const nativeId = replyIdOf(raw.nativeId);
  if (!reply || replyStateOf(reply) === 'REJECTED') return { kind: 'removed', nativeId, ifKnown: true };
  const saidAt = parseDate(reply.updateTime, raw.context.fetchedAt);
  const name = cleanLine(raw.context.placeTitle ?? '', 200);
  return {
    kind: 'item',
    item: {
      nativeId,
      revision: textDigest(reply.comment, reply.updateTime ?? ''),
      form: 'reply',
      visibility: 'public',
      author: { nativeId: fittingId(raw.context.accountId ?? 'owner'), ...(name ? { name } : {}) },
      ours: true,
      addressed: false,
      text: cleanBody(reply.comment),
      ...(saidAt ? { saidAt } : {}),
      parentNativeId: raw.nativeId,
      rootNativeId: raw.nativeId,
      references: [],
      links: [],
      media: [],
      replyContext: {},
    },
  };
};

export const replyIdOf = (reviewNativeId: string): string => fittingId(`${reviewNativeId}/reply`);

const removals = (name: string, at: string): readonly ChannelEvent[] => {
  const removedAt = parseDate(at);
  const nativeId = fittingId(nativeIdOf(name) || name);
  const when = removedAt ? { removedAt } : {};
  return [
    { kind: 'removed', nativeId, ...when },
    { kind: 'removed', nativeId: replyIdOf(nativeId), ifKnown: true, ...when },
  ];
};

const itemOf = (raw: RawItem, review: Review): Item => {
  const saidAt = parseDate(review.createTime, raw.context.fetchedAt);
  const editedAt = parseDate(review.updateTime, raw.context.fetchedAt);
  const rating = ratingOf(review);
  const title = cleanLine(raw.context.placeTitle ?? '', 200);
  const url = webAddress(raw.context.mapsUri);
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: 'review',
    visibility: 'public',
    author: authorOf(raw.nativeId, review),
    ours: false,
    addressed: true,
    ...(title ? { title } : {}),
    text: cleanBody(review.comment ?? ''),
    ...(rating ? { rating } : {}),
    ...placeOf({ name: raw.context.placeTitle }),
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...(editedAt && editedAt !== saidAt ? { editedAt } : {}),
    rootNativeId: raw.nativeId,
    references: [],
    links: [],
    media: (review.reviewMediaItems ?? []).slice(0, 20).flatMap(({ thumbnailUrl, videoUrl }) => {
      const picture = webAddress(videoUrl ?? thumbnailUrl);
      return picture ? [{ kind: videoUrl ? ('video' as const) : ('image' as const), url: picture }] : [];
    }),
    replyContext: {
      name: cleanLine(review.name, 600),
      ...(title ? { placeTitle: title } : {}),
      ...(url ? { mapsUri: url } : {}),
      ...(review.reviewReply ? { answered: '1' } : {}),
    },
  };
};

/** Google gives no key of a person: each reviewer is known by the review alone, and nobody is put together with anybody. */
const authorOf = (reviewId: string, { reviewer }: Review): Author => {
  const name = reviewer?.isAnonymous ? '' : cleanLine(reviewer?.displayName ?? '', 200);
  const avatarUrl = reviewer?.isAnonymous ? undefined : webAddress(reviewer?.profilePhotoUrl);
  return {
    nativeId: fittingId(`reviewer-of:${reviewId}`),
    ...(name ? { name } : {}),
    ...(avatarUrl ? { avatarUrl } : {}),
  };
};

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: raw.nativeId,
  reason,
});

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
