import type {
  Account,
  Channel,
  ChannelContext,
  Draft,
  Json,
  PushDelivery,
} from '../../../../src/channels/contract.ts';
import type { ChannelEvent, Item, RawItem } from '../../../../src/channels/events.ts';
import { type Clock, systemClock } from '../../../../src/platform/clock.ts';
import type { GuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { silentLog } from '../../../../src/platform/log.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import type { RunningMeta } from './meta-server.ts';

const must = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('this channel does not do that');
  return value;
};

const RETURN_URL = 'https://casa.example/api/connections/oauth/callback';
export const DOOR = {
  url: 'https://casa.example/in/k',
  token: 'parola-della-porta',
  earlierTokens: ['parola-di-ieri'],
};

type Opened = {
  readonly meta: RunningMeta;
  readonly http: GuardedFetch;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly clock?: Clock;
};

/** A channel of Meta's as the core holds it: secrets and state that it keeps are there the next time. */
export const openMeta = <Settings, Secrets, Payload>(
  channel: Channel<Settings, Secrets, Payload>,
  { meta, http, settings = {}, clock = systemClock }: Opened,
) => {
  let secrets: Record<string, unknown> = { clientSecret: meta.app.secret };
  const pushState: Record<string, Json> = {};
  let account: Account | null = null;
  let cursor: Json = null;
  const parsed = channel.settingsSchema.parse({ clientId: meta.app.id, apiUrl: meta.origin, ...settings });
  const context = (): ChannelContext<Settings, Secrets> => ({
    ...{
      connectionId: 'prova',
      settings: parsed,
      secrets: channel.secretsSchema.parse(secrets),
      account,
      http,
      clock,
      log: silentLog,
    },
    keepSecrets: async (change) => {
      secrets = { ...secrets, ...(change as object) };
    },
    door: DOOR,
    pushState: { ...pushState },
    keepPushState: async (change) => {
      Object.assign(pushState, change);
    },
  });
  const eventsOf = (items: readonly RawItem[]): readonly ChannelEvent[] =>
    items.flatMap((raw) => channel.normalise(raw));
  return {
    context,
    eventsOf,
    secrets: () => secrets,
    give: (change: Record<string, unknown>) => {
      secrets = { ...secrets, ...change };
    },
    /** To the page of permission and back, as a person would go. */
    authorise: async () => {
      meta.state.redirectUris = [RETURN_URL];
      const begun = expectOk(await must(channel.authorise).begin(context() as never, RETURN_URL, 'stato'));
      const page = await http.request(begun.url, { redirect: 'manual' });
      const back = new URL(expectOk(page).headers.get('location') ?? 'https://casa.example/rifiutato');
      const done = await must(channel.authorise).complete(
        context() as never,
        begun.keep,
        Object.fromEntries(back.searchParams),
      );
      if (done.ok) secrets = { ...secrets, ...(done.value as object) };
      return done;
    },
    check: async () => {
      const health = await channel.check(context());
      if (health.ok) account = health.value.account;
      return health;
    },
    poll: async (searches: readonly string[] = []) => {
      const wants = (text: string) =>
        searches.some((term) => text.toLowerCase().includes(term.toLowerCase()));
      const polled = await must(channel.receive.poll)(context(), cursor, { searches, wants });
      if (polled.ok) cursor = polled.value.cursor;
      return polled.ok ? { ok: true as const, value: eventsOf(polled.value.items) } : polled;
    },
    accept: (
      method: string,
      path: string,
      given: { query?: Record<string, string>; headers?: Record<string, string>; body?: string } = {},
    ) =>
      must(channel.receive.push).accept(context(), {
        ...{ method, path, query: given.query ?? {}, headers: given.headers ?? {} },
        rawBody: new TextEncoder().encode(given.body ?? ''),
      }),
    take: async (body: string, note: Record<string, string> = {}) => {
      const delivery: PushDelivery = {
        ...{
          id: '1',
          receivedAt: new Date(),
          attempt: 1,
          note,
          method: 'POST',
          path: '',
          query: {},
          headers: {},
        },
        rawBody: new TextEncoder().encode(body),
      };
      const read = await must(channel.receive.push).read(context(), delivery);
      return read.ok
        ? { ok: true as const, value: eventsOf(read.value.items), refusal: read.value.refusal }
        : read;
    },
    compose: async (
      item: Pick<Item, 'nativeId' | 'replyContext' | 'author' | 'saidAt'>,
      text: string,
      more: Partial<Draft> = {},
    ) => {
      const draft: Draft = {
        ...{
          text,
          media: [],
          options: {},
          signedBy: { name: 'Marta' },
          writtenAt: clock.now().toISOString(),
        },
        inReplyTo: {
          ...{ nativeId: item.nativeId, references: [], authorNativeId: item.author.nativeId },
          ...{ saidAt: item.saidAt ?? '', context: item.replyContext },
        },
        ...more,
      };
      return must(channel.compose)(draft, expectOk(await channel.limits(context())));
    },
    send: (payload: Payload, opKey = '0190f0c2-0000-7000-8000-000000000001') =>
      must(channel.send)({ ...context(), loadMedia: async () => new Uint8Array([1, 2, 3]) }, payload, opKey),
    settle: (payload: Payload, since: Date, opKey = '0190f0c2-0000-7000-8000-000000000001') =>
      must(channel.settle)(context(), payload, opKey, since),
    hide: (id: string, isHidden: boolean) => must(channel.hide)(context(), id, isHidden),
    retract: (id: string) => must(channel.retract)(context(), id),
  };
};

export const itemsOf = (events: readonly ChannelEvent[]): readonly Item[] =>
  events.flatMap((event) => (event.kind === 'item' ? [event.item] : []));

export const itemNamed = (events: readonly ChannelEvent[], nativeId: string): Item => {
  const found = itemsOf(events).find((item) => item.nativeId === nativeId);
  if (!found) throw new Error(`no item ${nativeId} among ${itemsOf(events).map((one) => one.nativeId)}`);
  return found;
};
