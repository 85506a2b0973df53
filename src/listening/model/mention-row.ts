import { createHash } from 'node:crypto';
import type { Item, Place } from '../../channels/events.ts';
import { storableJson, storableLine, storableText } from './storable.ts';

/** Dates further ahead than this are a wrong clock: the time of arrival is used instead. Milliseconds. */
export const LONGEST_LEAD_MS = 10 * 60 * 1000;

/** Where it was said, and under `home` where its author says to be at home. */
export type StoredPlace = Place & { readonly home?: string };

/** What the text says, and may have to be forgotten. */
export type MentionContent = {
  readonly title: string | null;
  readonly body: string;
  readonly quoted: string | null;
  readonly contentWarning: string | null;
  readonly contentHash: string;
  readonly rating: { readonly value: number; readonly best: number } | null;
  readonly place: StoredPlace | null;
  readonly url: string | null;
  readonly links: readonly unknown[];
  readonly media: readonly unknown[];
  readonly replyContext: Readonly<Record<string, string>>;
};

/** A mention as it is written, times in ISO 8601. */
export type MentionRow = MentionContent & {
  readonly nativeId: string;
  readonly revision: string;
  readonly authorNativeId: string;
  readonly ours: boolean;
  readonly addressed: boolean;
  readonly form: string;
  readonly visibility: string;
  readonly automatic: string | null;
  readonly language: string | null;
  readonly parentNativeId: string | null;
  readonly rootNativeId: string | null;
  readonly references: readonly string[];
  readonly saidAt: string;
  readonly receivedAt: string;
  readonly editedAt: string | null;
};

/** What is left of a text that was taken back, or that may not be kept. */
export const noContent: MentionContent = {
  title: null,
  body: '',
  quoted: null,
  contentWarning: null,
  contentHash: '',
  rating: null,
  place: null,
  url: null,
  links: [],
  media: [],
  replyContext: {},
};

export const mentionRow = (item: Item, receivedAt: Date): MentionRow => {
  const title = storableLine(item.title);
  const body = storableText(item.text);
  return {
    nativeId: item.nativeId,
    revision: item.revision,
    authorNativeId: item.author.nativeId,
    ours: item.ours,
    addressed: item.addressed,
    form: item.form,
    visibility: item.visibility,
    automatic: item.automatic ?? null,
    title,
    body,
    quoted: item.quoted === undefined ? null : storableText(item.quoted),
    contentWarning: storableLine(item.contentWarning),
    contentHash: contentHash(title, body),
    language: storableLine(item.language),
    rating: item.rating ?? null,
    place: placeOf(item),
    url: storableLine(item.url),
    parentNativeId: item.parentNativeId ?? null,
    rootNativeId: item.rootNativeId ?? null,
    references: storableJson(item.references.slice(-200)),
    links: storableJson(item.links.slice(0, 100)),
    media: storableJson(item.media.slice(0, 100)),
    replyContext: storableJson(item.replyContext),
    saidAt: plausible(item.saidAt, receivedAt) ?? receivedAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    editedAt: plausible(item.editedAt, receivedAt) ?? null,
  };
};

const placeOf = ({ place, author }: Item): StoredPlace | null => {
  const home = storableLine(author.place);
  return place || home ? storableJson({ ...place, ...(home ? { home } : {}) }) : null;
};

/** SHA-256 over title, a separator and body, hex. */
export const contentHash = (title: string | null, body: string): string =>
  createHash('sha256')
    .update(`${title ?? ''}\n\n${body}`)
    .digest('hex');

/** The channel's instant in UTC, unless it is unreadable, before 1970, or ahead of us by more than its clock may be wrong. */
const plausible = (time: string | undefined, receivedAt: Date): string | undefined => {
  const instant = time === undefined ? Number.NaN : Date.parse(time);
  const ahead = instant - receivedAt.getTime();
  return !(instant >= 0) || ahead > LONGEST_LEAD_MS ? undefined : new Date(instant).toISOString();
};
