import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './node24.mjs';

/** By what is written in the files, not by their times: a checkout gives every file the time of now. */
export const sourcesHash = (folders) => {
  const hash = createHash('sha256');
  const files = [
    path.join(root, 'package-lock.json'),
    ...folders.flatMap((folder) => filesIn(path.join(root, folder))),
  ];
  for (const file of files) {
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
