import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import type { ApiFailure } from './call-api.ts';
import { type FediverseClient, type FediverseContext, ListSchema, openClient } from './client.ts';
import { readStreamCursor, type Self, writeCursor } from './cursor.ts';
import { NotificationSchema, StatusSchema } from './entities.ts';
import { createGathering, type Gathering, searchableText } from './gather.ts';
import { readInstance } from './instance.ts';
import { personKey } from './people.ts';
import { hashtagOf } from './poll-watches.ts';
import { readSelf } from './self.ts';
import { streamsAt } from './stream-probe.ts';
import { listenTo, type Subscription } from './stream-socket.ts';

/** An instance that does not stream is asked again so often: it may learn. */
const ASK_AGAIN_MS = 60 * 60_000;
const MOST_HASHTAGS = 10;

/**
 * What happens on our own timeline as it happens: notifications, edits, deletions, and the hashtags of the watches.
 * Where there is no stream it waits without complaint, and the polls do the work.
 */
export const streamFediverse = async (
  context: FediverseContext,
  cursor: Json,
  targets: ReceiveTargets,
  onBatch: (batch: Batch) => Promise<void>,
  onOpen: () => void,
  signal: AbortSignal,
): Promise<Result<void, ChannelProblem>> => {
  const client = openClient(context);
  const instance = await readInstance(client);
  if (!instance.ok) return err(instance.error.problem);
  const { streaming } = instance.value;
  if (!streaming || !(await streamsAt(context, streaming))) return rest(ASK_AGAIN_MS, signal);
  const self = await readSelf(client);
  if (!self.ok) return err(self.error.problem);
  const begun = readStreamCursor(cursor, client.origin);
  const now = () => context.clock.now().toISOString();
  const seeded = await withRecent(client, createGathering(client, self.value, begun.known, now()));
  if (!seeded.ok) return err(seeded.error.problem);
  let known = seeded.value;

  const onMessages = async (messages: readonly string[]): Promise<ChannelProblem | undefined> => {
    const gathering = createGathering(client, self.value, known, now());
    const failure = await takeMessages(messages, gathering, self.value, targets);
    known = [...gathering.known.values()];
    if (gathering.items.length > 0) {
      await onBatch({ items: gathering.items, cursor: writeCursor({ origin: client.origin, known }) });
    }
    // What was not taken comes again by the polls.
    return failure?.problem;
  };
  const token = context.secrets.pastedToken ?? context.secrets.accessToken ?? '';
  const wanted = () => subscriptionsFor(targets, context.settings.publicSearch);
  return listenTo(context, streaming, { token, wanted, onOpen, onMessages, signal });
};

/** Deletions name ids only: those of what came shortly before are learnt at the beginning. */
const withRecent = async (client: FediverseClient, gathering: Gathering) => {
  const recent = await client.call({ path: '/api/v1/notifications', params: { limit: 40 } }, ListSchema);
  if (!recent.ok) return recent;
  for (const document of recent.value.output.toReversed()) {
    const status = NotificationSchema.safeParse(document).data?.status;
    // Known by an empty revision: whatever comes of it is news to this stream.
    if (status && !gathering.known.has(status.uri)) {
      gathering.known.set(status.uri, { id: status.id, uri: status.uri, revision: '' });
    }
  }
  return ok([...gathering.known.values()]);
};

const subscriptionsFor = (targets: ReceiveTargets, publicSearch: boolean): readonly Subscription[] => {
  const tags = publicSearch ? targets.searches.flatMap((term) => hashtagOf(term)?.toLowerCase() ?? []) : [];
  return [
    { stream: 'user' },
    ...[...new Set(tags)].slice(0, MOST_HASHTAGS).map((tag) => ({ stream: 'hashtag', tag }) as const),
  ];
};

const MessageSchema = z.object({ event: z.string(), payload: z.unknown() });

const takeMessages = async (
  messages: readonly string[],
  gathering: Gathering,
  self: Self,
  targets: ReceiveTargets,
): Promise<ApiFailure | undefined> => {
  for (const text of messages) {
    const message = MessageSchema.safeParse(parse(text)).data;
    if (!message) continue;
    const { event, payload } = message;
    if (event === 'delete') {
      const gone = typeof payload === 'string' ? gathering.byId(payload) : undefined;
      if (gone) gathering.remove(gone.uri);
      continue;
    }
    const document = typeof payload === 'string' ? parse(payload) : payload;
    if (!isForUs(event, document, gathering, self, targets)) continue;
    const taken = await gathering.take(document);
    if (!taken.ok) return taken.error;
  }
  return undefined;
};

/** Everything told to us, and of the timelines what is ours, known or wanted. */
const isForUs = (
  event: string,
  document: unknown,
  { known }: Gathering,
  self: Self,
  targets: ReceiveTargets,
): boolean => {
  if (event === 'notification') return true;
  if (event !== 'update' && event !== 'status.update') return false;
  const status = StatusSchema.safeParse(document).data;
  if (!status) return false;
  const isOurs = personKey(status.account, self.domain) === self.key;
  return isOurs || known.has(status.uri) || targets.wants(searchableText(status));
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const rest = (ms: number, signal: AbortSignal): Promise<Result<void, ChannelProblem>> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve(ok(undefined));
    };
    const timer = setTimeout(end, signal.aborted ? 0 : ms);
    signal.addEventListener('abort', end, { once: true });
  });
