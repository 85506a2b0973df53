import { type Dispatcher, fetch, type Response } from 'undici';
import type { FetchLimits } from './limits.ts';
import { FetchRefusal } from './problem.ts';
import type { AddressPolicy } from './public-address.ts';
import { nextHop, type Outgoing } from './target.ts';

export interface Redirect {
  readonly status: number;
  readonly from: string;
  readonly to: string;
  /** 301 or 308: who keeps the old address should keep the new one instead. */
  readonly isPermanent: boolean;
}

export interface Exchange {
  readonly response: Response;
  readonly url: URL;
  readonly redirects: readonly Redirect[];
}

export interface ExchangeContext {
  readonly dispatcher: Dispatcher;
  readonly policy: AddressPolicy;
  readonly limits: FetchLimits;
  readonly redirect: 'follow' | 'manual' | 'error';
  readonly signal: AbortSignal;
}

/** Sends, following redirects by hand so that each is judged like a first request. Throws; the body is unread. */
export const exchange = async (first: Outgoing, context: ExchangeContext): Promise<Exchange> => {
  const redirects: Redirect[] = [];
  let sent = first;
  for (;;) {
    const response = await send(sent, context);
    if (context.redirect === 'manual') return { response, url: sent.url, redirects };
    const next = await followOrDiscard(sent, response, context);
    if (!next) return { response, url: sent.url, redirects };
    const isPermanent = response.status === 301 || response.status === 308;
    redirects.push({ status: response.status, from: sent.url.href, to: next.url.href, isPermanent });
    if (redirects.length > context.limits.maxRedirects || context.redirect === 'error') {
      throw new FetchRefusal({
        kind: 'too-many-redirects',
        limit: context.redirect === 'error' ? 0 : context.limits.maxRedirects,
      });
    }
    sent = next;
  }
};

const send = ({ url, method, headers, body }: Outgoing, context: ExchangeContext): Promise<Response> =>
  fetch(url, {
    method,
    headers: [...headers],
    redirect: 'manual',
    signal: context.signal,
    dispatcher: context.dispatcher,
    ...(body === undefined ? {} : { body }),
  });

/** A redirect's own body is thrown away unread, also when the redirect is refused. */
const followOrDiscard = async (
  sent: Outgoing,
  response: Response,
  { policy }: ExchangeContext,
): Promise<Outgoing | undefined> => {
  let next: Outgoing | undefined;
  try {
    next = nextHop(sent, response.status, response.headers.get('location'), policy);
  } catch (error) {
    await discard(response);
    throw error;
  }
  if (next) await discard(response);
  return next;
};

const discard = async (response: Response): Promise<void> => {
  await response.body?.cancel().catch(() => undefined);
};
