import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { ApiFailure } from './call-api.ts';
import { type FediverseClient, ListSchema } from './client.ts';
import { StatusSchema } from './entities.ts';
import { searchableText } from './gather.ts';

export type Search = {
  readonly term: string;
  /** The newest `created_at` that is ours. */
  readonly seen: string | undefined;
  wants(text: string): boolean;
};

export type Found = {
  /** As they came, oldest first. */
  readonly documents: readonly unknown[];
  readonly seen: string | undefined;
};

/** Statuses reach an instance late: those of the last day are looked at again. */
const OVERLAP_MS = 24 * 60 * 60 * 1_000;

/** What the instance knows of a term: `#vino` on its timeline, words where it has a search of its own. */
export const pollWatch = async (
  client: FediverseClient,
  search: Search,
): Promise<Result<Found, ApiFailure>> => {
  const answer = await ask(client, search.term.trim());
  if (!answer.ok) return answer;
  const from = search.seen ? Date.parse(search.seen) - OVERLAP_MS : Number.NEGATIVE_INFINITY;
  let seen = search.seen;
  const documents = answer.value.filter((document) => {
    const status = StatusSchema.safeParse(document).data;
    const at = Date.parse(status?.created_at ?? '');
    if (!status || at < from || !search.wants(searchableText(status))) return false;
    if (!Number.isNaN(at) && (seen === undefined || at > Date.parse(seen))) seen = new Date(at).toISOString();
    return true;
  });
  return ok({ documents: documents.toReversed(), seen });
};

const LIMIT = 40;
const FoundSchema = z.object({ statuses: ListSchema });

const ask = async (
  client: FediverseClient,
  term: string,
): Promise<Result<readonly unknown[], ApiFailure>> => {
  const tag = hashtagOf(term);
  if (tag !== undefined) {
    const path = `/api/v1/timelines/tag/${encodeURIComponent(tag)}`;
    const answer = await client.call({ path, params: { limit: LIMIT } }, ListSchema);
    return answer.ok ? ok(answer.value.output) : answer;
  }
  const params = { q: term, type: 'statuses', limit: LIMIT };
  const answer = await client.call({ path: '/api/v2/search', params }, FoundSchema);
  return answer.ok ? ok(answer.value.output.statuses) : answer;
};

/** What stands behind the # of a term that is nothing but a hashtag. */
export const hashtagOf = (term: string): string | undefined =>
  /^#([\p{L}\p{N}\p{M}_·]+)$/u.exec(term.trim())?.[1];
