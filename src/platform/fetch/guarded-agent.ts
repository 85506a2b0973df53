import net from 'node:net';
import { Agent, buildConnector } from 'undici';
import { createGuardedLookup, type Resolver } from './guarded-lookup.ts';
import type { FetchLimits } from './limits.ts';
import { FetchRefusal } from './problem.ts';
import { type AddressPolicy, bareHost } from './public-address.ts';

/**
 * The connections themselves are guarded: a name is resolved once, its addresses are judged, and only those
 * are connected to, so an answer that changes between check and use (DNS rebinding) changes nothing.
 * HTTP/1.1 only: its limits on headers are the parser's own, and one protocol is less to get wrong.
 */
export const createGuardedAgent = (policy: AddressPolicy, resolve: Resolver, limits: FetchLimits): Agent => {
  const connect = buildConnector({
    lookup: createGuardedLookup(policy, resolve),
    timeout: limits.connectTimeoutMs,
    allowH2: false,
  });
  return new Agent({
    // `net.connect` skips the lookup for a literal address, so literals are judged here.
    connect: (options, callback) => {
      const host = bareHost(options.hostname);
      if (net.isIP(host) && !policy.mayReach(host)) {
        return callback(new FetchRefusal({ kind: 'blocked-address', host, address: host }), null);
      }
      return connect(options, callback);
    },
    allowH2: false,
    connections: 16,
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.totalTimeoutMs,
    maxHeaderSize: limits.maxHeaderBytes,
    webSocket: { maxPayloadSize: limits.maxBytes },
  });
};
