import { cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import {
  type Comment,
  CommentSchema,
  GoneSchema,
  KeptSchema,
  PersonSchema,
  PostSchema,
} from './documents.ts';
import { plainWords } from './plain-words.ts';
import { LINKEDIN_TYPE } from './read-raw.ts';
import { isCommentUrn, isPostUrn, pageOfPost, postOfComment } from './urns.ts';

/** A comment, a post of our page or a removal as the one event that it is. Pure and total. */
export const normaliseLinkedin = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== LINKEDIN_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const kept = parse(raw.body);
  const gone = GoneSchema.safeParse(kept).data;
  if (gone) {
    const removedAt = parseDate(gone.at);
    return [{ kind: 'removed', nativeId: fittingId(gone.urn), ...(removedAt ? { removedAt } : {}) }];
  }
  const known = KeptSchema.safeParse(kept).data;
  if (known && isCommentUrn(known.urn)) return [commentEvent(raw, known.urn, known.document, known.person)];
  if (known && isPostUrn(known.urn)) return [postEvent(raw, known.urn, known.document)];
  return [unrecognised(raw, 'neither a comment nor a post')];
};

const commentEvent = (raw: RawItem, urn: string, document: unknown, person: unknown): ChannelEvent => {
  const comment = CommentSchema.safeParse(document).data;
  if (!comment) return unrecognised(raw, 'no comment in it');
  const actor = comment.actor ?? comment.author ?? comment.created?.actor;
  const text = plainWords(comment.message ?? comment.commentary ?? comment.text ?? '');
  // Members who do not share their words with owners of pages: there is nothing to read, and nobody to name.
  if (text === '') return unrecognised(raw, 'its author does not share it');
  const post = raw.context.post ?? comment.object ?? postOfComment(urn) ?? urn;
  const ours = actor !== undefined && isOurs(actor, raw.context.organization);
  const url = pageOfPost(post);
  return {
    kind: 'item',
    item: {
      ...common(
        raw,
        comment.created?.time ?? comment.createdAt,
        comment.lastModified?.time ?? comment.lastModifiedAt,
      ),
      form: 'comment',
      author: authorOf(urn, actor, person),
      ours,
      addressed: !ours,
      text,
      ...(url ? { url } : {}),
      parentNativeId: fittingId(parentOf(comment) ?? post),
      rootNativeId: fittingId(post),
    },
  };
};

const parentOf = ({ parentComment }: Comment): string | undefined =>
  parentComment && isCommentUrn(parentComment) ? parentComment : undefined;

const postEvent = (raw: RawItem, urn: string, document: unknown): ChannelEvent => {
  const post = PostSchema.safeParse(document).data;
  const text = plainWords(post?.commentary ?? '');
  if (!post || text === '') return unrecognised(raw, 'a post without words');
  const ours = post.author === undefined || isOurs(post.author, raw.context.organization);
  const url = pageOfPost(urn);
  return {
    kind: 'item',
    item: {
      ...common(raw, post.publishedAt ?? post.created?.time ?? post.createdAt, post.lastModifiedAt),
      form: 'post',
      author: authorOf(urn, post.author ?? raw.context.organization, undefined),
      ours,
      addressed: false,
      text,
      ...(url ? { url } : {}),
      rootNativeId: raw.nativeId,
    },
  };
};

/** Within two minutes LinkedIn's own handling, not a person's edit. */
const EDIT_AFTER_MS = 120_000;

const common = (
  raw: RawItem,
  created: number | undefined,
  changed: number | undefined,
): Omit<Item, 'form' | 'author' | 'ours' | 'addressed' | 'text'> => {
  const saidAt = instant(created, raw);
  const isEdited = created !== undefined && changed !== undefined && changed - created > EDIT_AFTER_MS;
  const editedAt = isEdited ? instant(changed, raw) : undefined;
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    visibility: 'public',
    ...(saidAt ? { saidAt } : {}),
    ...(editedAt ? { editedAt } : {}),
    references: [],
    links: [],
    media: [],
    replyContext: {},
  };
};

/** The last instant that JavaScript can name. */
const LAST_INSTANT = 8.64e15;
const instant = (ms: number | undefined, raw: RawItem): string | undefined =>
  ms === undefined || ms > LAST_INSTANT
    ? undefined
    : parseDate(new Date(ms).toISOString(), raw.context.fetchedAt);

/** `urn:li:organization:1` and `urn:li:organizationalPage:1` are the same page. */
const isOurs = (urn: string, organization: string | undefined): boolean =>
  organization !== undefined &&
  /^urn:li:organization(alPage)?:/.test(urn) &&
  numberOf(urn) === numberOf(organization);

const numberOf = (urn: string): string => urn.slice(urn.lastIndexOf(':') + 1);

const authorOf = (urn: string, actor: string | undefined, person: unknown): Author => {
  const known = PersonSchema.safeParse(person).data;
  const first = known?.localizedFirstName ?? known?.firstName ?? '';
  const last = known?.localizedLastName ?? known?.lastName ?? '';
  const name = cleanLine(`${first} ${last}`, 200);
  // Nobody's: members may keep their name from owners of pages. Two such comments are not held to be of one person.
  return { nativeId: fittingId(actor ?? `author-of:${urn}`), ...(name ? { name } : {}) };
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
