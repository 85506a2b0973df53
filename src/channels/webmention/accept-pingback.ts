import { decodeText } from '../../platform/fetch/index.ts';
import type { ChannelContext, PushAnswer, PushEnd, PushRequest, PushVerdict } from '../contract.ts';
import { isOfSite, webAddress } from '../web/own-site.ts';
import { readCall, writeFault, writeSuccess } from '../web/xml-rpc.ts';
import type { NoSecrets, WebmentionSettings } from './settings.ts';

/** Named by https://www.hixie.ch/specs/pingback/pingback-1.0#TOC3 */
const pingbackFaults = {
  sourceNotFound: 0x10,
  noLink: 0x11,
  targetNotFound: 0x20,
  targetUnusable: 0x21,
  alreadyRegistered: 0x30,
  accessDenied: 0x31,
  upstream: 0x32,
} as const;

const isXml = /^\s*(?:text|application)\/(?:xml|[\w.-]+\+xml)\b/i;

/** XML-RPC at the door's own address or at `…/pingback`. */
export const isPingback = ({ method, path, headers }: PushRequest): boolean =>
  method === 'POST' && (path === 'pingback' || (path === '' && isXml.test(headers['content-type'] ?? '')));

/** The call is judged at once; whether the source is there and links to us is told once it has been read, if that does not take long. */
export const acceptPingback = (
  { settings }: ChannelContext<WebmentionSettings, NoSecrets>,
  { headers, rawBody }: PushRequest,
): PushVerdict => {
  const call = readCall(decodeText(rawBody, headers['content-type'] ?? null));
  if ('code' in call) return refuse(call.code, call.why);
  if (call.method !== 'pingback.ping') return refuse(-32601, 'requested method not found');
  if (call.parameters.length !== 2) return refuse(-32602, 'sourceURI and targetURI are wanted');
  const [source, target] = call.parameters.map(webAddress);
  if (!target || !isOfSite(target, settings.site)) {
    return refuse(pingbackFaults.targetUnusable, 'the target is not a page of ours');
  }
  if (!source) return refuse(pingbackFaults.sourceNotFound, 'the source is no web address');
  if (source === target) return refuse(pingbackFaults.noLink, 'source and target are the same');
  return {
    kind: 'keep',
    answer: say(writeSuccess('Thank you: the pingback will be looked at.')),
    note: { source, target, via: 'pingback' },
    asks: new URL(source).host,
    tellEnd,
  };
};

const say = (body: string): PushAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body,
});

const refuse = (code: number, why: string): PushVerdict => ({
  kind: 'answer',
  answer: say(writeFault(code, why)),
});

const ends: Readonly<Record<string, readonly [number, string]>> = {
  'source-not-found': [pingbackFaults.sourceNotFound, 'the source is not there'],
  'source-unreadable': [pingbackFaults.sourceNotFound, 'the source cannot be read'],
  'source-unreachable': [pingbackFaults.upstream, 'the source does not answer'],
  'no-link': [pingbackFaults.noLink, 'the source does not link to the target'],
  'target-not-found': [pingbackFaults.targetNotFound, 'the target is not there'],
  repeated: [pingbackFaults.alreadyRegistered, 'the pingback is registered already'],
  'too-many': [pingbackFaults.accessDenied, 'too many pingbacks from there'],
  'given-up': [pingbackFaults.upstream, 'the source does not answer'],
};

const tellEnd = (end: PushEnd): PushAnswer => {
  const fault = ends[end];
  return say(
    fault ? writeFault(...fault) : writeSuccess('Thank you: the pingback waits for somebody to look.'),
  );
};
