import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { environment, root } from './node24.mjs';
import { sourcesHash } from './sources-hash.mjs';

const dist = path.join(root, 'web/dist');
const stamp = path.join(dist, '.stamp');

/** Builds the pages when they are missing or older than their sources. Returns whether they are there in the end. */
export const ensureWebBuilt = (node, { say, always = false }) => {
  const wanted = sourcesHash(['web', 'src']);
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

const isBuilt = () => fs.existsSync(path.join(dist, 'index.html'));
