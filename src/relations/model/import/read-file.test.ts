import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isList, readFile } from './read-file.ts';

const now = new Date('2026-11-22T08:00:00Z');
const same = (value: unknown) => value;
const read = (path: string, text: string) => readFile({ path, text }, 'contacts', now, same);
const people = (path: string, text: string) =>
  read(path, text).people.map(({ name, account, follows }) => [name, account?.nativeId ?? null, follows]);

describe('a file of a network’s archive', () => {
  it('of Instagram tells followers and followed, as it writes them now and as it did before', () => {
    const before = '[{"title":"","string_list_data":[{"href":"h","value":"Bea.Vino","timestamp":1}]}]';
    const later =
      '{"relationships_following":[{"title":"carlo","string_list_data":[{"href":"h","timestamp":1}]}]}';
    expect(people('x/followers_1.json', before)).toEqual([['Bea.Vino', 'instagram:bea.vino', true]]);
    expect(people('x/following.json', later)).toEqual([['carlo', 'instagram:carlo', false]]);
  });

  it('of Facebook tells names alone, which tie nobody', () => {
    const text = '{"followers_v3":[{"name":"Anna Bè","timestamp":1},{"name":"Luca","timestamp":2}]}';
    expect(people('connections/people_who_followed_you.json', text)).toEqual([
      ['Anna Bè', null, false],
      ['Luca', null, false],
    ]);
  });

  it('of X is read through its own wrapping, by its name or by what it says', () => {
    const text = 'window.YTD.following.part0 = [{"following":{"accountId":"7"}}];';
    expect(people('data/following.js', text)).toEqual([['X 7', 'x:7', false]]);
    expect(people('rinominato.js', text)).toEqual([['X 7', 'x:7', false]]);
  });

  it('of Mastodon says by its name who follows whom', () => {
    const text = 'Account address\nanna@vigna.example\n';
    expect(people('following_accounts.csv', text)).toEqual([
      ['@anna@vigna.example', 'acct:anna@vigna.example', false],
    ]);
    expect(people('followers.csv', text)[0]?.[2]).toBe(true);
  });

  it('is looked for by its path, and nothing else of the archive is', () => {
    const paths = ['a/followers_12.json', 'data/follower-part1.js', 'Connections.csv', 'your_friends.json'];
    expect(paths.every(isList)).toBe(true);
    expect(['messages/message_1.json', 'data/tweets.js', 'ads/following_ads.json'].some(isList)).toBe(false);
  });

  it('keeps nothing of a name that cannot be kept', () => {
    const odd = '[{"string_list_data":[{"value":"a\\u0000b\\ud800c\\u202e"}]}]';
    expect(people('followers_1.json', odd)).toEqual([['ab\ufffdc', 'instagram:ab\ufffdc', true]]);
  });

  it('is read in the end whatever it holds', () => {
    const paths = fc.constantFrom('followers_1.json', 'data/follower.js', 'followers.csv', 'x.graphml', 'x');
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((json) => `window.YTD.follower.part0 = ${json}`),
    );
    fc.assert(
      fc.property(paths, texts, (path, text) => {
        const { people: found, problems, read: count } = read(path, text);
        expect(found.length + problems.length).toBeLessThanOrEqual(Math.max(count, 1) + problems.length);
      }),
      { numRuns: 60 },
    );
  });
});
