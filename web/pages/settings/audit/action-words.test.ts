import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { words } from './action-words.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const action =
  /(?<!kind: |may\(actor, )'((?:workspace|member|invitation|connection|watch|thread|reply|note|mention|person|installation|reading|correction|pack|understanding|contacts?|meeting|gift|relations(?=\.exported)|mentions(?=\.exported)|alert(?=\.acknowledged)|alert-[a-z]+|retention|privacy-request|field|team|bulk|care-settings|case|cause|desk|desk-team|held|improvement|label|snippet|story|asking|asking-settings|crisis|evidence|key|practice|protection-report|protection-settings|rule|rules(?=\.ordered)|sending|shield|webhook)\.[a-z-]+)'/g;

/** Every action named where something is written into the log of changes. */
const written = [
  ...new Set(
    globSync('src/**/*.ts', { cwd: root })
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => readFileSync(`${root}${file}`, 'utf8'))
      .filter((source) => /\baudit\(/.test(source))
      .flatMap((source) => [...source.matchAll(action)].map(([, name]) => name ?? '')),
  ),
].sort();

it('every action that the log of changes keeps is told in words, and no other', () => {
  expect(written.length).toBeGreaterThan(20);
  expect(Object.keys(words.it).sort()).toEqual(written);
});
