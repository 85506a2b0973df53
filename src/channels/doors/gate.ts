import ipaddr from 'ipaddr.js';
import type { Clock } from '../../platform/clock.ts';
import { createTokenBuckets, type Rate } from './token-bucket.ts';

export type GateRates = {
  /** All that one address brings, to whatever door: also guesses of keys. */
  readonly address: Rate;
  /** All that is brought to one door. */
  readonly door: Rate;
  /** What one address brings to one door: the flood of one caller leaves room for the others. */
  readonly addressAtDoor: Rate;
};

/** Many callers may share one address (a proxy of ours, a platform's few machines): it is the widest. */
const gateRates: GateRates = {
  address: { burst: 6_000, perMinute: 6_000 },
  door: { burst: 1_500, perMinute: 3_000 },
  addressAtDoor: { burst: 300, perMinute: 600 },
};

/** 0 when the request may come in, else the milliseconds to wait. */
export type Gate = (address: string, key: string) => number;

/** Stands before everything else, the database included. The narrowest first: what it refuses is not held against the caller elsewhere. */
export const createGate = (clock: Clock, rates: GateRates = gateRates): Gate => {
  const ofAddress = createTokenBuckets(rates.address);
  const ofDoor = createTokenBuckets(rates.door);
  const ofAddressAtDoor = createTokenBuckets(rates.addressAtDoor);
  return (address, key) => {
    const now = clock.now().getTime();
    const from = networkOf(address);
    return ofAddressAtDoor.take(`${from} ${key}`, now) || ofDoor.take(key, now) || ofAddress.take(from, now);
  };
};

type SourceRates = { readonly host: Rate; readonly hostAtDoor: Rate };

/** Some hosts speak for many sites (bridges, platforms of blogs); none needs more than this. */
const sourceRates: SourceRates = {
  host: { burst: 240, perMinute: 240 },
  hostAtDoor: { burst: 60, perMinute: 60 },
};

/** Whether a host that a delivery names may be asked: many deliveries that name one host would make us the ones who flood it. */
export const createSourceGate = (clock: Clock, rates: SourceRates = sourceRates) => {
  const ofHost = createTokenBuckets(rates.host);
  const ofHostAtDoor = createTokenBuckets(rates.hostAtDoor);
  return (host: string, connectionId: string): boolean => {
    const now = clock.now().getTime();
    return ofHostAtDoor.take(`${host} ${connectionId}`, now) === 0 && ofHost.take(host, now) === 0;
  };
};

/** Who holds one IPv6 address holds the 2^64 beside it. */
const networkOf = (address: string): string => {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6' ? parsed.toByteArray().slice(0, 8).join('.') : parsed.toString();
};
