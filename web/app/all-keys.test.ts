import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allKeys } from './all-keys.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `id keys` of every command that a screen offers with a key of its own. */
const registered = globSync('{app,pages,components}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.includes('all-keys'))
  .map((file) => readFileSync(`${root}${file}`, 'utf8'))
  .filter((source) => source.includes('useCommands('))
  .flatMap((source) => [...source.matchAll(/\bid: '([a-z-]+)',\s+label: [\w.]+,\s+keys: '([^']+)'/g)])
  .map(([, id, keys]) => `${id} ${keys}`)
  // The sheet of keys itself is named beside the palette; the menus of hand-overs and of cases repeat a key.
  .filter((entry) => !/^(?:keys|me|open) /.test(entry));

it('every key that a screen registers is in the table, and the table promises no other', () => {
  const [rooms, ...others] = allKeys('it');
  const table = others.flatMap(({ commands }) => commands.map(({ id, keys }) => `${id} ${keys}`));
  expect(registered.length).toBeGreaterThan(8);
  expect(table.filter((entry) => !entry.startsWith('send ')).sort()).toEqual([...registered].sort());
  expect(rooms?.commands.map(({ keys }) => keys)).toEqual(['g o', 'g c', 'g u', 'g a', 'g r', 'g i']);
});

it('no key means two things in one room', () => {
  for (const { commands } of allKeys('en')) {
    const keys = commands.map((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
