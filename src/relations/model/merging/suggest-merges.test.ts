import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from './account.ts';
import { normalUrl, ownDomain, ownMailDomain } from './normal-url.ts';
import { pairKey, suggestMergesOf } from './suggest-merges.ts';

const account = (contactId: string, facts: Partial<Account> = {}): Account => ({
  contactId,
  consent: 'unknown',
  channel: 'fediverse',
  nativeId: contactId,
  name: null,
  handle: null,
  url: null,
  links: [],
  avatarHash: null,
  profiling: true,
  ...facts,
});
const link = (url: string, verified = false) => ({ url, verified });
const found = (...accounts: readonly Account[]) =>
  suggestMergesOf(accounts).map(
    ({ a, b, evidence }) => `${a} ${b}: ${evidence.map(({ kind }) => kind).join(' ')}`,
  );

describe('who may be one person', () => {
  it('is told by two profiles that link to each other, not by one that links to the other', () => {
    const anna = account('a', {
      url: 'https://social.example/@anna',
      links: [link('https://Anna.example/')],
    });
    const site = account('b', { url: 'http://www.anna.example', channel: 'feed' });
    expect(found(anna, { ...site, links: [link('https://social.example/@anna/')] })).toEqual([
      'a b: rel-me domain',
    ]);
    expect(found(anna, { ...site, channel: 'fediverse' })).toEqual([]);
  });

  it('is told by the same mail address, verified link, picture, or site of their own', () => {
    const mail = { channel: 'mail', nativeId: 'Anna@Gmail.com' };
    expect(found(account('a', mail), account('b', { ...mail, nativeId: 'anna@gmail.com' }))).toEqual([
      'a b: mail',
    ]);
    const verified = { links: [link('https://github.com/anna', true)] };
    expect(found(account('a', verified), account('b', verified))).toEqual(['a b: link']);
    expect(found(account('a', { avatarHash: 'f00' }), account('b', { avatarHash: 'f00' }))).toEqual([
      'a b: avatar',
    ]);
    expect(
      found(
        account('a', { channel: 'bluesky', handle: 'annarossi.example' }),
        account('b', { channel: 'mail', nativeId: 'ciao@annarossi.example' }),
      ),
    ).toEqual(['a b: domain']);
  });

  it('is not told by a name alone, nor by a nickname alone; both together are worth asking', () => {
    const [name, handle] = [{ name: 'Anna  Rossi' }, { handle: '@annarossi@social.example' }];
    expect(found(account('a', name), account('b', { name: 'anna rossi' }))).toEqual([]);
    expect(found(account('a', handle), account('b', { handle: 'annarossi.bsky.social' }))).toEqual([]);
    expect(found(account('a', { ...name, ...handle }), account('b', { ...name, ...handle }))).toEqual([
      'a b: handle name',
    ]);
  });

  it('grows more certain with more signs, and never quite certain', () => {
    const both = { avatarHash: 'f00', name: 'Anna Rossi' };
    const [one] = suggestMergesOf([account('a', { avatarHash: 'f00' }), account('b', { avatarHash: 'f00' })]);
    const [two] = suggestMergesOf([account('a', both), account('b', both)]);
    expect(two?.certainty).toBeGreaterThan(one?.certainty ?? 1);
    expect(two?.certainty).toBeLessThan(1);
    expect(two?.evidence[0]?.says.it).toBe('Stessa immagine del profilo.');
  });

  it('is not told by what many share: a company’s site, a default picture, a crowded place', () => {
    const staff = ['a', 'b', 'c'].map((id) => account(id, { links: [link('https://cantina.example')] }));
    expect(found(...staff)).toEqual([]);
    expect(found(...['a', 'b', 'c', 'd'].map((id) => account(id, { avatarHash: 'default' })))).toEqual([]);
    const crowded = { links: [link('https://www.facebook.com/groups/vino')] };
    expect(found(account('a', crowded), account('b', crowded))).toEqual([]);
  });

  it('is never looked for where the channel forbids profiling, or the person objected', () => {
    const same = { avatarHash: 'f00' };
    expect(found(account('a', same), account('b', { ...same, profiling: false }))).toEqual([]);
    expect(found(account('a', same), account('b', { ...same, consent: 'objected' }))).toEqual([]);
  });

  it('is not asked again of two that somebody told apart, nor of one with itself', () => {
    const same = { avatarHash: 'f00' };
    const pair = [account('b', same), account('a', same)];
    expect(suggestMergesOf(pair, new Set([pairKey('b', 'a')]))).toEqual([]);
    expect(found(account('a', same), account('a', { ...same, channel: 'mail' }))).toEqual([]);
  });

  it('does not depend on the order of accounts', () => {
    const anyAccount = fc.record({
      contactId: fc.constantFrom('a', 'b', 'c', 'd'),
      consent: fc.constantFrom('unknown' as const, 'objected' as const),
      channel: fc.constantFrom('mail', 'bluesky', 'fediverse', 'feed'),
      nativeId: fc.constantFrom('x@y.example', 'z', ''),
      name: fc.constantFrom(null, 'Anna Rossi', '¿', ''),
      handle: fc.constantFrom(null, 'anna.example', '@', 'annarossi'),
      url: fc.constantFrom(null, 'https://anna.example', 'javascript:alert(1)', 'boh'),
      links: fc.array(
        fc.constantFrom(link('https://anna.example/'), link('https://b.example/x', true), link('?')),
      ),
      avatarHash: fc.constantFrom(null, 'f00'),
      profiling: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 6 }), (accounts) => {
        const pairs = (some: readonly Account[]) =>
          suggestMergesOf(some).map(({ a, b, certainty }) => [a, b, certainty]);
        expect(pairs(accounts.toReversed())).toEqual(pairs(accounts));
      }),
    );
  });
});

describe('addresses', () => {
  it('are the same with and without what does not matter', () => {
    expect(normalUrl('HTTPS://www.Anna.example/Chi-Sono/?utm=1#top')).toBe('anna.example/chi-sono');
    expect([normalUrl('mailto:a@b.it'), normalUrl('boh')]).toEqual([null, null]);
  });

  it('are somebody’s own unless many live there', () => {
    expect([ownDomain('https://anna.example/x'), ownDomain('https://anna.wordpress.com')]).toEqual([
      'anna.example',
      null,
    ]);
    expect([ownMailDomain('a@cantina.example'), ownMailDomain('a@libero.it')]).toEqual([
      'cantina.example',
      null,
    ]);
  });
});
