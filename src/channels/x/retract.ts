import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { openClient } from './client.ts';
import type { XContext } from './context.ts';
import { xPrices } from './prices.ts';

/** https://docs.x.com/x-api/posts/delete-post: ours only; it costs too. What is not there any more is taken back already. */
export const retractX = async (
  context: XContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  if (!/^\d{1,25}$/.test(nativeId)) return err({ kind: 'not-found', detail: 'no post of X' });
  const deleted = await openClient(context).buy(
    { method: 'DELETE', path: `/2/tweets/${nativeId}` },
    z.object({ data: z.object({ deleted: z.boolean() }) }),
    {
      worst: xPrices.postDelete,
      thingsOf: () => [{ id: `delete:${nativeId}`, price: xPrices.postDelete }],
      isListening: false,
    },
  );
  if (deleted.ok || deleted.error.status === 404) return ok(undefined);
  return err(deleted.error.problem);
};
