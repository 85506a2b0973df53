import { ok, type Result } from '../../platform/result.ts';
import type { RawItem } from '../events.ts';
import type { XClient, XFailure } from './client.ts';
import type { XContext } from './context.ts';
import type { Cursor, Known } from './cursor.ts';
import { FIELDS, PageSchema, PostSchema } from './entities.ts';
import { xPrices } from './prices.ts';
import { thingsIn } from './read-page.ts';
import { rawItemOf } from './read-raw.ts';

/** Everything held is looked at again within a day, with hours to spare; X takes a hundred at once. */
const EVERY_MS = 20 * 3_600_000;
const AT_ONCE = 100;
/** As long as the text is kept (`dataTerms`): what is no longer kept needs no looking after. */
export const KEPT_MS = 7 * 86_400_000;

export type Rechecked = { readonly items: readonly RawItem[]; readonly cursor: Cursor };

/**
 * X's terms: what is deleted, protected or changed there is deleted or changed here within a day
 * (https://docs.x.com/developer-terms/agreement-and-policy, "Content compliance"; the stream of deletions is for enterprises only). A post that does not
 * come back, for whatever reason, is gone.
 */
export const recheck = async (
  context: XContext,
  client: XClient,
  cursor: Cursor,
  known: Readonly<Record<string, string>>,
): Promise<Result<Rechecked, XFailure>> => {
  const now = context.clock.now();
  const held = cursor.known.filter(({ heldSince }) => Date.parse(heldSince) + KEPT_MS > now.getTime());
  const isUnderWay = cursor.recheckFrom > 0;
  const isDue = !cursor.recheckedAt || Date.parse(cursor.recheckedAt) + EVERY_MS <= now.getTime();
  const begun = isUnderWay ? cursor.recheckedAt : now.toISOString();
  const part = held.slice(cursor.recheckFrom, cursor.recheckFrom + AT_ONCE);
  if ((!isDue && !isUnderWay) || part.length === 0) {
    return ok({
      items: [],
      cursor: { ...cursor, known: held, recheckFrom: 0, ...(isDue && begun ? { recheckedAt: begun } : {}) },
    });
  }
  const page = await client.buy(
    {
      path: '/2/tweets',
      query: {
        ...FIELDS,
        expansions: undefined,
        'user.fields': undefined,
        ids: part.map(({ id }) => id).join(','),
      },
    },
    PageSchema,
    {
      worst: part.length * xPrices.postRead,
      thingsOf: (answer) => thingsIn(answer, xPrices.postRead),
      isListening: true,
    },
  );
  if (!page.ok) return page;
  const there = new Set(page.value.data.flatMap((one) => PostSchema.safeParse(one).data?.id ?? []));
  const gone = part.filter(({ id }) => !there.has(id));
  const next = cursor.recheckFrom + AT_ONCE;
  const kept = held.filter((one) => !gone.includes(one));
  return ok({
    items: gone.map((one) => removalOf(one, now, known)),
    cursor: {
      ...cursor,
      known: kept,
      ...(begun ? { recheckedAt: begun } : {}),
      recheckFrom: next < held.length ? next - gone.length : 0,
    },
  });
};

const removalOf = ({ nativeId }: Known, now: Date, known: Readonly<Record<string, string>>): RawItem =>
  rawItemOf({ deleted: true, id: nativeId, deletedAt: now.toISOString() }, known);
