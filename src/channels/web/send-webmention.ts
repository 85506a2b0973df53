import type { Clock } from '../../platform/clock.ts';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';
import { discoverEndpoint } from './discover-endpoint.ts';

type NotTold = {
  readonly problem: ChannelProblem;
  /** The request left, and what became of it is not known. */
  readonly sent: boolean;
  /** Trying again will not help. */
  readonly isFinal: boolean;
};

type Outside = { readonly http: GuardedFetch; readonly clock: Clock };

/** Tells `target` that `source` links to it: https://www.w3.org/TR/webmention/#sending-webmentions. Told again it is an update. */
export const sendWebmention = async (
  { http, clock }: Outside,
  { source, target }: { readonly source: string; readonly target: string },
): Promise<Result<{ readonly status: number }, NotTold>> => {
  const page = await http.request(target, {
    headers: { accept: 'text/html, */*;q=0.1' },
    maxBytes: 1_000_000,
  });
  if (!page.ok)
    return err({ problem: problemOfFetch(page.error), sent: false, isFinal: isForEver(page.error.kind) });
  const missing = problemOfStatus(page.value, clock);
  if (missing)
    return err({
      problem: missing,
      sent: false,
      isFinal: page.value.status < 500 && page.value.status !== 429,
    });
  const endpoint = discoverEndpoint({
    url: page.value.url,
    linkHeader: page.value.headers.get('link'),
    html: page.value.text(),
  });
  if (!endpoint)
    return err({
      problem: { kind: 'not-found', detail: 'the page takes no webmentions' },
      sent: false,
      isFinal: true,
    });
  const told = await http.request(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ source, target }).toString(),
    maxBytes: 100_000,
  });
  if (!told.ok)
    return err({ problem: problemOfFetch(told.error), sent: true, isFinal: isForEver(told.error.kind) });
  const refused = problemOfStatus(told.value, clock);
  if (!refused) return ok({ status: told.value.status });
  return err({
    problem: refused,
    sent: false,
    isFinal: told.value.status < 500 && told.value.status !== 429,
  });
};

const isForEver = (kind: string): boolean => ['blocked-address', 'bad-url', 'too-large'].includes(kind);
