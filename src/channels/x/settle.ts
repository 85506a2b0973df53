import type { Settlement } from '../contract.ts';
import { openClient } from './client.ts';
import type { XPayload } from './compose.ts';
import type { XContext } from './context.ts';
import { FIELDS, PageSchema, PostSchema } from './entities.ts';
import { normaliseX } from './normalise.ts';
import { xPrices } from './prices.ts';
import { thingsIn } from './read-page.ts';
import { rawItemOf } from './read-raw.ts';
import { published } from './send.ts';

const TOLERANCE_MS = 2 * 60_000;
/** A request that we gave up may still be on its way: before this, not having found it means nothing. */
const MAY_STILL_COME_MS = 30_000;
const LOOK_AGAIN_MS = 60_000;
const MOST = 20;

/** Looks among our own newest posts for one since just before the attempt with the same words and the same parent. */
export const settleX = async (
  context: XContext,
  payload: XPayload,
  _opKey: string,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const accountId = context.account?.nativeId ?? '';
  const since = new Date(attemptStartedAt.getTime() - TOLERANCE_MS);
  const page = await openClient(context).buy(
    {
      path: `/2/users/${accountId}/tweets`,
      query: {
        ...FIELDS,
        expansions: undefined,
        'user.fields': undefined,
        max_results: MOST,
        start_time: `${since.toISOString().slice(0, 19)}Z`,
      },
    },
    PageSchema,
    {
      worst: MOST * xPrices.ownedRead,
      thingsOf: (answer) => thingsIn(answer, xPrices.ownedRead),
      isListening: false,
    },
  );
  if (!page.ok) {
    const { problem } = page.error;
    const wait = problem.kind === 'rate-limited' ? problem.retryAfterMs : undefined;
    return { state: 'unclear', lookAgainMs: wait ?? LOOK_AGAIN_MS };
  }
  const ours = page.value.data.find((document) => isSame(document, payload));
  const id = PostSchema.safeParse(ours).data?.id;
  if (id) return published(context, id);
  const passed = context.clock.now().getTime() - attemptStartedAt.getTime();
  const isWhole = page.value.meta.next_token === undefined;
  return isWhole && passed >= MAY_STILL_COME_MS
    ? { state: 'absent' }
    : { state: 'unclear', lookAgainMs: Math.max(1_000, MAY_STILL_COME_MS - passed) };
};

/** By letters: addresses are written anew there, and a post that answers may begin with the names of whom it answers. */
const isSame = (document: unknown, { text, answers }: XPayload): boolean => {
  const [event] = normaliseX(rawItemOf(document, {}));
  if (event?.kind !== 'item') return false;
  const { item } = event;
  const isParent = (item.parentNativeId ?? '') === (answers ?? '');
  return isParent && letters(item.text) === letters(text);
};

const letters = (text: string): string =>
  text
    .replace(/^(?:@\w+\s+)+/, '')
    .replace(/https?:\/\//gi, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '');
