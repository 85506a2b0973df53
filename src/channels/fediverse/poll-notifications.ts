import { ok, type Result } from '../../platform/result.ts';
import type { ApiFailure } from './call-api.ts';
import { type FediverseClient, ListSchema } from './client.ts';
import type { PollCursor } from './cursor.ts';
import { NotificationSchema } from './entities.ts';

type Place = PollCursor['notifications'];

export type NotificationPage = {
  /** As they came, oldest first. */
  readonly documents: readonly unknown[];
  readonly place: Place;
  readonly more: boolean;
};

const LIMIT = 30;
/** Ids are given out before they are visible: the newest few are read again each time. */
const OVERLAP = 8;

/**
 * One page, newest first from the top down to what we have (`since_id`, then `max_id`): the one way in which all
 * servers page alike. The first time there is nothing to go down to, and one page is enough.
 */
export const pollNotifications = async (
  client: FediverseClient,
  place: Place,
): Promise<Result<NotificationPage, ApiFailure>> => {
  const since = place.recent.at(-1);
  const params = { limit: LIMIT, since_id: since, max_id: place.page, include_filtered: true };
  const answer = await client.call({ path: '/api/v1/notifications', params }, ListSchema);
  if (!answer.ok) return answer;
  const page = answer.value.output.flatMap((document) => {
    const notice = NotificationSchema.safeParse(document).data;
    return notice ? [{ id: notice.id, document }] : [];
  });
  const ids = page.map(({ id }) => id);
  const newest = place.newest ?? [...new Set([...ids, ...place.recent])].slice(0, OVERLAP);
  const last = ids.at(-1);
  const more = since !== undefined && last !== undefined && last !== place.page && page.length >= LIMIT;
  const known = new Set(place.recent);
  return ok({
    documents: page
      .filter(({ id }) => !known.has(id))
      .map(({ document }) => document)
      .toReversed(),
    place: more ? { recent: place.recent, page: last, newest } : { recent: newest },
    more,
  });
};
