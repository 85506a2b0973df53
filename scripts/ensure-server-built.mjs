import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { environment, root } from './node24.mjs';
import { sourcesHash } from './sources-hash.mjs';

const dist = path.join(root, 'dist/server');
const stamp = path.join(dist, '.stamp');

/** The bundled program: it starts in a third of the time of its sources and lives in less than half the memory. */
export const serverProgram = path.join(dist, 'main.mjs');

/** The same program from its sources: for whoever is changing them. */
export const sourceProgram = path.join(root, 'src/cli/main.ts');

export const isServerBuilt = () =>
  fs.existsSync(serverProgram) &&
  fs.existsSync(stamp) &&
  fs.readFileSync(stamp, 'utf8') === sourcesHash(['src', 'scripts']);

/** Bundles the server when that is missing or older than its sources. Returns whether it is there in the end. */
export const ensureServerBuilt = (node, { say, always = false }) => {
  if (!always && isServerBuilt()) return true;
  const wanted = sourcesHash(['src', 'scripts']);
  say('Preparo il programma: solo la prima volta e dopo una modifica...');
  forgetOld();
  const done = spawnSync(node, [path.join(root, 'scripts/bundle-server.mjs'), dist], {
    cwd: root,
    env: { ...environment(node), NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0 || !fs.existsSync(serverProgram)) return false;
  fs.writeFileSync(stamp, wanted);
  return true;
};

const WEEK_MS = 7 * 24 * 3_600_000;

/** Parts have the digest of their content in their names: a server that runs still finds its own, for a week. */
const forgetOld = () => {
  if (!fs.existsSync(dist)) return;
  for (const name of fs.readdirSync(dist)) {
    const file = path.join(dist, name);
    if (Date.now() - fs.statSync(file).mtimeMs > WEEK_MS) fs.rmSync(file, { force: true });
  }
};
