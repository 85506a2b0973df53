import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { type MailContext, pin } from './connect-options.ts';
import { problemOfMail, readError } from './mail-problem.ts';
import { smtpDoor } from './settings.ts';

/** A signed-in SMTP connection; whoever opens it closes it. */
export const openSmtp = async (context: MailContext): Promise<Result<SMTPConnection, ChannelProblem>> => {
  const pinned = await pin(context, smtpDoor(context.settings), 'smtp');
  if (!pinned.ok) return pinned;
  const { address, port, security, tls } = pinned.value;
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    host: address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(tls.servername ? { servername: tls.servername } : {}),
    tls: { ...tls, ca: tls.ca ? [...tls.ca] : undefined },
    allowInternalNetworkInterfaces: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    logger: false,
  });
  try {
    await settle(connection, (done) => connection.connect((error) => done(error ?? null)));
    const credentials = { user: context.settings.user, pass: context.secrets.password };
    if (connection.allowsAuth || security !== 'none') {
      await settle(connection, (done) =>
        connection.login({ user: credentials.user, pass: credentials.pass, credentials }, done),
      );
    }
    connection.on('error', () => {});
    return ok(connection);
  } catch (error) {
    connection.on('error', () => {});
    connection.close();
    return err(problemOfMail(error, 'SMTP'));
  }
};

export type Handover =
  | { readonly state: 'accepted' }
  /** The server has refused it in words: nothing has gone out. */
  | {
      readonly state: 'refused';
      readonly isForGood: boolean;
      readonly words: string;
      readonly status: number;
    }
  /** The connection broke before the letter was handed over. */
  | { readonly state: 'not-handed-over'; readonly problem: ChannelProblem }
  /** It broke while or after the letter was handed over. */
  | { readonly state: 'unknown'; readonly detail: string };

/** Hands a letter over, to all recipients or to none: when one is refused, the letter is not given to the others either. */
export const handOver = async (
  connection: SMTPConnection,
  envelope: { readonly from: string; readonly to: readonly string[] },
  message: Buffer,
): Promise<Handover> => {
  let hasBegun = false;
  const body = Readable.from(
    (async function* () {
      const refusal = refusalOf(connection);
      if (refusal) throw refusal;
      hasBegun = true;
      yield message;
    })(),
    { objectMode: false },
  );
  try {
    await settle(connection, (done) =>
      connection.send({ from: envelope.from, to: [...envelope.to], size: message.length }, body, done),
    );
    connection.quit();
    return { state: 'accepted' };
  } catch (error) {
    connection.close();
    return afterFailure(refusalOf(connection) ?? error, hasBegun);
  }
};

const afterFailure = (error: unknown, hasBegun: boolean): Handover => {
  const { status, words } = readError(error);
  if (status !== undefined && status >= 400) {
    return { state: 'refused', isForGood: status >= 500, words: words || String(status), status };
  }
  const problem = problemOfMail(error, 'SMTP');
  return hasBegun ? { state: 'unknown', detail: problem.detail } : { state: 'not-handed-over', problem };
};

/** The first recipient's refusal, known before any byte of the letter is sent. */
const refusalOf = (connection: SMTPConnection): Error | undefined =>
  (connection as unknown as { readonly _envelope?: { readonly rejectedErrors?: readonly Error[] } })._envelope
    ?.rejectedErrors?.[0];

/** Callbacks as a promise, which also ends when the connection does without calling back. */
const settle = (
  connection: SMTPConnection,
  work: (done: (error: Error | null) => void) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const finish = (error: Error | null) => {
      connection.off('error', onError);
      connection.off('end', onEnd);
      if (error) reject(error);
      else resolve();
    };
    const onError = (error: Error) => finish(error);
    const onEnd = () => finish(Object.assign(new Error('connection ended'), { code: 'ECONNECTION' }));
    connection.on('error', onError);
    connection.on('end', onEnd);
    work(finish);
  });
