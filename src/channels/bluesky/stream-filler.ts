import type { ReceiveTargets } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { type GapReason, joinGaps, readGap, type StreamGap, writeGap } from '../model/stream-gap.ts';
import type { BlueskyClient } from './client.ts';
import { rawItemOf } from './read-raw.ts';
import { searchGap } from './search-gap.ts';
import type { BlueskyContext } from './session.ts';

/** A search that failed is tried again after this. */
const AGAIN_MS = 60_000;
/** Of a gap that began before we knew when. */
const LONGEST_MS = 24 * 3_600_000;

/** Remembers what was missed, also across restarts, and searches for it. */
export const createFiller = (
  context: BlueskyContext,
  client: BlueskyClient,
  targets: ReceiveTargets,
  onFound: (items: readonly RawItem[]) => Promise<void>,
) => {
  const { clock, log, keepPushState } = context;
  let gap: StreamGap | undefined = readGap(context.pushState);
  let isNoted = true;
  let notBefore = 0;

  const note = (reason: GapReason, since: string | undefined, until: string): void => {
    const now = clock.now().getTime();
    const begun = Math.max(timeOf(since) ?? 0, now - LONGEST_MS);
    const found: StreamGap = {
      ...{ reason, since: new Date(begun).toISOString() },
      until: new Date(Math.max(begun, timeOf(until) ?? now)).toISOString(),
    };
    gap = joinGaps(gap, found);
    isNoted = false;
    log.warn(found, 'part of the stream was missed');
  };

  const fill = async (): Promise<void> => {
    if (gap === undefined || gap.filledAt !== undefined || performance.now() < notBefore) return;
    const missed = gap;
    if (!isNoted) await keepPushState?.(writeGap(missed));
    isNoted = true;
    const found = await searchGap(client, targets, missed);
    if (!found.ok) {
      notBefore = performance.now() + AGAIN_MS;
      return;
    }
    const items = found.value.map((post) => rawItemOf(post, { accountId: client.did }));
    if (items.length > 0) await onFound(items);
    // Another may have been noted meanwhile.
    if (gap !== missed) return;
    gap = { ...missed, filledAt: clock.now().toISOString() };
    await keepPushState?.(writeGap(gap));
    log.info({ since: missed.since, found: items.length }, 'what the stream missed was searched for');
  };

  return { note, fill };
};

/** Streams write instants as they like. */
const timeOf = (text: string | undefined): number | undefined => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
};
