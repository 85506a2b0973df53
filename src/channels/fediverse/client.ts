import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, SendContext } from '../contract.ts';
import { type ApiAnswer, type ApiCall, type ApiFailure, callApi } from './call-api.ts';
import { AccountSchema, type Status, StatusSchema } from './entities.ts';
import type { FediverseSecrets, FediverseSettings } from './settings.ts';

export type FediverseContext = ChannelContext<FediverseSettings, FediverseSecrets>;
export type FediverseSendContext = SendContext<FediverseSettings, FediverseSecrets>;

export type Answer<Output> = Promise<Result<ApiAnswer<Output>, ApiFailure>>;

/** An instance as our account sees it. */
export type FediverseClient = {
  readonly origin: string;
  call<Output>(call: ApiCall, schema: z.ZodType<Output>): Answer<Output>;
  /** The server has little patience left for us in these minutes: what can wait should. */
  isRunningLow(): boolean;
};

/** Of the 300 calls in five minutes that Mastodon allows, kept for what people ask for. */
const KEPT_BACK = 50;

export const openClient = (context: FediverseContext): FediverseClient => {
  const { instance: origin } = context.settings;
  const token = context.secrets.pastedToken ?? context.secrets.accessToken;
  let remaining = Number.POSITIVE_INFINITY;
  return {
    origin,
    call: async (call, schema) => {
      const answer = await callApi(context, origin, { token, ...call }, schema);
      const left = answer.ok ? answer.value.headers.get('x-ratelimit-remaining') : null;
      if (left !== null && /^\d+$/.test(left)) remaining = Number(left);
      return answer;
    },
    isRunningLow: () => remaining < KEPT_BACK,
  };
};

const MeSchema = AccountSchema.extend({
  source: z.object({ privacy: z.string().optional() }).optional().catch(undefined),
});
export type Me = z.infer<typeof MeSchema>;

/** Who we are. A token that is not (or no longer) good is `unauthorised`, also where the server says 422. */
export const readMe = async (client: FediverseClient): Answer<Me> => {
  const me = await client.call({ path: '/api/v1/accounts/verify_credentials' }, MeSchema);
  if (me.ok || me.error.status !== 422) return me;
  return err({ ...me.error, problem: { kind: 'unauthorised', detail: me.error.problem.detail } });
};

/** A list of what the schema reads; members of another shape are left out, each as it came beside what was read. */
export const ListSchema = z.array(z.unknown()).transform((values) => values.slice(0, 200));

export const readStatus = (client: FediverseClient, id: string): Answer<unknown> =>
  client.call(
    { path: `/api/v1/statuses/${encodeURIComponent(id)}` },
    z.looseObject({ id: z.string(), uri: z.string() }),
  );

const FoundSchema = z.object({ statuses: z.array(StatusSchema).catch([]) });

/** The instance's own copy of a status anywhere, fetched by it when need be; undefined when it cannot get at it. */
export const findByUri = async (
  client: FediverseClient,
  uri: string,
): Promise<Result<Status | undefined, ApiFailure>> => {
  const params = { q: uri, type: 'statuses', resolve: true, limit: 5 };
  const found = await client.call({ path: '/api/v2/search', params }, FoundSchema);
  if (!found.ok) return found;
  return ok(found.value.output.statuses.find((status) => status.uri === uri));
};
