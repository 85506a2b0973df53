import fs from 'node:fs';
import { err, ok, type Result } from '../result.ts';
import type { PostgresProblem } from './postgres-problem.ts';

/** Whom the database runs as: nothing to change for an ordinary user, an unprivileged one when we are root. */
export type PostgresUser = { readonly uid: number; readonly gid: number } | undefined;

/**
 * PostgreSQL refuses root. Data that exist already decide (their owner), otherwise `nobody`: initdb wants a user with a name.
 * @param dataFolder the PostgreSQL data folder, which may not exist yet
 */
export const postgresUser = (dataFolder: string): Result<PostgresUser, PostgresProblem> => {
  if (process.getuid?.() !== 0) return ok(undefined);
  const owner = fs.statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return ok({ uid: owner.uid, gid: owner.gid });
  const nobody = accountNamed('nobody') ?? accountNamed('daemon');
  return nobody ? ok(nobody) : err({ kind: 'no-unprivileged-user' });
};

const accountNamed = (name: string): PostgresUser => {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && Number(uid) !== 0 ? { uid: Number(uid), gid: Number(gid) } : undefined;
};
