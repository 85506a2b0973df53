import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLanguage } from '../../src/language/index.ts';
import { projectFolder } from '../../src/platform/paths.ts';
import { runAtEntry } from '../../src/platform/work/run-at-entry.ts';
import { findCommunities } from '../../src/relations/model/communities/index.ts';
import { buildGraph } from '../../src/relations/model/graph/build-graph.ts';
import { learnCompany } from '../../src/understanding/model/learn-company.ts';

let folder = '';

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-bundle-'));
  execFileSync(process.execPath, [path.join(projectFolder(), 'scripts/bundle-server.mjs'), folder], {
    cwd: projectFolder(),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  // As in an installation: the bundle lies in the folder of the package, beside what it reads.
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'passaparola', type: 'module' }),
  );
  fs.symlinkSync(path.join(projectFolder(), 'models'), path.join(folder, 'models'));
  fs.symlinkSync(path.join(projectFolder(), 'node_modules'), path.join(folder, 'node_modules'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const graph = buildGraph({
  nodes: 5,
  from: Uint32Array.of(0, 1, 2, 3),
  to: Uint32Array.of(1, 2, 0, 4),
  directed: false,
  shared: true,
});

test('of relations the worker of the bundled program does what that of the sources does', async () => {
  const entry = pathToFileURL(path.join(folder, 'relations-worker.mjs'));
  const result = await runAtEntry(entry, 'findCircles', { graph, options: { seed: 1 } });
  expect(result).toMatchObject({ ok: true, value: { ...findCommunities(graph, { seed: 1 }) } });
});

test('so does that of understanding', async () => {
  const entry = pathToFileURL(path.join(folder, 'understanding-worker.mjs'));
  const said = [{ polarity: 'neg' as const }];
  const lessons = ['tutto sfumato', 'bordo sfumato'].map((body) => ({
    title: null,
    body,
    heldBack: false,
    said,
  }));
  const result = await runAtEntry(entry, 'learn', { entries: [], lessons });
  expect(result).toEqual({ ok: true, value: learnCompany(loadLanguage(), { entries: [], lessons }) });
});

test('the bundled program begins its workers from the files that lie beside it', () => {
  const parts = fs.readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const text = parts.map((name) => fs.readFileSync(path.join(folder, name), 'utf8')).join('\n');
  for (const name of ['relations-worker', 'triangles-worker', 'understanding-worker'])
    expect(text).toContain(`"./${name}.mjs"`);
});
