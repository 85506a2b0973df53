import fs from 'node:fs';
import path from 'node:path';

/**
 * The folder that holds our package.json, found by walking up: the program runs from its sources in the tests
 * and from a bundle in `dist/` when started, and both must find the same migrations and the same web app.
 */
export const projectFolder = (): string => {
  let folder = import.meta.dirname;
  while (!isOurs(folder)) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('package.json of passaparola not found above the program');
    folder = parent;
  }
  return folder;
};

const isOurs = (folder: string): boolean => {
  const manifest = path.join(folder, 'package.json');
  return fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, 'utf8')).name === 'passaparola';
};

export const webFolder = (): string => path.join(projectFolder(), 'web', 'dist');

export const migrationsFolder = (): string =>
  path.join(projectFolder(), 'src', 'platform', 'db', 'migrations');
