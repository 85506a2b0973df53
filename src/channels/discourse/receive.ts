import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import { type CallFailure, call, type DiscourseContext } from './client.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { createGathering, type Gathering } from './gather.ts';
import { pollNotifications } from './poll-notifications.ts';
import { pollSearches } from './poll-searches.ts';
import { recheck } from './recheck.ts';

type Step = Promise<Result<Cursor, CallFailure>>;

/**
 * New posts of the whole forum, private ones, notifications, what the watches look for, and now and then a look at what is held. What was found
 * before something failed is handed over; the failed part stays where it was for the next time.
 */
export const pollDiscourse = async (
  context: DiscourseContext,
  given: Json,
  targets: ReceiveTargets,
): Promise<Result<Batch, ChannelProblem>> => {
  const begun = readCursor(given, context.settings.site);
  const gathering = createGathering(context, begun, targets);
  let cursor: Cursor = { ...begun, turn: begun.turn + 1 };
  const steps: readonly (() => Step)[] = [
    () => newPosts(context, gathering, cursor),
    ...(context.settings.privateMessages ? [() => privatePosts(context, gathering, cursor)] : []),
    () => pollNotifications(context, gathering, cursor),
    () => pollSearches(context, gathering, cursor, targets),
    () => recheck(context, gathering, cursor),
  ];
  for (const step of steps) {
    const done = await step();
    if (done.ok) cursor = done.value;
    else if (gathering.items.length === 0) return err(done.error.problem);
    else {
      context.log.warn({ problem: done.error.problem.kind }, 'part of a poll failed');
      break;
    }
  }
  const known = [...gathering.known.values()];
  return ok({ items: gathering.items, cursor: writeCursor({ ...cursor, known }) });
};

const newPosts = async (context: DiscourseContext, gathering: Gathering, cursor: Cursor): Step => {
  const page = await pagesDownTo(context, '/posts.json', 'latest_posts', cursor.posts);
  if (!page.ok) return page;
  for (const document of page.value.documents) gathering.take(document);
  return ok({ ...cursor, posts: page.value.newest });
};

/** Where this user may not read them there is nothing to read, and that is no problem. */
const privatePosts = async (context: DiscourseContext, gathering: Gathering, cursor: Cursor): Step => {
  const page = await pagesDownTo(context, '/private-posts.json', 'private_posts', cursor.privatePosts);
  if (!page.ok) return page.error.status === 404 || page.error.status === 403 ? ok(cursor) : page;
  for (const document of page.value.documents) gathering.take(document, { private: '1' });
  return ok({ ...cursor, privatePosts: page.value.newest });
};

/** The fifty newest come each time, known or not (edits, posts let through late); older ones down to what we have. */
const MOST_PAGES = 6;
const WINDOW = 50;

const NumberedSchema = z.object({ id: z.number() });

/**
 * app/controllers/posts_controller.rb, `latest`: newest first, fifty a page; `before` counts the post of that number in older versions and not in
 * newer ones, and older ones look at fifty numbers only, of which all may be hidden from us.
 */
const pagesDownTo = async (
  context: DiscourseContext,
  path: string,
  list: string,
  newest: number,
): Promise<Result<{ readonly documents: readonly unknown[]; readonly newest: number }, CallFailure>> => {
  const schema = z.looseObject({ [list]: z.array(z.unknown()) });
  const documents = new Map<number, unknown>();
  let before: number | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await call(context, { path, query: { before } }, schema);
    if (!answer.ok) return answer;
    const found = (answer.value.output[list] as readonly unknown[]).flatMap((document) => {
      const id = NumberedSchema.safeParse(document).data?.id;
      return id === undefined ? [] : [{ id, document }];
    });
    for (const { id, document } of found) documents.set(id, document);
    const lowest: number = found.length > 0 ? Math.min(...found.map(({ id }) => id)) : (before ?? 0) - WINDOW;
    const isNext: number = lowest === before ? lowest - 1 : lowest;
    if (newest === 0 || isNext <= newest) break;
    before = isNext;
  }
  const oldestFirst = [...documents].toSorted(([one], [other]) => one - other);
  return ok({
    documents: oldestFirst.map(([, document]) => document),
    newest: Math.max(newest, ...documents.keys()),
  });
};
