import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { type ApiFailure, callApi, type WordPressContext } from './call-api.ts';
import { ownNumber } from './check.ts';
import { type Comment, CommentSchema, FIELDS, rawComment, rawGone, revisionOf } from './comment.ts';

const CursorSchema = z.object({
  /** Comments said from then on are read at each look; ISO date. */
  from: z.string(),
  /** Of that reading, the page that comes next. */
  page: z.number().int().min(1),
  /** The newest comment of the reading under way. */
  newest: z.string(),
  /** The latest comments, `[number, revision]`: the API does not tell what was changed or deleted, so these are looked at again. */
  recent: z.array(z.tuple([z.number(), z.string()])),
});
type Cursor = z.infer<typeof CursorSchema>;

const DAY_MS = 24 * 3_600_000;
/** How far back the first look goes. */
const FIRST_DAYS = 30;
/** `after` is compared with the site's own time, whatever zone is said: a day and more covers every zone. */
const OVERLAP_MS = 26 * 3_600_000;
const PER_PAGE = 100;
const PAGES_A_LOOK = 3;
const MOST_RECENT = 300;

/** Everything said since the last look with an overlap, oldest first, and what became of the latest comments. */
export const pollWordPress = async (
  context: WordPressContext,
  cursor: Json,
): Promise<Result<Batch, ChannelProblem>> => {
  const start = CursorSchema.safeParse(cursor).data ?? firstCursor(context);
  const read = await readNew(context, start);
  if (!read.ok) return err(read.error.problem);
  const { comments, next } = read.value;
  const seen = new Set(comments.map(({ id }) => id));
  const looked = next.page > 1 ? ok({ changed: [], gone: [] }) : await lookAgain(context, start, seen);
  if (!looked.ok) return err(looked.error.problem);
  const { changed, gone } = looked.value;
  const now = context.clock.now().toISOString();
  const surroundings = { site: context.settings.site, accountId: ownNumber(context) };
  const items: RawItem[] = [
    ...[...comments, ...changed].map((comment) => rawComment(comment, surroundings)),
    ...gone.map((id) => rawGone(id, now, surroundings)),
  ];
  const recent = remember(start.recent, [...comments, ...changed], gone);
  return ok({
    items,
    cursor: { ...next, recent: recent.map((pair) => [...pair]) } as Json,
    ...(next.page > 1 ? { more: true } : {}),
  });
};

const firstCursor = ({ clock }: WordPressContext): Cursor => {
  const from = new Date(clock.now().getTime() - FIRST_DAYS * DAY_MS).toISOString();
  return { from, page: 1, newest: from, recent: [] };
};

type Reading = { readonly comments: readonly Comment[]; readonly next: Omit<Cursor, 'recent'> };

const readNew = async (context: WordPressContext, start: Cursor): Promise<Result<Reading, ApiFailure>> => {
  const comments: Comment[] = [];
  let { page, newest } = start;
  for (let turn = 0; turn < PAGES_A_LOOK; turn += 1) {
    const some = await list(context, { after: start.from, orderby: 'date_gmt', order: 'asc', page });
    if (!some.ok) {
      // Since the page before, comments went away: there is no such page any more.
      if (page > 1 && some.error.code === 'rest_comment_invalid_page_number') page = 0;
      else if (page > 1 && some.error.status === 400) page = 0;
      else return some;
    }
    const found = some.ok ? some.value : [];
    comments.push(...found);
    for (const { date_gmt } of found) if (`${date_gmt}Z` > newest) newest = `${date_gmt.replace(/Z$/, '')}Z`;
    page += 1;
    if (found.length < PER_PAGE) {
      const overlapped = Date.parse(newest) - OVERLAP_MS;
      const from = new Date(Math.max(Date.parse(start.from), overlapped || 0)).toISOString();
      return ok({ comments, next: { from, page: 1, newest } });
    }
  }
  return ok({ comments, next: { from: start.from, page, newest } });
};

const lookAgain = async (
  context: WordPressContext,
  { recent }: Cursor,
  seen: ReadonlySet<number>,
): Promise<
  Result<{ readonly changed: readonly Comment[]; readonly gone: readonly number[] }, ApiFailure>
> => {
  const wanted = recent.filter(([id]) => !seen.has(id));
  const [changed, gone]: [Comment[], number[]] = [[], []];
  for (let start = 0; start < wanted.length; start += PER_PAGE) {
    const part = wanted.slice(start, start + PER_PAGE);
    const some = await list(context, { include: part.map(([id]) => id).join(',') });
    if (!some.ok) return some;
    const there = new Map(some.value.map((comment) => [comment.id, comment]));
    for (const [id, revision] of part) {
      const comment = there.get(id);
      if (!comment) gone.push(id);
      else if (revisionOf(comment) !== revision) changed.push(comment);
    }
  }
  return ok({ changed, gone });
};

/** Also what the site holds and what pings brought, where we may see it; else what everybody sees. */
const list = async (
  context: WordPressContext,
  query: Readonly<Record<string, string | number>>,
): Promise<Result<readonly Comment[], ApiFailure>> => {
  const usual = { ...query, per_page: PER_PAGE, _embed: 'up', _fields: FIELDS };
  const whole = await callApi(context, '/wp/v2/comments', {
    query: { ...usual, context: 'edit', status: 'all', type: 'all' },
  });
  const isKept = !whole.ok && (whole.error.status === 403 || whole.error.code?.startsWith('rest_forbidden'));
  const answer = isKept ? await callApi(context, '/wp/v2/comments', { query: usual }) : whole;
  if (!answer.ok) return answer;
  const { json } = answer.value;
  if (!Array.isArray(json))
    return err({ problem: { kind: 'bad-response', detail: 'no list of comments' }, mayHaveHappened: false });
  return ok(json.flatMap((one) => CommentSchema.safeParse(one).data ?? []));
};

const remember = (
  before: Cursor['recent'],
  now: readonly Comment[],
  gone: readonly number[],
): Cursor['recent'] => {
  const recent = new Map(before);
  for (const comment of now) recent.set(comment.id, revisionOf(comment));
  for (const id of gone) recent.delete(id);
  return [...recent].sort(([one], [other]) => one - other).slice(-MOST_RECENT);
};
