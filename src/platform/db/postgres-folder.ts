import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../result.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { postgresFolder } from './postgres-place.ts';
import type { PostgresProblem } from './postgres-problem.ts';
import type { PostgresUser } from './postgres-user.ts';

/**
 * How the database's programs name their own data folder. They start inside it, before privileges are dropped; the link to the own
 * working folder needs no right on the folders above, so the data may lie in a closed place such as /root.
 */
export const ownFolder = (folder: string): string =>
  process.platform === 'linux' ? '/proc/self/cwd' : folder;

/** The little that the database's programs need of the environment: no secrets of ours reach them. */
export const postgresEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: systemLocale,
  TZ: 'UTC',
});

const systemLocale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8';

/**
 * A PostgreSQL data folder ready to be served: created when missing (whole or not at all: it is prepared beside and renamed),
 * with the role `passaparola`, which owns the database of the same name and is no superuser, as on anybody's server.
 */
export const preparePostgresFolder = (
  dataDir: string,
  binaries: PostgresBinaries,
  user: PostgresUser,
): Result<string, PostgresProblem> => {
  const folder = postgresFolder(dataDir);
  const versionFile = path.join(folder, 'PG_VERSION');
  if (!fs.existsSync(versionFile)) return create(folder, binaries, user);
  const found = fs.readFileSync(versionFile, 'utf8').trim();
  return found === binaries.major
    ? ok(folder)
    : err({ kind: 'other-version', folder, found, expected: binaries.major });
};

const create = (
  folder: string,
  binaries: PostgresBinaries,
  user: PostgresUser,
): Result<string, PostgresProblem> => {
  const draft = `${folder}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  if (user) fs.chownSync(draft, user.uid, user.gid);
  const made = run(binaries.initdb, initialArguments(draft), draft, user);
  const peopled =
    made ?? run(binaries.postgres, ['--single', '-D', ownFolder(draft), 'postgres'], draft, user, firstRoles);
  if (peopled !== undefined) return err({ kind: 'not-created', folder, log: peopled });
  fs.renameSync(draft, folder);
  return ok(folder);
};

const initialArguments = (folder: string): readonly string[] => [
  '-D',
  ownFolder(folder),
  '-U',
  'postgres',
  // No password: whoever can open the socket's folder (mode 0700) can read the data files as well.
  '-A',
  'trust',
  '-E',
  'UTF8',
  `--locale=${systemLocale}`,
  // Sorting and case rules that do not change with the system's C library, so an upgrade of it corrupts no index.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
];

const firstRoles = `CREATE ROLE passaparola LOGIN CREATEDB CREATEROLE;
CREATE DATABASE passaparola OWNER passaparola;
`;

/** What it wrote when it failed, nothing when it went well. */
const run = (
  program: string,
  words: readonly string[],
  folder: string,
  user: PostgresUser,
  input = '',
): string | undefined => {
  const done = spawnSync(program, words, {
    ...user,
    cwd: folder,
    env: postgresEnvironment(),
    encoding: 'utf8',
    input,
  });
  const failed = done.status !== 0 || /^.*(ERROR|FATAL):/m.test(done.stderr);
  return failed ? `${done.error?.message ?? ''}\n${done.stderr}`.trim().slice(-2000) : undefined;
};
