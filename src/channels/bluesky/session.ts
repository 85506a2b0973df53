import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelContext } from '../contract.ts';
import { textDigest } from '../text-digest.ts';
import type { BlueskySecrets, BlueskySettings } from './settings.ts';
import { callXrpc, type XrpcFailure } from './xrpc.ts';

export type BlueskyContext = ChannelContext<BlueskySettings, BlueskySecrets>;

const SessionSchema = z.object({
  did: z.string().startsWith('did:'),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
  /** The server where the account really lives (the service may be only its entrance). */
  host: z.string(),
  /** What it was opened with, digested: other settings need another session. */
  openedWith: z.string(),
});
export type Session = z.infer<typeof SessionSchema>;

/** The session kept from before, when it belongs to these very settings. */
export const keptSession = ({ settings, secrets }: BlueskyContext): Session | undefined => {
  try {
    const parsed = SessionSchema.safeParse(JSON.parse(secrets.session ?? 'null'));
    return parsed.success && parsed.data.openedWith === keyOf(settings, secrets) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

const AnswerSchema = z.object({
  did: z.string().startsWith('did:'),
  handle: z.string(),
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  active: z.boolean().optional(),
  status: z.string().optional(),
  didDoc: z.unknown().optional(),
});
type Answer = z.infer<typeof AnswerSchema>;

/** Signs in with the app password. 300 a day and 30 in 5 minutes are allowed: for when there is no session. */
export const signIn = async (context: BlueskyContext): Promise<Result<Session, XrpcFailure>> => {
  const { settings, secrets } = context;
  const answer = await callXrpc(
    context,
    settings.service,
    {
      nsid: 'com.atproto.server.createSession',
      method: 'POST',
      input: { identifier: settings.handle, password: secrets.appPassword },
    },
    AnswerSchema,
  );
  return answer.ok ? keep(context, answer.value.output, settings.service) : err(readable(answer.error));
};

/** New tokens for old. Undefined when the session is over and signing in is needed. */
export const refreshSession = async (
  context: BlueskyContext,
  session: Session,
): Promise<Result<Session, XrpcFailure> | undefined> => {
  const answer = await callXrpc(
    context,
    session.host,
    { nsid: 'com.atproto.server.refreshSession', method: 'POST', token: session.refreshJwt },
    AnswerSchema,
  );
  if (answer.ok) return keep(context, answer.value.output, session.host);
  const isOver = /^(ExpiredToken|InvalidToken|AuthMissing|AuthenticationRequired)$/.test(
    answer.error.error ?? '',
  );
  return isOver ? undefined : answer;
};

const keep = async (
  context: BlueskyContext,
  answer: Answer,
  service: string,
): Promise<Result<Session, XrpcFailure>> => {
  if (answer.active === false) return err(inactive(answer.status));
  const { did, handle, accessJwt, refreshJwt } = answer;
  const session: Session = {
    did,
    handle,
    accessJwt,
    refreshJwt,
    host: hostOf(answer.didDoc) ?? service,
    openedWith: keyOf(context.settings, context.secrets),
  };
  await context.keepSecrets({ session: JSON.stringify(session) });
  return ok(session);
};

const keyOf = (settings: BlueskySettings, secrets: BlueskySecrets): string =>
  textDigest(settings.service, settings.handle, secrets.appPassword);

const DidDocumentSchema = z.object({
  service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() })),
});

/** https://atproto.com/specs/did: the service whose id ends with `#atproto_pds`. */
const hostOf = (didDocument: unknown): string | undefined => {
  const services = DidDocumentSchema.safeParse(didDocument).data?.service ?? [];
  const endpoint = services.find((service) => service.id.endsWith('#atproto_pds'))?.serviceEndpoint;
  const url = typeof endpoint === 'string' ? URL.parse(endpoint) : null;
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
};

const inactive = (status: string | undefined): XrpcFailure => ({
  problem: {
    kind: 'forbidden',
    detail: `the account is not active (${status?.slice(0, 40) ?? 'no reason given'})`,
  },
  effect: 'none',
});

/** A second factor is asked only for the main password. */
const readable = (failure: XrpcFailure): XrpcFailure =>
  failure.error === 'AuthFactorTokenRequired'
    ? {
        ...failure,
        problem: {
          kind: 'misconfigured',
          field: 'appPassword',
          detail: 'this is the main password: an app password is needed',
        },
      }
    : failure;
