import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { ChannelContext, Json, PushRequest, PushVerdict } from '../contract.ts';
import { isSameSecret, isSignedWith, type SignatureAlgorithm } from '../doors/signatures.ts';
import type { FeedHub } from './discover-hub.ts';
import type { FeedSecrets, FeedSettings } from './settings.ts';

type Context = ChannelContext<FeedSettings, FeedSecrets>;

const PLACE = 'websub';
const HOUR_MS = 3_600_000;
const LEASE_SECONDS = 10 * 24 * 3_600;

/** What the connection remembers of its subscription; instants in ISO 8601. */
const SubscriptionSchema = z.object({
  hub: z.string(),
  topic: z.string(),
  state: z.enum(['asked', 'active', 'refused']),
  askedAt: z.string(),
  /** When the hub forgets us unless asked again, and when we ask again. */
  until: z.string().optional(),
  renewAt: z.string().optional(),
});
export type Subscription = z.infer<typeof SubscriptionSchema>;

const readSubscription = (pushState: Readonly<Record<string, Json>> | undefined) =>
  SubscriptionSchema.safeParse(pushState?.[PLACE]).data;

/** Whether the hub should be asked (again) now. A refusal or a silence is not pressed: the polls go on meanwhile. */
export const isToBeAsked = (known: Subscription | undefined, found: FeedHub, now: Date): boolean => {
  if (!known || known.hub !== found.hub || known.topic !== found.topic) return true;
  if (known.state === 'active' && known.renewAt !== undefined)
    return Date.parse(known.renewAt) <= now.getTime();
  const rest = known.state === 'refused' ? 24 * HOUR_MS : HOUR_MS;
  return Date.parse(known.askedAt) + rest <= now.getTime();
};

/** Asks the feed's hub to bring us what is new (https://www.w3.org/TR/websub/#subscribing), and again before its word ends. */
export const keepSubscribed = async (context: Context, found: FeedHub | undefined): Promise<void> => {
  const { door, clock, http, keepPushState } = context;
  const known = readSubscription(context.pushState);
  const wanted = found ?? known;
  if (!door || !keepPushState || !wanted || !isToBeAsked(known, wanted, clock.now())) return;
  const { hub, topic } = wanted;
  const asked: Subscription = { hub, topic, state: 'asked', askedAt: clock.now().toISOString() };
  // Before the call: a hub may verify while we still wait for its answer. A subscription under renewal goes on meanwhile.
  const isRenewal = known?.state === 'active' && known.hub === hub && known.topic === topic;
  const before: Subscription = isRenewal ? { ...known, renewAt: inAnHour(clock.now()) } : asked;
  await keepPushState(placed(before));
  const answer = await http.request(hub, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': `${door.url}/websub/${topicMark(topic, door.token)}`,
      'hub.secret': door.token,
      'hub.lease_seconds': String(LEASE_SECONDS),
    }).toString(),
    maxBytes: 100_000,
  });
  const isTaken = answer.ok && answer.value.status >= 200 && answer.value.status < 300;
  if (!isTaken && !isRenewal) await keepPushState(placed({ ...asked, state: 'refused' }));
};

const placed = (subscription: Subscription): Readonly<Record<string, Json>> => ({
  [PLACE]: subscription as unknown as Json,
});

const inAnHour = (now: Date): string => new Date(now.getTime() + HOUR_MS).toISOString();

/** Binds the callback's address to its topic, so that a hub's word about another is known for what it is. */
const topicMark = (topic: string, token: string): string =>
  createHmac('sha256', token).update(`websub ${topic}`).digest('base64url').slice(0, 32);

/** Verification of intent and content distribution (5.3, 7): pure, over the raw bytes. */
export const acceptWebSub = (context: Context, request: PushRequest): PushVerdict => {
  const known = readSubscription(context.pushState);
  const mark = /^websub\/([\w-]{32})$/.exec(request.path)?.[1];
  const tokens = context.door ? [context.door.token, ...context.door.earlierTokens] : [];
  if (!known || !tokens.some((token) => isSameSecret(mark, topicMark(known.topic, token)))) return nothing;
  if (request.method === 'GET') return verify(known, request.query);
  if (request.method !== 'POST') return nothing;
  // A wrong signature is acknowledged and ignored (7.1.2): who guesses learns nothing.
  return isFromHub(request, tokens)
    ? { kind: 'keep', answer: { status: 202 }, note: { kind: 'content', topic: known.topic } }
    : { kind: 'answer', answer: { status: 202 } };
};

const nothing: PushVerdict = { kind: 'answer', answer: { status: 404 } };

const verify = (known: Subscription, query: PushRequest['query']): PushVerdict => {
  if (query['hub.topic'] !== known.topic) return nothing;
  const mode = query['hub.mode'];
  const challenge = query['hub.challenge'];
  if (mode === 'denied') return { kind: 'keep', note: { kind: 'denied' } };
  const seconds = Number(query['hub.lease_seconds']);
  if (mode !== 'subscribe' || !challenge || !(seconds > 0)) return nothing;
  const lease = String(Math.min(seconds, 365 * 24 * 3_600));
  return { kind: 'keep', answer: { status: 200, body: challenge }, note: { kind: 'granted', lease } };
};

const algorithms: readonly string[] = ['sha1', 'sha256', 'sha384', 'sha512'];

const isFromHub = ({ headers, rawBody }: PushRequest, tokens: readonly string[]): boolean => {
  const [method = '', signature = ''] = (headers['x-hub-signature'] ?? '').split('=', 2);
  const algorithm = method.trim().toLowerCase();
  return (
    algorithms.includes(algorithm) &&
    isSignedWith(tokens, algorithm as SignatureAlgorithm, rawBody, signature.trim())
  );
};

/** The hub has said yes, for so long: it is asked again when three quarters have gone by. */
export const noteGranted = async (context: Context, leaseSeconds: number): Promise<void> => {
  const known = readSubscription(context.pushState);
  if (!known) return;
  const now = context.clock.now().getTime();
  const at = (part: number) => new Date(now + leaseSeconds * 1000 * part).toISOString();
  const granted: Subscription = { ...known, state: 'active', until: at(1), renewAt: at(0.75) };
  await context.keepPushState?.(placed(granted));
};

export const noteDenied = async (context: Context): Promise<void> => {
  const known = readSubscription(context.pushState);
  if (!known) return;
  const denied: Subscription = { ...known, state: 'refused', askedAt: context.clock.now().toISOString() };
  await context.keepPushState?.(placed(denied));
};
