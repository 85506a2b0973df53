import type { RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { GoneSchema, nativeIdOf, type Review, ReviewSchema, replyStateOf } from './documents.ts';

export const BUSINESS_TYPE = 'application/vnd.passaparola.google-business+json';

type Context = Readonly<Record<string, string>>;

/**
 * JSON as the Business Profile API answers: a list (`reviews`), one review, or our own `{gone: true, name, at}`. `context`: `accountId` (who we
 * are), `placeTitle`, `mapsUri`, `fetchedAt`.
 */
export const readRawBusiness = (bytes: Uint8Array, context: Context): readonly RawItem[] => {
  const value = parse(new TextDecoder().decode(bytes).trim());
  const items = membersOf(value)
    .slice(0, 5_000)
    .map((member) => rawItemOf(member, context));
  return [...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values()];
};

export const rawItemOf = (document: unknown, context: Context): RawItem => {
  const body = storable(JSON.stringify(document ?? null));
  const kept = Object.entries(context).map(([name, value]) => [name, storable(value)] as const);
  return {
    ...identityOf(document, body),
    contentType: BUSINESS_TYPE,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(kept),
  };
};

const identityOf = (document: unknown, body: string): Pick<RawItem, 'nativeId' | 'revision'> => {
  const gone = GoneSchema.safeParse(document).data;
  if (gone) return { nativeId: fittingId(nativeIdOf(gone.name) || gone.name), revision: 'gone' };
  const review = ReviewSchema.safeParse(document).data;
  if (review) return { nativeId: fittingId(nativeIdOf(review.name)), revision: revisionOf(review) };
  return { nativeId: `digest:${textDigest(body)}`, revision: textDigest(body) };
};

/** Changes with the review and with our answer to it: both are in the same document. */
export const revisionOf = ({ comment, starRating, updateTime, reviewReply }: Review): string =>
  textDigest(
    comment ?? '',
    starRating ?? '',
    updateTime ?? '',
    reviewReply && [reviewReply.comment, reviewReply.updateTime ?? '', replyStateOf(reviewReply) ?? ''],
  );

const membersOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  const { reviews } = (value ?? {}) as { reviews?: unknown };
  if (Array.isArray(reviews)) return reviews;
  return value === undefined ? [] : [value];
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text.slice(0, 4_096);
  }
};
