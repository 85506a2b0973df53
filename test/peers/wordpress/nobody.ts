import { chownSync } from 'node:fs';

/** Debian's `nobody` and `nogroup`. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** The command as somebody who may do nothing else, where we are root; the kernel still ends it when this process dies. */
export const asNobody = (command: readonly string[]): readonly string[] =>
  isRoot
    ? [
        'setpriv',
        `--reuid=${NOBODY}`,
        `--regid=${NOBODY}`,
        '--clear-groups',
        '--pdeathsig',
        'TERM',
        '--',
        ...command,
      ]
    : command;

/** A folder that `asNobody` writes in. */
export const giveTo = (folder: string): void => {
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
};
