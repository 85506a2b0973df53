import fs from 'node:fs';
import { expect, it } from 'vitest';
import { VERSION } from './version.ts';

it('the version that the server tells is the one of the package', () => {
  const manifest = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(VERSION).toBe(manifest.version);
});
