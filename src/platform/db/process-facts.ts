import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

/** What the operating system says of a process: on Linux from /proc (proc(5)), elsewhere from ps(1). */
const onLinux = process.platform === 'linux';

const readOrEmpty = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const ps = (pid: number, column: string): string =>
  spawnSync('ps', ['-p', String(pid), '-o', `${column}=`], { encoding: 'utf8' }).stdout?.trim() ?? '';

/** The words of the command line; empty when there is no such process, or only a zombie of it. */
export const commandOf = (pid: number): readonly string[] =>
  (onLinux ? readOrEmpty(`/proc/${pid}/cmdline`).split('\0') : ps(pid, 'command').split(' ')).filter(Boolean);

/** A mark that two lives of the same pid do not share: the moment when the process began. Empty when it is gone. */
export const birthOf = (pid: number): string => {
  if (!onLinux) return ps(pid, 'lstart');
  // The second field is the name in brackets and may hold anything: count from the last bracket. Field 3 is the state, 22 the start.
  const [state, ...rest] = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return state === 'Z' ? '' : (rest[18] ?? '');
};

/** Where pids mean the same: this boot of this machine and this container. */
export const pidRealm = (): string => {
  if (!onLinux) return os.hostname();
  return `${readOrEmpty('/proc/sys/kernel/random/boot_id').trim()} ${fs.readlinkSync('/proc/self/ns/pid')}`;
};

/** The PostgreSQL processes that work inside `folder`, whoever started them. Known on Linux only; elsewhere none. */
export const postgresProcessesIn = (folder: string): readonly number[] => {
  if (!onLinux) return [];
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, folder));
};

const worksIn = (pid: number, folder: string): boolean => {
  try {
    return (
      fs.readlinkSync(`/proc/${pid}/cwd`) === folder &&
      readOrEmpty(`/proc/${pid}/comm`).startsWith('postgres')
    );
  } catch {
    return false;
  }
};
