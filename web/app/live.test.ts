import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { dropRemoved } from './drop-removed.ts';
import { keys } from './keys.ts';
import { type LiveChange, liveKinds } from './live-changes.ts';
import { staleKeys } from './stale-keys.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The kinds that the rooms tell, read from where they tell them: calls of `appendLive`, functions that make a `LiveChange`. */
const toldKinds = (): readonly string[] => {
  const found = globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${root}${file}`, 'utf8'))
    .flatMap((source) => [
      ...source.matchAll(/appendLive\((?:[^;]*)\);|LiveChange(?:\[\])? =>[\s\S]*?(?:\n\n|$)/g),
    ])
    .flatMap(([block]) => [...block.matchAll(/kind: '([a-z]+\.[a-z]+)'/g)].map(([, kind]) => kind ?? ''));
  return [...new Set(found)].sort();
};

describe('what the server tells while a screen is open', () => {
  it('is all heard', () => {
    const told = toldKinds();
    expect(told.length).toBeGreaterThan(8);
    expect(told.filter((kind) => !(liveKinds as readonly string[]).includes(kind))).toEqual([]);
  });

  it.each<[LiveChange, readonly unknown[]]>([
    [{ kind: 'member.left', personId: 'p' }, [keys.members('w'), keys.me]],
    [{ kind: 'member.changed', personId: 'p' }, [keys.members('w'), keys.me]],
    [{ kind: 'workspace.changed' }, [keys.company('w'), keys.me]],
    [{ kind: 'mention.removed', mentionIds: ['m'] }, [keys.mentions('w'), keys.allThreads('w')]],
    [{ kind: 'mention.hidden', mentionIds: ['m'] }, [keys.allThreads('w')]],
    [{ kind: 'thread.changed', threadId: 't', reason: 'labels' }, [keys.thread('w', 't')]],
    [
      { kind: 'thread.changed', threadId: 't', threadIds: ['t', 'u'], reason: 'labels' },
      [keys.allThreads('w')],
    ],
  ])('%j makes stale what shows it', (change, stale) => {
    expect(staleKeys('w', change)).toEqual(expect.arrayContaining([...stale]));
  });
});

describe('a removed text', () => {
  const said = (id: string) => ({
    id,
    body: `Parole di ${id}`,
    title: 'Titolo',
    removedAt: null,
    media: [1],
  });

  it('is gone at once from what was heard and from every opened thread, and only there', () => {
    const client = new QueryClient();
    const heard = [...keys.mentions('w'), { q: 'vino' }];
    client.setQueryData(heard, { pages: [{ mentions: [said('a'), said('b')] }], pageParams: [null] });
    client.setQueryData(keys.thread('w', 't'), { thread: { id: 't' }, mentions: [said('a')] });
    client.setQueryData(keys.thread('other', 't'), { mentions: [said('a')] });
    dropRemoved(client, 'w', ['a'], new Date('2026-11-22T08:00:00Z'));
    const empty = { id: 'a', body: '', title: null, removedAt: '2026-11-22T08:00:00.000Z', media: [] };
    expect(client.getQueryData(heard)).toMatchObject({ pages: [{ mentions: [empty, said('b')] }] });
    expect(client.getQueryData(keys.thread('w', 't'))).toMatchObject({
      thread: { id: 't' },
      mentions: [empty],
    });
    expect(client.getQueryData(keys.thread('other', 't'))).toMatchObject({ mentions: [said('a')] });
  });

  it('is gone at once from the story of who said it, and from the day', () => {
    const client = new QueryClient();
    const story = [...keys.openContacts('w'), 'c', 'story'];
    const entry = (mentionId: string | null) => ({ mentionId, text: 'Parole' });
    client.setQueryData(story, { pages: [{ entries: [entry('a'), entry(null)] }], pageParams: [null] });
    client.setQueryData(keys.daily('w'), { people: [{ said: entry('a') }, { said: null }] });
    dropRemoved(client, 'w', ['a'], new Date());
    expect(client.getQueryData(story)).toMatchObject({
      pages: [{ entries: [{ text: null }, { text: 'Parole' }] }],
    });
    expect(client.getQueryData(keys.daily('w'))).toEqual({ people: [{ said: null }, { said: null }] });
  });
});
