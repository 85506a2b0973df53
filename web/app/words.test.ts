import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = globSync('{app,components,pages}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.|\.d\.ts$/.test(file))
  .sort();

type Said = Readonly<Record<string, unknown>>;

type Speaking = (...given: readonly unknown[]) => unknown;

/** What a text made by a function says of the number 2, or of a name where it wants one. */
const sample = (speak: Speaking): string => {
  try {
    return String(speak(...Array.from({ length: speak.length }, () => 2)));
  } catch {
    return String(speak(...Array.from({ length: speak.length }, () => 'Ada')));
  }
};

/** `a.b.c` with the text found there. */
const flatten = (said: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof said === 'string') return [[path, said]];
  if (typeof said === 'function') return [[path, sample(said as Speaking)]];
  if (said === null || typeof said !== 'object') return [[path, '']];
  return Object.entries(said).flatMap(([name, value]) => flatten(value, path ? `${path}.${name}` : name));
};

const found = await Promise.all(
  files.map(async (file) => {
    if (!/export const words\b/.test(readFileSync(`${root}${file}`, 'utf8'))) return null;
    const module = (await import(/* @vite-ignore */ `${root}${file}`)) as { words: { it: Said; en: Said } };
    return { file, words: module.words };
  }),
);
const spoken = found.filter((entry) => entry !== null);

describe('the words of the screens', () => {
  it('are found', () => {
    expect(spoken.length).toBeGreaterThan(20);
  });

  it.each(spoken)('of $file say the same things in both languages, none of them empty', ({ words }) => {
    const italian = flatten(words.it);
    const english = flatten(words.en);
    expect(english.map(([path]) => path)).toEqual(italian.map(([path]) => path));
    expect([...italian, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(spoken)('of $file are not the same sentence left untranslated', ({ words }) => {
    const english = new Map(flatten(words.en));
    const same = flatten(words.it).filter(([path, text]) => text.length > 24 && english.get(path) === text);
    expect(same).toEqual([]);
  });

  it.each(spoken)('of $file do not shout', ({ words }) => {
    const loud = [...flatten(words.it), ...flatten(words.en)].filter(([, text]) => text.includes('!'));
    expect(loud).toEqual([]);
  });
});
