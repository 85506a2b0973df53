import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes `node_modules` of `folder` agree with its `package-lock.json`; does nothing, and takes milliseconds, when it does already.
 * Returns whether all is well; npm itself has said what is not.
 */
export const ensureInstalled = (folder, { say, as }) => {
  const stamp = path.join(folder, 'node_modules/.passaparola-stamp');
  const lock = fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex');
  if (readIfThere(stamp) === wanted) return true;
  if (!agrees(folder, JSON.parse(lock))) {
    say(`Installo i pacchetti (${as}) con npm ci: solo la prima volta e dopo un aggiornamento...`);
    const started = Date.now();
    if (!runNpm(folder)) return false;
    say(`Pacchetti installati in ${Math.round((Date.now() - started) / 1000)} s.`);
  }
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, wanted);
  return true;
};

/** Whether what npm noted when it installed last is what the lock file asks for, package by package. */
const agrees = (folder, lock) => {
  const noted =
    JSON.parse(readIfThere(path.join(folder, 'node_modules/.package-lock.json')) || '{}').packages ?? {};
  return Object.entries(lock.packages).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const there = fs.existsSync(path.join(folder, place));
    return there ? noted[place]?.version === version : optional === true && !isForHere(lock.packages[place]);
  });
};

/** Whether an optional package is made for this very machine, as its lock entry says. (On musl it errs, and npm looks once more.) */
const isForHere = ({ os, cpu, libc }) =>
  os?.includes(process.platform) === true &&
  (!cpu || cpu.includes(process.arch)) &&
  (!libc || libc.includes('glibc'));

const runNpm = (folder) => {
  const done = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: folder,
    // npm replaces node_modules: it must not run on the Node that lies inside.
    env: { ...process.env, PATH: pathOutside('node_modules') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.error) console.error(`npm: ${done.error.message}`);
  return done.status === 0;
};

const pathOutside = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.split(path.sep).includes(name))
    .join(path.delimiter);

const readIfThere = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
