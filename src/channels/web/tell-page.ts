import type { Clock } from '../../platform/clock.ts';
import type { FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';
import { discoverEndpoint } from './discover-endpoint.ts';
import { discoverPingback } from './discover-pingback.ts';
import { readAnswer, writeCall } from './xml-rpc.ts';

type NotTold = {
  readonly problem: ChannelProblem;
  /** The request left, and what became of it is not known. */
  readonly sent: boolean;
  /** Trying again will not help. */
  readonly isFinal: boolean;
};

type Told = { readonly by: 'webmention' | 'pingback' };

type Outside = { readonly http: GuardedFetch; readonly clock: Clock };
type Link = { readonly source: string; readonly target: string };

/**
 * Tells `target` that `source` links to it, in the way that it asks for: by webmention
 * (https://www.w3.org/TR/webmention/#sending-webmentions), else by pingback (https://www.hixie.ch/specs/pingback/pingback-1.0).
 * Told again by webmention it is an update, by pingback it is nothing new.
 */
export const tellPage = async (outside: Outside, link: Link): Promise<Result<Told, NotTold>> => {
  const page = await outside.http.request(link.target, {
    headers: { accept: 'text/html, */*;q=0.1' },
    maxBytes: 1_000_000,
  });
  if (!page.ok)
    return err({ problem: problemOfFetch(page.error), sent: false, isFinal: isForEver(page.error.kind) });
  const missing = refusalOf(page.value, outside.clock);
  if (missing) return err(missing);
  const html = page.value.text();
  const at = { url: page.value.url, linkHeader: page.value.headers.get('link'), html };
  const endpoint = discoverEndpoint(at);
  if (endpoint) return sendWebmention(outside, endpoint, link);
  const server = discoverPingback({ header: page.value.headers.get('x-pingback'), html });
  if (server) return sendPingback(outside, server, link);
  const problem = { kind: 'not-found', detail: 'the page takes no webmentions and no pingbacks' } as const;
  return err({ problem, sent: false, isFinal: true });
};

const sendWebmention = async (
  { http, clock }: Outside,
  endpoint: string,
  { source, target }: Link,
): Promise<Result<Told, NotTold>> => {
  const told = await http.request(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ source, target }).toString(),
    maxBytes: 100_000,
  });
  if (!told.ok)
    return err({ problem: problemOfFetch(told.error), sent: true, isFinal: isForEver(told.error.kind) });
  const refused = refusalOf(told.value, clock);
  return refused ? err(refused) : ok({ by: 'webmention' });
};

const sendPingback = async (
  { http, clock }: Outside,
  server: string,
  { source, target }: Link,
): Promise<Result<Told, NotTold>> => {
  const told = await http.request(server, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: writeCall('pingback.ping', [source, target]),
    maxBytes: 100_000,
  });
  if (!told.ok)
    return err({ problem: problemOfFetch(told.error), sent: true, isFinal: isForEver(told.error.kind) });
  const refused = refusalOf(told.value, clock);
  if (refused) return err(refused);
  const answer = readAnswer(told.value.text());
  if (answer.kind === 'success') return ok({ by: 'pingback' });
  if (answer.kind === 'fault' && answer.code === ALREADY_REGISTERED) return ok({ by: 'pingback' });
  const code = answer.kind === 'fault' ? `fault ${answer.code}` : 'an answer that does not read';
  const problem = { kind: 'bad-response', detail: `the pingback was refused (${code})` } as const;
  return err({ problem, sent: false, isFinal: !(answer.kind === 'fault' && answer.code === UPSTREAM) });
};

const ALREADY_REGISTERED = 0x30;
const UPSTREAM = 0x32;

const refusalOf = (response: FetchResponse, clock: Clock): NotTold | undefined => {
  const problem = problemOfStatus(response, clock);
  const { status } = response;
  return problem && { problem, sent: false, isFinal: status < 500 && status !== 429 };
};

const isForEver = (kind: string): boolean => ['blocked-address', 'bad-url', 'too-large'].includes(kind);
