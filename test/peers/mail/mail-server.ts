import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { freePort } from '../kit/free-port.ts';
import type { ServerProcess } from '../kit/server-process.ts';
import { waitUntil } from '../kit/wait-until.ts';
import { makeCertificate } from './certificate.ts';
import { type MailUser, startDovecot } from './dovecot.ts';
import { type OpensmtpdPlan, startOpensmtpd } from './opensmtpd.ts';

export type { MailUser } from './dovecot.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface RawMessage {
  readonly uid: number;
  readonly flags: readonly string[];
  /** The message byte for byte as the server keeps it. */
  readonly source: Buffer;
  /** The same read as UTF-8, for quick looks. */
  readonly raw: string;
}

export interface Delivery {
  /** Envelope sender; it receives the bounce, if any. */
  readonly from?: string;
}

export interface MailServer {
  /** Plain IMAP, sign-in allowed without TLS; STARTTLS offered. */
  readonly imap: Address;
  readonly imaps: Address;
  /** Plain SMTP without sign-in: accepts everything for everybody. */
  readonly smtp: Address;
  /** SMTP that demands AUTH PLAIN or LOGIN, allowed without TLS; STARTTLS offered. */
  readonly submission: Address;
  /** SMTP with TLS at once and obligatory AUTH. */
  readonly submissions: Address;
  /** PEM of the servers' own certificate, for clients that verify. */
  readonly authority: string;
  readonly users: readonly MailUser[];
  /** Injects one raw RFC 5322 message by SMTP, as a stranger's server would. */
  deliver(raw: string | Buffer, to: string | readonly string[], delivery?: Delivery): Promise<void>;
  /** What the real server now holds in that folder of that user, oldest first. */
  mailbox(user: string, folder?: string): Promise<readonly RawMessage[]>;
  /** Waits up to 45 s for a message that fits in that folder (OpenSMTPD sends bounces 10 to 15 s after the refusal). */
  awaitMail(user: string, fits: (message: RawMessage) => boolean, folder?: string): Promise<RawMessage>;
  /** An outage: connections drop and new ones are refused; mail and addresses are kept. */
  pause(part?: 'imap' | 'smtp' | 'all'): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export const usualUsers: readonly MailUser[] = [
  { address: 'clienti@cantina.test', password: 'secret' },
  { address: 'anna@example.test', password: 'secret' },
];

/** Real Dovecot and real OpenSMTPD with the given users, on free loopback ports, all in one temporary folder. */
export async function startMailServer({
  users = usualUsers,
  handOver = 'relay' as OpensmtpdPlan['handOver'],
} = {}): Promise<MailServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'passaparola-mail-'));
  chmodSync(folder, 0o755);
  const certificate = makeCertificate(folder);
  const [imapPort, imapsPort, smtpPort, submissionPort, submissionsPort, lmtpPort] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const plan = {
    folder,
    users,
    certificate,
    imapPort,
    imapsPort,
    smtpPort,
    submissionPort,
    submissionsPort,
    lmtpPort,
  };
  const running: { dovecot?: ServerProcess | undefined; opensmtpd?: ServerProcess | undefined } = {};
  const resume = async () => {
    running.dovecot ??= await startDovecot(plan);
    running.opensmtpd ??= await startOpensmtpd({ folder, port: smtpPort, lmtpPort, handOver });
  };
  const pause = async (part: 'imap' | 'smtp' | 'all' = 'all') => {
    if (part !== 'imap') await running.opensmtpd?.stop().then(() => delete running.opensmtpd);
    if (part !== 'smtp') await running.dovecot?.stop().then(() => delete running.dovecot);
  };
  const stop = async () => {
    await pause();
    rmSync(folder, { recursive: true, force: true });
  };
  await resume().catch(async (error) => {
    await stop();
    throw error;
  });
  const at = (port: number): Address => ({ host: '127.0.0.1', port });
  const addresses = {
    imap: at(imapPort),
    imaps: at(imapsPort),
    smtp: at(smtpPort),
    submission: at(submissionPort),
    submissions: at(submissionsPort),
  };
  const mailbox: MailServer['mailbox'] = (user, name = 'INBOX') =>
    readMailbox(addresses.imap, signInOf(users, user), name);
  return {
    ...addresses,
    authority: certificate.authority,
    users,
    deliver: (raw, to, delivery) => deliverBySmtp(addresses.smtp, raw, to, delivery),
    mailbox,
    awaitMail: (user, fits, name) =>
      waitUntil(async () => (await mailbox(user, name)).find(fits), {
        what: `mail for ${user}`,
        within: 45_000,
        every: 100,
      }),
    pause,
    resume,
    stop,
  };
}

function signInOf(users: readonly MailUser[], address: string): MailUser {
  const user = users.find((candidate) => candidate.address === address);
  if (user === undefined) throw new Error(`The mail server has no user ${address}`);
  return user;
}

async function deliverBySmtp(
  smtp: Address,
  raw: string | Buffer,
  to: string | readonly string[],
  { from = 'stranger@example.test' }: Delivery = {},
): Promise<void> {
  const transport = createTransport({ ...smtp, secure: false, ignoreTLS: true });
  await transport.sendMail({ envelope: { from, to: typeof to === 'string' ? to : [...to] }, raw });
  transport.close();
}

async function readMailbox(imap: Address, user: MailUser, folder: string): Promise<readonly RawMessage[]> {
  const auth = { user: user.address, pass: user.password };
  const client = new ImapFlow({ ...imap, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  try {
    const mailbox = await client.mailboxOpen(folder, { readOnly: true });
    if (mailbox.exists === 0) return [];
    const messages = await client.fetchAll('1:*', { uid: true, flags: true, source: true });
    return messages.map(({ uid, flags, source = Buffer.alloc(0) }) => ({
      uid,
      flags: [...(flags ?? [])],
      source,
      raw: source.toString('utf8'),
    }));
  } finally {
    await client.logout();
  }
}
