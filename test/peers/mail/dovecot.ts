import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import type { Certificate } from './certificate.ts';

export interface MailUser {
  /** The whole address, which is also the name to sign in with. */
  readonly address: string;
  readonly password: string;
}

export interface DovecotPlan {
  readonly folder: string;
  readonly users: readonly MailUser[];
  readonly imapPort: number;
  readonly imapsPort: number;
  /** SMTP that demands a sign-in; STARTTLS offered. */
  readonly submissionPort: number;
  /** The same with TLS from the first byte. */
  readonly submissionsPort: number;
  readonly lmtpPort: number;
  /** Where submitted mail goes on to. */
  readonly smtpPort: number;
  readonly certificate: Certificate;
}

/** Real Dovecot on loopback: IMAP (with IDLE), submission with sign-in, and LMTP; one Maildir for each user. */
export function startDovecot(plan: DovecotPlan): Promise<ServerProcess> {
  mkdirSync(path.join(plan.folder, 'mail'), { recursive: true });
  chmodSync(path.join(plan.folder, 'mail'), 0o777);
  const people = plan.users.map(
    ({ address, password }) => `${address.toLowerCase()}:{PLAIN}${password}::::::`,
  );
  writeFileSync(path.join(plan.folder, 'users'), `${people.join('\n')}\n`);
  const configuration = path.join(plan.folder, 'dovecot.conf');
  writeFileSync(configuration, dovecotConfiguration(plan));
  return startServerProcess({
    command: '/usr/sbin/dovecot',
    args: ['-F', '-c', configuration],
    listens: [plan.imapPort, plan.imapsPort, plan.submissionPort, plan.submissionsPort, plan.lmtpPort].map(
      (port) => ({
        host: '127.0.0.1',
        port,
      }),
    ),
  });
}

const dovecotConfiguration = ({ folder, certificate, ...ports }: DovecotPlan) => `
base_dir = ${folder}/dovecot-run
state_dir = ${folder}/dovecot-run
listen = 127.0.0.1
protocols = imap lmtp submission
hostname = localhost
submission_relay_host = 127.0.0.1
submission_relay_port = ${ports.smtpPort}
submission_relay_trusted = no
log_path = ${folder}/dovecot.log
ssl = yes
ssl_cert = <${certificate.certificateFile}
ssl_key = <${certificate.keyFile}
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain login
auth_username_format = %Lu
recipient_delimiter = +
first_valid_uid = 1
mail_uid = nobody
mail_gid = nogroup
mail_location = maildir:${folder}/mail/%d/%n
default_internal_user = dovecot
default_login_user = dovenull
service imap-login {
  inet_listener imap {
    port = ${ports.imapPort}
  }
  inet_listener imaps {
    port = ${ports.imapsPort}
    ssl = yes
  }
}
service submission-login {
  inet_listener submission {
    port = ${ports.submissionPort}
  }
  inet_listener submissions {
    port = ${ports.submissionsPort}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtpPort}
  }
}
service anvil {
  chroot =
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
protocol imap {
  imap_idle_notify_interval = 10 secs
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
`;
