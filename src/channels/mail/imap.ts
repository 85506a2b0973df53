import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { type MailContext, pin } from './connect-options.ts';
import { problemOfMail } from './mail-problem.ts';
import { imapDoor } from './settings.ts';

/** Bytes of one answer of the server: a letter of the size that we fetch whole, and its wrapping. */
const MAX_ANSWER = 24_000_000;

/** A signed-in IMAP connection; whoever opens it closes it. Errors between two commands only close it. */
export const openImap = async (context: MailContext): Promise<Result<ImapFlow, ChannelProblem>> => {
  const pinned = await pin(context, imapDoor(context.settings), 'imap');
  if (!pinned.ok) return pinned;
  const { address, port, security, tls } = pinned.value;
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client({
    host: address,
    port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    ...(tls.servername ? { servername: tls.servername } : {}),
    tls: { ...tls, ca: tls.ca ? [...tls.ca] : undefined },
    auth: { user: context.settings.user, pass: context.secrets.password },
    clientInfo: { name: 'Passaparola' },
    logger: false,
    disableAutoIdle: true,
    disableBinary: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 5 * 60_000,
    maxLineLength: 2_000_000,
    maxLiteralSize: MAX_ANSWER,
    maxResponseSize: MAX_ANSWER * 2,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return ok(client);
  } catch (error) {
    client.close();
    return err(problemOfMail(error, 'IMAP'));
  }
};

/** Does something with a connection of its own, then closes it whatever happened. */
export const withImap = async <Value>(
  context: MailContext,
  work: (client: ImapFlow) => Promise<Value>,
): Promise<Result<Value, ChannelProblem>> => {
  const opened = await openImap(context);
  if (!opened.ok) return opened;
  try {
    return ok(await work(opened.value));
  } catch (error) {
    return err(problemOfMail(error, 'IMAP'));
  } finally {
    await leave(opened.value);
  }
};

/** A farewell that may fail and may not take long. */
export const leave = async (client: ImapFlow): Promise<void> => {
  if (client.usable) {
    const patience = new AbortController();
    await Promise.race([
      client.logout().catch(() => false),
      pause(2_000, undefined, { signal: patience.signal }).catch(() => {}),
    ]);
    patience.abort();
  }
  client.close();
};

/** The folder of sent letters, by its special use (RFC 6154) or its usual names; undefined where there is none. */
export const findSentFolder = async (client: ImapFlow): Promise<string | undefined> =>
  (await client.list()).find(({ specialUse }) => specialUse === '\\Sent')?.path;
