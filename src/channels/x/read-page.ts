import { err, ok, type Result } from '../../platform/result.ts';
import type { XClient, XFailure } from './client.ts';
import type { Place } from './cursor.ts';
import { FIELDS, newerOf, PageSchema, PostSchema, UserSchema, type XPage } from './entities.ts';
import { xPrices } from './prices.ts';
import { withAuthors } from './read-raw.ts';

export type Found = {
  /** Each with its author, oldest first. */
  readonly documents: readonly unknown[];
  readonly place: Place;
  readonly more: boolean;
};

export type Listing = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly price: number;
  /** How few and how many X gives at once. */
  readonly least: number;
  readonly most: number;
};

/** What a page costs is known afterwards: as many posts are asked for as the budget certainly allows, and no fewer than X gives. */
const A_PAGE = 25;
const FIRST_PAGE = 10;

/**
 * One page, newest first, down to what we have (`since_id`); the place moves when the list has been read to its end. The first time there is nothing to go
 * down to, and a short page is enough: all that came before would have to be paid for.
 */
export const readPage = async (
  client: XClient,
  { path, query, price, least, most }: Listing,
  place: Place,
): Promise<Result<Found, XFailure>> => {
  const each = price + xPrices.userRead;
  const wanted = place.since === undefined ? FIRST_PAGE : A_PAGE;
  const affordable = Math.floor(client.left() / each);
  const count = Math.max(least, Math.min(most, wanted, Math.max(affordable, least)));
  const answer = await client.buy(
    {
      path,
      query: {
        ...FIELDS,
        ...query,
        max_results: count,
        since_id: place.since,
        [path.endsWith('/recent') ? 'next_token' : 'pagination_token']: place.page,
      },
    },
    PageSchema,
    { worst: count * each, thingsOf: (page) => thingsIn(page, price), isListening: true },
  );
  if (!answer.ok) return isTooOld(answer.error, place) ? ok(fromHere(place)) : err(answer.error);
  const { data, includes, meta } = answer.value;
  const ids = data.flatMap((one) => PostSchema.safeParse(one).data?.id ?? []);
  const newest = [...ids, place.newest, place.since].reduce(newerOf, undefined);
  const isPart = place.since !== undefined && meta.next_token !== undefined;
  return ok({
    documents: withAuthors(data, includes.users).toReversed(),
    place: isPart
      ? { since: place.since, page: meta.next_token, ...(newest ? { newest } : {}) }
      : newest
        ? { since: newest }
        : {},
    more: isPart,
  });
};

/** Search reaches a week back: an older `since_id` is refused (400), and so is a page that has ended. */
const isTooOld = ({ effect, status }: XFailure, place: Place): boolean =>
  effect === 'refused' && status === 400 && (place.since !== undefined || place.page !== undefined);

const fromHere = ({ newest }: Place): Found => ({
  documents: [],
  place: newest ? { since: newest } : {},
  more: false,
});

/** What X charges for in a page: each post, each author. */
export const thingsIn = (page: Pick<XPage, 'data' | 'includes'>, price: number) => [
  ...page.data.flatMap((one) => {
    const id = PostSchema.safeParse(one).data?.id;
    return id ? [{ id: `post:${id}`, price }] : [];
  }),
  ...page.includes.users.flatMap((one) => {
    const id = UserSchema.safeParse(one).data?.id;
    return id ? [{ id: `user:${id}`, price: xPrices.userRead }] : [];
  }),
];
