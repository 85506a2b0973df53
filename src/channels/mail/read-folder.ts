import type { ImapFlow, MailboxObject } from 'imapflow';
import type { RawItem } from '../events.ts';
import type { MailContext } from './connect-options.ts';
import type { FolderState } from './cursor.ts';
import { fetchLetter, type Listed, listLetters } from './fetch-letter.ts';
import { rawItemOf } from './read-raw.ts';

const MAX_LETTERS = 50;
const MAX_BYTES = 16_000_000;
const dayMs = 86_400_000;

export type FolderBatch = {
  readonly items: readonly RawItem[];
  readonly state: FolderState;
  readonly more: boolean;
};
export type Folder = { readonly path: string; readonly kind: 'inbox' | 'sent' };

/**
 * The next letters of a folder after `state`, oldest first. A new UIDVALIDITY (the server has built the folder anew)
 * or no state: again from `maxAgeDays` ago; letters that we have are known by their Message-ID. Leaves the folder selected.
 */
export const readFolder = async (
  client: ImapFlow,
  context: MailContext,
  folder: Folder,
  state: FolderState | undefined,
): Promise<FolderBatch> => {
  const mailbox = await select(client, folder);
  const uidValidity = String(mailbox.uidValidity);
  const known = state?.uidValidity === uidValidity ? state : undefined;
  const uids = await newUids(client, context, mailbox, known);
  const listed = await listLetters(client, uids.slice(0, MAX_LETTERS));
  const taken = upTo(listed, MAX_BYTES);
  const items: RawItem[] = [];
  for (const letter of taken) {
    const item = await readLetter(client, context, folder, letter);
    if (item) items.push(item);
  }
  const more = taken.length < listed.length || uids.length > MAX_LETTERS;
  const lastTaken = taken.length < listed.length ? taken.at(-1)?.uid : uids.slice(0, MAX_LETTERS).at(-1);
  const lastUid = Math.max(
    known?.lastUid ?? 0,
    lastTaken ?? (uids.length === 0 && !known ? mailbox.uidNext - 1 : 0),
  );
  return { items, state: { uidValidity, lastUid }, more };
};

/** The inbox for writing, because our own copies there are marked as read; others' letters never are. */
const select = async (client: ImapFlow, { path, kind }: Folder): Promise<MailboxObject> => {
  const isOpen = client.mailbox && client.mailbox.path === path;
  if (isOpen) {
    await client.noop();
    if (client.mailbox) return client.mailbox;
  }
  return client.mailboxOpen(path, { readOnly: kind === 'sent' });
};

const newUids = async (
  client: ImapFlow,
  { settings, clock }: MailContext,
  mailbox: MailboxObject,
  known: FolderState | undefined,
): Promise<readonly number[]> => {
  if (mailbox.exists === 0) return [];
  const since = new Date(clock.now().getTime() - settings.maxAgeDays * dayMs);
  const query = known ? { uid: `${known.lastUid + 1}:*` } : { since };
  const found = (await client.search(query, { uid: true })) || [];
  // `n:*` always names the last letter, even when it is older than n (RFC 3501 6.4.8).
  return found.filter((uid) => uid > (known?.lastUid ?? 0)).sort((a, b) => a - b);
};

/** As many as fit, but one at least. */
const upTo = (letters: readonly Listed[], maxBytes: number): readonly Listed[] => {
  let bytes = 0;
  const end = letters.findIndex(({ size }, index) => {
    bytes += Math.min(size, MAX_BYTES);
    return index > 0 && bytes > maxBytes;
  });
  return end < 0 ? letters : letters.slice(0, end);
};

const readLetter = async (
  client: ImapFlow,
  { settings }: MailContext,
  { kind }: Folder,
  letter: Listed,
): Promise<RawItem | undefined> => {
  const bytes = await fetchLetter(client, letter);
  if (!bytes || bytes.length === 0) return undefined;
  const item = rawItemOf(bytes, {
    accountId: settings.address,
    folder: kind,
    ...(letter.receivedAt && !Number.isNaN(letter.receivedAt.getTime())
      ? { receivedAt: letter.receivedAt.toISOString() }
      : {}),
  });
  if (kind === 'inbox' && !letter.flags.has('\\Seen') && isOwnCopy(item, settings.address)) {
    await client.messageFlagsAdd(letter.uid, ['\\Seen'], { uid: true });
  }
  return item;
};

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}@/;

/** The copy that `send` has sent to ourselves: nobody has to read it. */
const isOwnCopy = ({ nativeId }: RawItem, address: string): boolean =>
  uuid.test(nativeId) && nativeId.endsWith(`@${address.split('@').at(-1)}`);
