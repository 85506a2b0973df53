import { ok, type Result } from '../../platform/result.ts';
import type { ReceiveTargets } from '../contract.ts';
import type { StreamGap } from '../model/stream-gap.ts';
import type { BlueskyClient } from './client.ts';
import { pollSearch } from './poll-search.ts';
import type { PostView } from './views.ts';
import type { XrpcFailure } from './xrpc.ts';

/** Pages of a hundred for each search: two thousand posts about one thing within a gap. */
const MOST_PAGES = 20;

/** What the network's own search has for the watches since the gap began (and ten minutes before), oldest first. */
export const searchGap = async (
  client: BlueskyClient,
  targets: ReceiveTargets,
  gap: StreamGap,
): Promise<Result<readonly PostView[], XrpcFailure>> => {
  const found: PostView[] = [];
  for (const term of new Set(targets.searches)) {
    if (term.trim() === '') continue;
    const answer = await pollSearch(client, term, gap.since, (text) => targets.wants(text), MOST_PAGES);
    if (!answer.ok && answer.error.effect === 'refused') continue;
    if (!answer.ok) return answer;
    found.push(...answer.value.documents);
  }
  return ok(found);
};
