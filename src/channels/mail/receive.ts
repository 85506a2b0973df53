import type { ImapFlow } from 'imapflow';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import type { MailContext } from './connect-options.ts';
import { type MailCursor, readCursor, writeCursor } from './cursor.ts';
import { findSentFolder, leave, openImap, withImap } from './imap.ts';
import { problemOfMail } from './mail-problem.ts';
import { type Folder, readFolder } from './read-folder.ts';
import type { MailSettings } from './settings.ts';

/** One look at the mailbox: the next letters of the folder of sent ones, then of the inbox. */
export const pollMail = (context: MailContext, cursor: Json): Promise<Result<Batch, ChannelProblem>> =>
  withImap(context, async (client) => {
    const folders = await foldersOf(client, context);
    const {
      items,
      cursor: next,
      more,
    } = await readFolders(client, context, folders, readMailCursor(context, cursor));
    return { items, cursor: writeCursor(next), more };
  });

/** Reads what is there, then waits in IDLE (RFC 2177) for the server to speak. */
export const streamMail = async (
  context: MailContext,
  cursor: Json,
  _targets: ReceiveTargets,
  onBatch: (batch: Batch) => Promise<void>,
  onOpen: () => void,
  signal: AbortSignal,
): Promise<Result<void, ChannelProblem>> => {
  const opened = await openImap(context);
  if (!opened.ok) return opened;
  const client = opened.value;
  try {
    return await follow(client, context, readMailCursor(context, cursor), { onBatch, onOpen, signal });
  } catch (error) {
    if (signal.aborted) return ok(undefined);
    if (error instanceof BatchRefused) throw error.cause;
    return err(problemOfMail(error, 'IMAP'));
  } finally {
    await leave(client);
  }
};

type Following = {
  readonly onBatch: (batch: Batch) => Promise<void>;
  readonly onOpen: () => void;
  readonly signal: AbortSignal;
};

/** What went wrong while keeping a batch is the keeper's affair, not the mail server's. */
class BatchRefused extends Error {}

const follow = async (
  client: ImapFlow,
  context: MailContext,
  from: MailCursor,
  { onBatch, onOpen, signal }: Following,
): Promise<Result<void, ChannelProblem>> => {
  const folders = await foldersOf(client, context);
  const bell = createBell(client, signal);
  let cursor = from;
  let isOpen = false;
  try {
    while (!signal.aborted) {
      bell.mute();
      const step = await readFolders(client, context, folders, cursor);
      if (step.items.length > 0 || !isOpen) {
        const batch = { items: step.items, cursor: writeCursor(step.cursor) };
        await onBatch(batch).catch((cause: unknown) =>
          Promise.reject(new BatchRefused('batch refused', { cause })),
        );
      }
      cursor = step.cursor;
      if (step.more) continue;
      if (!isOpen) onOpen();
      isOpen = true;
      await idleUntilRung(client, bell);
      if (!client.usable && !signal.aborted) {
        return err({ kind: 'unreachable', detail: 'IMAP: the connection was lost' });
      }
    }
    return ok(undefined);
  } finally {
    bell.stop();
  }
};

/** The next command ends IDLE by itself; its own promise may never, when the connection goes: nobody waits for it. */
const idleUntilRung = async (client: ImapFlow, bell: { rung(): Promise<void> }): Promise<void> => {
  void client.idle().catch(() => false);
  await bell.rung();
};

/** How long IDLE lasts before we look anyway, ms: routers forget silent connections, and the folder of sent letters does not ring. */
const LOOK_EVERY_MS = 4 * 60_000;

/** Rings when the server announces something, the connection ends, we are to stop, or too long nothing has happened. */
const createBell = (client: ImapFlow, signal: AbortSignal) => {
  let hasRung = false;
  let wake = () => {};
  const ring = () => {
    hasRung = true;
    wake();
  };
  const clock = setInterval(ring, LOOK_EVERY_MS);
  client.on('exists', ring);
  client.on('close', ring);
  signal.addEventListener('abort', ring);
  return {
    /** Forgets earlier rings: what they announced is about to be read. */
    mute: () => {
      hasRung = !client.usable || signal.aborted;
    },
    rung: () =>
      hasRung
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            wake = resolve;
          }),
    stop: () => {
      clearInterval(clock);
      client.off('exists', ring);
      client.off('close', ring);
      signal.removeEventListener('abort', ring);
    },
  };
};

const foldersOf = async (client: ImapFlow, { settings }: MailContext): Promise<readonly Folder[]> => {
  const sent = await findSentFolder(client);
  const inbox: Folder = { path: settings.folder, kind: 'inbox' };
  // The inbox last: it stays selected, and IDLE listens to what is selected.
  return sent && sent !== settings.folder ? [{ path: sent, kind: 'sent' }, inbox] : [inbox];
};

const readFolders = async (
  client: ImapFlow,
  context: MailContext,
  folders: readonly Folder[],
  from: MailCursor,
) => {
  let cursor = from;
  let more = false;
  const items: Batch['items'][number][] = [];
  for (const folder of folders) {
    const read = await readFolder(client, context, folder, cursor.folders[folder.path]);
    items.push(...read.items);
    more ||= read.more;
    cursor = { ...cursor, folders: { ...cursor.folders, [folder.path]: read.state } };
  }
  return { items, cursor, more };
};

const readMailCursor = ({ settings }: MailContext, cursor: Json): MailCursor =>
  readCursor(cursor, mailboxOf(settings));

const mailboxOf = ({ user, imapHost }: MailSettings): string => `${user}@${imapHost}`;
