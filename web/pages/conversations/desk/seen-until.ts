import type { ThreadDetail } from '../views.ts';

/** Before anything was said. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** When the latest of our own words was said that this screen shows, whoever said it. */
export const seenUntil = ({ mentions, replies }: Pick<ThreadDetail, 'mentions' | 'replies'>): string =>
  [
    NEVER,
    ...mentions.filter(({ ours }) => ours).map(({ saidAt }) => saidAt),
    ...replies.filter(({ state }) => state !== 'undone').map(({ createdAt }) => createdAt),
  ].reduce((latest, at) => (Date.parse(at) > Date.parse(latest) ? at : latest));
