import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

it('nothing that counts or cleans text needs Node: the composer does it in the browser', () => {
  const folder = import.meta.dirname;
  const sources = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
    .map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')] as const);
  expect(sources.length).toBeGreaterThan(3);
  expect(
    sources.filter(([, text]) => /\bBuffer\.|from 'node:|\bprocess\./.test(text)).map(([file]) => file),
  ).toEqual([]);
});
