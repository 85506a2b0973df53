import { expect, it } from 'vitest';
import { keysOf, ownKeysOf, spokenKey, typedKeys } from './person-keys.ts';

it('an address is the same however it is written', () => {
  for (const said of ['https://www.example.org/@anna/', 'example.org/@anna', 'HTTP://example.org/@anna?x=1'])
    expect(spokenKey(said)).toBe('example.org/@anna');
  expect(spokenKey(' @Anna.Bsky.Social ')).toBe('anna.bsky.social');
  expect(spokenKey('mailto:Anna@Example.org')).toBe('anna@example.org');
});

it('who typed their handle is known by it on any channel', () => {
  const [typed] = typedKeys('@anna.bsky.social');
  expect(keysOf({ channel: 'bluesky', nativeId: 'did:plc:1', handle: 'anna.bsky.social' })).toContainEqual(
    typed,
  );
  expect(keysOf({ channel: 'mail', nativeId: 'anna@example.org' })).toContainEqual(
    typedKeys('Anna@example.org')[0],
  );
});

it('leaving out one leaves out nobody who shares a page or a bare name with them', () => {
  const one = { channel: 'feed', nativeId: 'anna', handle: '@anna', url: 'https://example.org' };
  expect(ownKeysOf(one)).toEqual([{ channel: 'feed', nativeId: 'anna' }]);
  expect(typedKeys('anna')).toEqual([]);
});

it('nothing typed is nobody', () => {
  expect(typedKeys('  @ ')).toEqual([]);
  expect(typedKeys('https://')).toEqual([]);
});
