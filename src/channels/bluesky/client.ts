import type { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { type BlueskyContext, keptSession, refreshSession, type Session, signIn } from './session.ts';
import { callXrpc, type XrpcAnswer, type XrpcCall, type XrpcFailure } from './xrpc.ts';

type Params = NonNullable<XrpcCall['params']>;

/** Our account on its server; tokens are renewed on the way when they have run out. */
export type BlueskyClient = {
  readonly did: string;
  readonly handle: string;
  /** The token in use, for those who look at what it grants. */
  accessToken(): string;
  query<Output>(
    nsid: string,
    params: Params,
    schema: z.ZodType<Output>,
  ): Promise<Result<XrpcAnswer<Output>, XrpcFailure>>;
  procedure<Output>(
    nsid: string,
    input: object,
    schema: z.ZodType<Output>,
  ): Promise<Result<XrpcAnswer<Output>, XrpcFailure>>;
  upload<Output>(
    bytes: NonNullable<XrpcCall['bytes']>,
    schema: z.ZodType<Output>,
  ): Promise<Result<XrpcAnswer<Output>, XrpcFailure>>;
};

/** The kept session, or a new one. */
export const openClient = async (context: BlueskyContext): Promise<Result<BlueskyClient, XrpcFailure>> => {
  const kept = keptSession(context);
  const opened = kept ? ok(kept) : await signIn(context);
  return opened.ok ? ok(clientOf(context, opened.value)) : opened;
};

const clientOf = (context: BlueskyContext, opened: Session): BlueskyClient => {
  let session = opened;
  const call = async <Output>(
    request: XrpcCall,
    schema: z.ZodType<Output>,
  ): Promise<Result<XrpcAnswer<Output>, XrpcFailure>> => {
    const perform = () => callXrpc(context, session.host, { ...request, token: session.accessJwt }, schema);
    const used = session.accessJwt;
    const first = await perform();
    if (first.ok || !needsRenewal(first.error)) return first;
    if (session.accessJwt === used) {
      const renewed = (await refreshSession(context, session)) ?? (await signIn(context));
      // The call itself was turned away: whatever went wrong with renewing, it had no effect.
      if (!renewed.ok) return err({ ...renewed.error, effect: 'none' });
      session = renewed.value;
    }
    return perform();
  };
  return {
    did: opened.did,
    handle: opened.handle,
    accessToken: () => session.accessJwt,
    query: (nsid, params, schema) => call({ nsid, method: 'GET', params }, schema),
    procedure: (nsid, input, schema) => call({ nsid, method: 'POST', input }, schema),
    upload: (bytes, schema) => call({ nsid: 'com.atproto.repo.uploadBlob', method: 'POST', bytes }, schema),
  };
};

/** ExpiredToken and InvalidToken come as 400, AuthMissing and others as 401. */
const needsRenewal = ({ error, problem }: XrpcFailure): boolean =>
  error === 'ExpiredToken' || error === 'InvalidToken' || problem.kind === 'unauthorised';
