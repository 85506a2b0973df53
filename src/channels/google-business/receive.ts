import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, KnownItem } from '../contract.ts';
import type { RawItem } from '../events.ts';
import type { GoogleFailure } from '../google/call-google.ts';
import { type Business, type BusinessContext, chosenPlaces, openBusiness, type Place } from './client.ts';
import { ReviewSchema } from './documents.ts';
import { rawItemOf } from './read-raw.ts';

const PlaceSchema = z.object({ name: z.string(), title: z.string(), mapsUri: z.string().optional() });
const CursorSchema = z.object({
  /** Read anew every so often: places open and close. */
  places: z.array(PlaceSchema),
  turn: z.number().int().nonnegative(),
  /** By place: the newest `updateTime` that is ours, and where a long list goes on. */
  marks: z.record(
    z.string(),
    z.object({ until: z.string().optional(), page: z.string().optional(), newest: z.string().optional() }),
  ),
});
type Cursor = z.infer<typeof CursorSchema>;

const ListSchema = z.object({
  reviews: z.array(z.unknown()).catch([]),
  nextPageToken: z.string().optional().catch(undefined),
});

const PLACES_EVERY = 48;
/** Pages of 50 in one poll, over all places. */
const PAGES_AT_ONCE = 10;

/**
 * The reviews of each place, the latest changed first (`orderBy=updateTime desc`), down to the newest that was ours the last time; that one is
 * read again each time, since two may change in the same instant.
 */
export const pollBusiness = async (
  context: BusinessContext,
  cursor: Json,
): Promise<Result<Batch, ChannelProblem>> => {
  const business = openBusiness(context);
  const begun: Cursor = CursorSchema.safeParse(cursor).data ?? { places: [], turn: 0, marks: {} };
  const places = await placesOf(business, context, begun);
  if (!places.ok) return err(places.error.problem);
  const items: RawItem[] = [];
  let { marks } = begun;
  let pages = 0;
  for (const place of places.value) {
    let isMore = true;
    while (isMore && pages < PAGES_AT_ONCE) {
      pages += 1;
      const page = await readPage(business, context, place, marks[place.name] ?? {});
      if (!page.ok && items.length === 0) return err(page.error.problem);
      if (!page.ok) return ok({ items, cursor: write({ places: places.value, turn: begun.turn, marks }) });
      items.push(...page.value.items);
      marks = { ...marks, [place.name]: page.value.mark };
      isMore = page.value.mark.page !== undefined;
    }
  }
  const more = places.value.some(({ name }) => marks[name] === undefined || marks[name]?.page !== undefined);
  const next = write({ places: places.value, turn: more ? begun.turn : begun.turn + 1, marks });
  return ok({ items, cursor: next, ...(more ? { more } : {}) });
};

const write = (cursor: Cursor): Json => JSON.parse(JSON.stringify(cursor)) as Json;

const placesOf = async (
  business: Business,
  { settings }: BusinessContext,
  { places, turn }: Cursor,
): Promise<Result<Cursor['places'], GoogleFailure>> => {
  if (places.length > 0 && turn % PLACES_EVERY !== 0) return ok(places);
  const chosen = await chosenPlaces(business, settings);
  return chosen.ok ? ok([...chosen.value.places]) : chosen;
};

type Mark = Cursor['marks'][string];

const readPage = async (
  business: Business,
  context: BusinessContext,
  place: Place,
  mark: Mark,
): Promise<Result<{ readonly items: readonly RawItem[]; readonly mark: Mark }, GoogleFailure>> => {
  const params = { pageSize: 50, orderBy: 'updateTime desc', pageToken: mark.page };
  const call = { host: 'reviews', path: `v4/${place.name}/reviews`, params } as const;
  const page = await business.call(call, ListSchema);
  // A page token that holds no longer: from the beginning again.
  if (!page.ok && mark.page && page.error.status === 400) {
    return readPage(business, context, place, mark.until ? { until: mark.until } : {});
  }
  if (!page.ok) return page;
  const base = contextOf(context, place);
  const { reviews, nextPageToken } = page.value.output;
  const isOld = (one: unknown): boolean => {
    const time = ReviewSchema.safeParse(one).data?.updateTime;
    return time !== undefined && mark.until !== undefined && time < mark.until;
  };
  const fresh = reviews.filter((one) => !isOld(one));
  const first = ReviewSchema.safeParse(reviews[0]).data?.updateTime;
  const newest = mark.newest ?? first ?? mark.until;
  const goesOn = nextPageToken !== undefined && fresh.length === reviews.length;
  return ok({
    items: fresh.map((one) => rawItemOf(one, base)),
    mark: goesOn
      ? { ...(mark.until ? { until: mark.until } : {}), page: nextPageToken, ...(newest ? { newest } : {}) }
      : newest
        ? { until: newest }
        : {},
  });
};

const contextOf = ({ account, clock }: BusinessContext, place: Pick<Place, 'title' | 'mapsUri'>) => ({
  accountId: account?.nativeId ?? '',
  placeTitle: place.title,
  fetchedAt: clock.now().toISOString(),
  ...(place.mapsUri ? { mapsUri: place.mapsUri } : {}),
});

/** Reviews one by one (`reviews.get`): 404 is gone. Our own answers are in the reviews that they answer. */
export const recheckBusiness = async (
  context: BusinessContext,
  known: readonly KnownItem[],
): Promise<Result<readonly RawItem[], ChannelProblem>> => {
  const business = openBusiness(context);
  const items: RawItem[] = [];
  for (const { context: kept, ours } of known) {
    const { name } = kept;
    if (ours || !name) continue;
    const answer = await business.call({ host: 'reviews', path: `v4/${name}` }, z.unknown());
    if (answer.ok) {
      const place = { title: kept.placeTitle ?? '', ...(kept.mapsUri ? { mapsUri: kept.mapsUri } : {}) };
      items.push(rawItemOf(answer.value.output, contextOf(context, place)));
    } else if (answer.error.status === 404) {
      items.push(rawItemOf({ gone: true, name, at: context.clock.now().toISOString() }, {}));
    } else return err(answer.error.problem);
  }
  return ok(items);
};
