import { z } from 'zod';
import type { PostChange } from './firehose-frame.ts';
import type { StreamSource, StreamWord } from './stream-source.ts';

const POSTS = 'app.bsky.feed.post';
const SECOND_US = 1_000_000;
const HOUR_MS = 3_600_000;

/**
 * Jetstream (https://github.com/bluesky-social/jetstream, `/subscribe`): the same network as JSON, and of it only the posts. Places are
 * microseconds since 1970. It proves nothing of who wrote what: for those who want the signed truth there is the firehose.
 */
export const openJetstream = (url: string): StreamSource => ({
  id: `jetstream ${url}`,
  address: (after) => {
    const cursor = after === undefined ? '' : `&cursor=${Math.max(0, after - 5 * SECOND_US)}`;
    return `${url}/subscribe?wantedCollections=${POSTS}${cursor}`;
  },
  read: (data) => (typeof data === 'string' ? wordOf(data) : { kind: 'unreadable' }),
  // "maybe provide a negative buffer (i.e. subtract a few seconds) to ensure gapless playback"
  overlap: 5 * SECOND_US,
  replayMs: 24 * HOUR_MS,
});

const EventSchema = z.object({
  did: z.string().startsWith('did:'),
  time_us: z.number().int().positive(),
  kind: z.string(),
  commit: z
    .object({
      operation: z.string(),
      collection: z.string(),
      rkey: z.string().regex(/^[\w.~:-]{1,512}$/),
      cid: z.string().optional(),
      record: z.unknown().optional(),
    })
    .optional(),
  account: z.object({ active: z.boolean(), status: z.string().optional() }).optional(),
});
type Event = z.infer<typeof EventSchema>;

const wordOf = (text: string): StreamWord => {
  const value = parse(text);
  // The answer to a heartbeat has no place in the stream.
  if (isHeartbeat(value)) return { kind: 'nothing' };
  const event = EventSchema.safeParse(value).data;
  if (!event) return { kind: 'unreadable' };
  const time = new Date(event.time_us / 1_000);
  if (Number.isNaN(time.getTime())) return { kind: 'unreadable' };
  const { active, status } = event.account ?? { active: true, status: undefined };
  const isGone = event.kind === 'account' && !active && (status === 'deleted' || status === 'takendown');
  return {
    kind: 'event',
    event: {
      at: event.time_us,
      time: time.toISOString(),
      changes: () => changesOf(event),
      ...(isGone ? { goneDid: event.did } : {}),
    },
  };
};

const changesOf = ({ kind, did, commit }: Event): readonly PostChange[] => {
  if (kind !== 'commit' || commit?.collection !== POSTS) return [];
  const uri = `at://${did}/${POSTS}/${commit.rkey}`;
  if (commit.operation === 'delete') return [{ action: 'delete', uri }];
  if (commit.operation !== 'create' && commit.operation !== 'update') return [];
  const { cid, record } = commit;
  return cid ? [{ action: 'put', uri, cid, record, isAuthentic: () => true }] : [];
};

const isHeartbeat = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'heartbeat';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
