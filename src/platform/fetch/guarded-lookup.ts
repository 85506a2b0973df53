import dns from 'node:dns';
import net from 'node:net';
import { err, ok, type Result } from '../result.ts';
import { type FetchProblem, FetchRefusal, problemOf } from './problem.ts';
import { type AddressPolicy, bareHost } from './public-address.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address of a name, in the order to be tried; rejects with a coded error as `dns.lookup` does. */
export type Resolver = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export const systemResolver: Resolver = async (hostname) =>
  (await dns.promises.lookup(hostname, { all: true })).map(({ address }) => asResolved(address));

/**
 * The addresses of `host` (a name or a literal, brackets allowed) that may be reached, never empty.
 * A name that answers with public and private addresses keeps the public ones only.
 */
export const resolveGuarded = async (
  host: string,
  policy: AddressPolicy,
  resolve: Resolver,
): Promise<Result<readonly [ResolvedAddress, ...ResolvedAddress[]], FetchProblem>> => {
  const bare = bareHost(host);
  try {
    const found = net.isIP(bare) ? [asResolved(bare)] : await resolve(bare);
    const [first, ...others] = found.filter(({ address }) => policy.mayReach(address));
    if (first) return ok([first, ...others]);
    const refused = found[0];
    return refused
      ? err({ kind: 'blocked-address', host: bare, address: refused.address })
      : err({ kind: 'dns', host: bare, code: 'ENODATA' });
  } catch (error) {
    return err(asDnsProblem(problemOf(error, bare, 0), bare));
  }
};

/** A `dns.lookup` look-alike for `net.connect` and `tls.connect`: what it returns is what is connected to. */
export const createGuardedLookup =
  (policy: AddressPolicy, resolve: Resolver): net.LookupFunction =>
  (hostname, options, callback) => {
    void resolveGuarded(hostname, policy, resolve).then((result) => {
      if (!result.ok) return callback(new FetchRefusal(result.error), '', 0);
      const wanted = result.value.filter(({ family }) => ofFamily(family, options.family));
      const [first] = wanted;
      if (!first) return callback(new FetchRefusal({ kind: 'dns', host: hostname, code: 'ENODATA' }), '', 0);
      return options.all ? callback(null, [...wanted]) : callback(null, first.address, first.family);
    });
  };

const ofFamily = (family: 4 | 6, wanted: dns.LookupOptions['family']): boolean =>
  !wanted || wanted === family || wanted === `IPv${family}`;

const asResolved = (address: string): ResolvedAddress => ({ address, family: net.isIPv6(address) ? 6 : 4 });

const asDnsProblem = (problem: FetchProblem, host: string): FetchProblem =>
  problem.kind === 'connection' ? { kind: 'dns', host, code: problem.code } : problem;
