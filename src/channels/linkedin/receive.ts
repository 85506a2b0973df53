import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json } from '../contract.ts';
import { asParameter, type Linkedin, type LinkedinContext, openLinkedin } from './client.ts';
import { urnIn } from './documents.ts';
import { readPeople } from './people.ts';
import { rawItemOf } from './read-raw.ts';
import { isCommentUrn, isPostUrn } from './urns.ts';

/** The newest posts are followed, one finder call a poll: a full round of them takes half an hour. */
const MAX_POSTS = 20;
const AT_ONCE = 50;

const CursorSchema = z.object({
  organization: z.string(),
  posts: z.array(z.string()).max(MAX_POSTS),
  index: z.number().int().nonnegative(),
  /** Where reading the comments of the post at `index` goes on. */
  next: z.string().optional(),
});
type Cursor = z.infer<typeof CursorSchema>;
const written = (cursor: Cursor): Json => JSON.parse(JSON.stringify(cursor)) as Json;

const FINDER = 'dmaFeedContentsExternal';

/**
 * Our page's posts, newest first, then the comments of one of them at each poll, in turn: the finder is said to allow one call a minute, and
 * no page of LinkedIn's tells of comments.
 */
export const pollLinkedin = async (
  context: LinkedinContext,
  cursor: Json,
): Promise<Result<Batch, ChannelProblem>> => {
  const organization = context.account?.nativeId;
  if (!organization) return err({ kind: 'unauthorised', detail: 'not known yet which page is ours' });
  const linkedin = openLinkedin(context);
  const read = CursorSchema.safeParse(cursor).data;
  const place: Cursor = read?.organization === organization ? read : { organization, posts: [], index: 0 };
  return place.index < place.posts.length
    ? readComments(context, linkedin, place)
    : readPosts(context, linkedin, place);
};

const readPosts = async (
  context: LinkedinContext,
  linkedin: Linkedin,
  { organization }: Cursor,
): Promise<Result<Batch, ChannelProblem>> => {
  const found = await linkedin.find(FINDER, {
    q: 'postsByAuthor',
    author: asParameter(organization),
    maxPaginationCount: String(MAX_POSTS),
  });
  if (!found.ok) return found;
  const posts = urnsIn(found.value.elements, isPostUrn).slice(0, MAX_POSTS);
  const documents = await linkedin.batch('dmaPosts', posts);
  if (!documents.ok) return documents;
  const base = baseOf(context, organization);
  const items = [...documents.value.documents].map(([urn, document]) => rawItemOf({ urn, document }, base));
  return ok({ items, cursor: { organization, posts, index: 0 } });
};

const readComments = async (
  context: LinkedinContext,
  linkedin: Linkedin,
  place: Cursor,
): Promise<Result<Batch, ChannelProblem>> => {
  const post = place.posts[place.index] ?? '';
  const found = await linkedin.find(FINDER, {
    q: 'commentsOnEntity',
    entity: asParameter(post),
    maxPaginationCount: String(AT_ONCE),
    ...(place.next ? { paginationCursor: asParameter(place.next) } : {}),
  });
  const { next: _, ...rest } = place;
  const onward: Cursor = { ...rest, index: place.index + 1 };
  // A post that was deleted since, or a mark that holds no longer: the next one's turn.
  if (!found.ok) return isPassing(found.error) ? ok({ items: [], cursor: written(onward) }) : found;
  const documents = await linkedin.batch(
    'dmaComments',
    urnsIn(found.value.elements, isCommentUrn).slice(0, AT_ONCE),
  );
  if (!documents.ok) return documents;
  const people = await readPeople(context, linkedin, [...documents.value.documents.values()]);
  const base = { ...baseOf(context, place.organization), post };
  const items = [...documents.value.documents].map(([urn, document]) =>
    rawItemOf({ urn, document, person: people(document) }, base),
  );
  const isRepeated = found.value.next === place.next;
  const goesOn = found.value.next !== undefined && !isRepeated && items.length > 0;
  return ok({ items, cursor: written(goesOn ? { ...rest, next: found.value.next ?? '' } : onward) });
};

const isPassing = ({ kind }: ChannelProblem): boolean =>
  kind === 'not-found' || kind === 'gone' || kind === 'bad-response';

const urnsIn = (elements: readonly unknown[], isWanted: (urn: string) => boolean): readonly string[] => [
  ...new Set(elements.flatMap((element) => urnIn(element, isWanted) ?? [])),
];

const baseOf = (context: LinkedinContext, organization: string): Readonly<Record<string, string>> => ({
  organization,
  fetchedAt: context.clock.now().toISOString(),
});
