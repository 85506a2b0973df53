import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';

export interface OpensmtpdPlan {
  readonly folder: string;
  /** No sign-in: any recipient is accepted, as at the front door of a mail host. */
  readonly port: number;
  /** Where letters are handed over for delivery, by LMTP on loopback. */
  readonly lmtpPort: number;
  /**
   * `relay` bounces what Dovecot refuses, but now and then takes the answers for two recipients of one letter for
   * "too much data" and delivers again 400 s later; `each` hands over one recipient at a time and never bounces.
   */
  readonly handOver: 'relay' | 'each';
}

/**
 * Real OpenSMTPD on loopback, handing everything to Dovecot by LMTP; whom Dovecot does not know gets a real
 * bounce. (No TLS here: Debian's 6.8 with OpenSSL 3 loses its private key; Dovecot's submission has TLS and
 * sign-in and hands on to this.) Its queue and control socket have fixed places in the system: it sees private ones through a mount
 * namespace, and where that is not allowed the servers take turns on the real ones.
 */
export function startOpensmtpd(plan: OpensmtpdPlan): Promise<ServerProcess> {
  if (process.getuid?.() !== 0)
    throw new Error('OpenSMTPD only starts as root: run the peers tests as root.');
  const configuration = path.join(plan.folder, 'smtpd.conf');
  mkdirSync(path.join(plan.folder, 'spool'), { recursive: true });
  mkdirSync(path.join(plan.folder, 'run'), { recursive: true });
  writeFileSync(configuration, opensmtpdConfiguration(plan), { mode: 0o600 });
  const run = `exec /usr/sbin/smtpd -d -f ${configuration}`;
  const apart = spawnSync('unshare', ['-m', 'mount', '--bind', plan.folder, plan.folder]).status === 0;
  const alone = `mkdir -p -m 711 /var/spool/smtpd && exec flock -F /run/lock/passaparola-smtpd.lock sh -c '${run}'`;
  const hidden = `mount --bind ${plan.folder}/spool /var/spool && mount --bind ${plan.folder}/run /run && mkdir -p -m 711 /var/spool/smtpd && ${run}`;
  return startServerProcess({
    command: apart ? 'unshare' : 'sh',
    args: apart ? ['-m', 'sh', '-c', hidden] : ['-c', alone],
    listens: [{ host: '127.0.0.1', port: plan.port }],
    within: apart ? 15_000 : 60_000,
  });
}

// A relay, not `action lmtp`: the latter takes every refusal of Dovecot for a passing one and never bounces.
const handOvers = {
  relay: (lmtpPort: number) => `action "dovecot" relay host "lmtp://127.0.0.1:${lmtpPort}"`,
  each: (lmtpPort: number) =>
    `table everybody { "@" = nobody }\naction "dovecot" lmtp "127.0.0.1:${lmtpPort}" rcpt-to virtual <everybody>`,
} as const;

const opensmtpdConfiguration = ({ port, lmtpPort, handOver }: OpensmtpdPlan) => `
listen on 127.0.0.1 port ${port} hostname localhost
${handOvers[handOver](lmtpPort)}
match from any for any action "dovecot"
`;
