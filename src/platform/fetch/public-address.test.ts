import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { createAddressPolicy, isPublicAddress } from './public-address.ts';

/** IANA special-purpose registries (2025), written out by hand so that the library is not judged by itself. */
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const special6 = [
  '::/96',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:2::/48',
  '2001:db8::/32',
  '2001:10::/28',
  '2001:20::/28',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const addressIn = (range: string): fc.Arbitrary<string> => {
  const [network, bits] = ipaddr.parseCIDR(range);
  const base = network.toByteArray();
  return fc.uint8Array({ minLength: base.length, maxLength: base.length }).map((random) => {
    const bytes = base.map((byte, index) => {
      const fixed = Math.max(0, Math.min(8, bits - index * 8));
      const mask = (0xff << (8 - fixed)) & 0xff;
      return (byte & mask) | ((random[index] ?? 0) & ~mask & 0xff);
    });
    return ipaddr.fromByteArray(bytes).toString();
  });
};

const anySpecial = fc.oneof(...[...special4, ...special6].map(addressIn));

describe('a public address', () => {
  it('is never one of a special range', () => {
    fc.assert(
      fc.property(anySpecial, (address) => !isPublicAddress(address)),
      { numRuns: 3000 },
    );
  });

  it('is never an IPv6 address that carries an IPv4 one, even a public one', () => {
    const wrappers = (hex: string) => [
      `::${hex}`,
      `::ffff:${hex}`,
      `::ffff:0:${hex}`,
      `64:ff9b::${hex}`,
      `2002:${hex}::1`,
      `2001:0:${hex}::1`,
      `2a00:1450::5efe:${hex}`,
      `2a00:1450::200:5efe:${hex}`,
    ];
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), ([a = 0, b = 0, c = 0, d = 0]) => {
        const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
        return wrappers(hex).every((address) => !isPublicAddress(address));
      }),
    );
  });

  it('is not anything that other readers may read otherwise', () => {
    for (const odd of [
      '0177.0.0.1',
      '2130706433',
      '0x7f000001',
      '127.1',
      '8.8.8',
      '',
      'localhost',
      '8.8.8.8 ',
      '1.1.1.1/8',
      '010.8.8.8',
    ]) {
      expect(isPublicAddress(odd), odd).toBe(false);
    }
  });

  it('is what the world really uses', () => {
    for (const address of [
      '8.8.8.8',
      '193.205.1.1',
      '1.1.1.1',
      '2606:4700:4700::1111',
      '2a00:1450:4002::200e',
      '151.101.1.1',
    ]) {
      expect(isPublicAddress(address), address).toBe(true);
    }
  });
});

describe('the list of exceptions', () => {
  it('opens the named address, in any spelling of it, and no neighbour', () => {
    const policy = createAddressPolicy(['127.0.0.1', '0:0::1']);
    expect(policy.mayReach('127.0.0.1')).toBe(true);
    expect(policy.mayReach('::1')).toBe(true);
    expect(policy.mayReach('127.0.0.2')).toBe(false);
    expect(policy.mayReach('::ffff:127.0.0.1')).toBe(false);
  });

  it('refuses names and ranges at once, so that nobody believes they work', () => {
    expect(() => createAddressPolicy(['localhost'])).toThrow('localhost');
    expect(() => createAddressPolicy(['10.0.0.0/8'])).toThrow('10.0.0.0/8');
  });
});
