import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { environment, root } from './node24.mjs';

const dist = path.join(root, 'web/dist');
const stamp = path.join(dist, '.stamp');

/** Builds the pages when they are missing or older than their sources. Returns whether they are there in the end. */
export const ensureWebBuilt = (node, { say, always = false }) => {
  const wanted = sourcesHash();
  if (!always && isBuilt() && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return true;
  say('Preparo le pagine (vite build): solo la prima volta e dopo una modifica...');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const done = spawnSync(node, [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...environment(node), NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0 || !isBuilt()) return false;
  fs.writeFileSync(stamp, wanted);
  return true;
};

/** By what is written in the files, not by their times: a checkout gives every file the time of now. */
const sourcesHash = () => {
  const hash = createHash('sha256');
  for (const file of [
    path.join(root, 'package-lock.json'),
    ...filesIn(path.join(root, 'web')),
    ...filesIn(path.join(root, 'src')),
  ]) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

const notSources = /^(dist|node_modules|fixtures|migrations)$|\.test\.tsx?$/;

const filesIn = (folder) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notSources.test(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(place);
      return entry.isFile() ? [place] : [];
    });

const isBuilt = () => fs.existsSync(path.join(dist, 'index.html'));
