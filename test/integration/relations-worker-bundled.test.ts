import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder } from '../../src/platform/paths.ts';
import { runAtEntry } from '../../src/platform/work/run-at-entry.ts';
import { findCommunities } from '../../src/relations/model/communities/index.ts';
import { buildGraph } from '../../src/relations/model/graph/build-graph.ts';

let folder = '';

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-bundle-'));
  execFileSync(process.execPath, [path.join(projectFolder(), 'scripts/bundle-server.mjs'), folder], {
    cwd: projectFolder(),
    env: { ...process.env, NODE_ENV: 'production' },
  });
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const graph = buildGraph({
  nodes: 5,
  from: Uint32Array.of(0, 1, 2, 3),
  to: Uint32Array.of(1, 2, 0, 4),
  directed: false,
  shared: true,
});

test('the worker of the bundled program does what that of the sources does', async () => {
  const entry = pathToFileURL(path.join(folder, 'relations-worker.mjs'));
  const result = await runAtEntry(entry, 'findCircles', { graph, options: { seed: 1 } });
  expect(result).toMatchObject({ ok: true, value: { ...findCommunities(graph, { seed: 1 }) } });
});

test('the bundled program begins its workers from the file that lies beside it', () => {
  const parts = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  expect(parts.some((part) => part.includes('"./relations-worker.mjs"'))).toBe(true);
});
