import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './node24.mjs';

/**
 * What only the system can give to the tests, from test/peers/system-parts.json:
 * name; probe (a program's name, or a path from the root or from the repository); debian (packages to install);
 * script (optional, run as root after the packages, e.g. to build); tests (folders that cannot run without it); why.
 */
export const systemParts = () =>
  JSON.parse(fs.readFileSync(path.join(root, 'test/peers/system-parts.json'), 'utf8'));

export const missingParts = (parts) => parts.filter((part) => !isThere(part.probe));

const isThere = (probe) => {
  if (probe.includes('/')) return fs.existsSync(path.resolve(root, probe));
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/sbin',
  ];
  return folders.some((folder) => fs.existsSync(path.join(folder, probe)));
};

/** Whether we may install here: root on Debian or Ubuntu. */
export const canInstall = () => process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');

/** Installs the parts, saying so. Which ones are still missing afterwards is for the caller to look. */
export const installParts = (parts, say) => {
  const packages = [...new Set(parts.flatMap((part) => part.debian))];
  say(
    `Installo dal sistema, per le prove: ${parts.map((part) => part.name).join(', ')} (${packages.join(' ')})`,
  );
  withServicesAsleep(() => {
    if (packages.length > 0) {
      apt(['update', '-qq']);
      apt(['install', '-y', '-qq', '--no-install-recommends', '--no-remove', ...packages]);
    }
    for (const { script } of parts) {
      if (script) run('sh', [path.join(root, script)]);
    }
  });
};

/** The one command that gives what is missing. */
export const installCommand = (parts) => {
  const packages = [...new Set(parts.flatMap((part) => part.debian))].join(' ');
  const scripts = parts.flatMap((part) => (part.script ? [`sh ${part.script}`] : []));
  const steps = [...(packages ? [`apt-get install -y --no-install-recommends ${packages}`] : []), ...scripts];
  return `sudo sh -c '${steps.join(' && ')}'`;
};

// The wait is for another apt that may be running, in seconds.
const apt = (words) => run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words]);

const run = (program, words) =>
  spawnSync(program, words, {
    cwd: root,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });

const policy = '/usr/sbin/policy-rc.d';

/** The tests start servers of their own: while installing, the system's are not to be started (invoke-rc.d policy, exit 101). */
const withServicesAsleep = (work) => {
  const ours = !fs.existsSync(policy);
  if (ours) fs.writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const wake = () => ours && fs.rmSync(policy, { force: true });
  process.once('exit', wake);
  try {
    work();
  } finally {
    wake();
    process.off('exit', wake);
  }
};
