import type { ImapFlow, MessageStructureObject } from 'imapflow';
import { CUT_FIELD } from './cut-attachments.ts';

/** Above this many bytes only the header and the words are fetched. */
const MAX_WHOLE = 15_000_000;
const MAX_WORDS = 1_000_000;
const MAX_HEADER = 200_000;

export type Listed = {
  readonly uid: number;
  readonly size: number;
  readonly receivedAt: Date | undefined;
  readonly flags: ReadonlySet<string>;
};

/** What is known of letters before they are fetched. */
export const listLetters = async (client: ImapFlow, uids: readonly number[]): Promise<readonly Listed[]> => {
  const found = await client.fetchAll(
    [...uids],
    { uid: true, size: true, internalDate: true, flags: true },
    { uid: true },
  );
  return found
    .map(({ uid, size, internalDate, flags }) => ({
      uid,
      size: size ?? 0,
      receivedAt: internalDate === undefined ? undefined : new Date(internalDate),
      flags: flags ?? new Set<string>(),
    }))
    .sort((a, b) => a.uid - b.uid);
};

/** The letter's bytes; of a giant one its header, its words and a description of the rest. Undefined when it is gone. */
export const fetchLetter = async (client: ImapFlow, { uid, size }: Listed): Promise<Buffer | undefined> => {
  if (size <= MAX_WHOLE) {
    const whole = await client.fetchOne(uid, { source: true }, { uid: true });
    return whole ? whole.source : undefined;
  }
  return fetchWordsOnly(client, uid);
};

const fetchWordsOnly = async (client: ImapFlow, uid: number): Promise<Buffer | undefined> => {
  const outline = await client.fetchOne(
    uid,
    { bodyStructure: true, bodyParts: [{ key: 'header', start: 0, maxLength: MAX_HEADER }] },
    { uid: true },
  );
  if (!outline) return undefined;
  const header = outline.headers ?? Buffer.alloc(0);
  const all = outline.bodyStructure ? leavesOf(outline.bodyStructure).slice(0, 100) : [];
  const hasPlain = all.some((leaf) => isWords(leaf) && leaf.type === 'text/plain');
  // The same words twice would read as if they had been said twice.
  const leaves = hasPlain ? all.filter((leaf) => !isWords(leaf) || leaf.type === 'text/plain') : all;
  const words = leaves.filter(isWords).slice(0, 3);
  const keys = words.map(partKey);
  const bodies =
    keys.length > 0
      ? await client.fetchOne(
          uid,
          { bodyParts: keys.map((key) => ({ key, start: 0, maxLength: MAX_WORDS })) },
          { uid: true },
        )
      : undefined;
  const parts = leaves.map((leaf) => {
    const body = words.includes(leaf) && bodies ? bodies.bodyParts?.get(partKey(leaf)) : undefined;
    return Buffer.concat([
      Buffer.from(`\r\n--${BOUNDARY}\r\n${headerOfPart(leaf, body !== undefined)}\r\n`),
      body ?? Buffer.alloc(0),
    ]);
  });
  return Buffer.concat([reheaded(header), ...parts, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
};

const BOUNDARY = 'passaparola-words-only';

/** The original header with the one field that says how what follows is built. */
const reheaded = (header: Buffer): Buffer => {
  const fields = header
    .toString('latin1')
    .replace(/(?:\r?\n)+$/, '')
    .split(/\r?\n(?![ \t])/)
    .filter((field) => !/^(?:content-type|content-transfer-encoding|mime-version)\s*:/i.test(field));
  const own = ['MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`];
  return Buffer.from(`${[...fields, ...own].join('\r\n')}\r\n`, 'latin1');
};

const headerOfPart = (leaf: MessageStructureObject, hasBody: boolean): string => {
  const name = leaf.dispositionParameters?.filename ?? leaf.parameters?.name;
  const lines = [
    `Content-Type: ${plain(leaf.type)}${leaf.parameters?.charset ? `; charset="${plain(leaf.parameters.charset)}"` : ''}`,
    ...(leaf.encoding ? [`Content-Transfer-Encoding: ${plain(leaf.encoding)}`] : []),
    ...(hasBody
      ? []
      : [
          `Content-Disposition: attachment${name ? `; filename*=utf-8''${encodeURIComponent(name.toWellFormed())}` : ''}`,
        ]),
    ...(hasBody ? [] : [`${CUT_FIELD}: ${sizeOf(leaf)}`]),
  ];
  return `${lines.join('\r\n')}\r\n`;
};

const plain = (word: string): string => word.replace(/[^\w.+/-]/g, '').slice(0, 100);

const sizeOf = ({ size = 0, encoding }: MessageStructureObject): number =>
  encoding?.toLowerCase() === 'base64' ? Math.floor((size * 57) / 78) : size;

const partKey = ({ part }: MessageStructureObject): string => part ?? '1';

const isWords = ({ type, disposition }: MessageStructureObject): boolean =>
  (type === 'text/plain' || type === 'text/html') && disposition !== 'attachment';

const leavesOf = (node: MessageStructureObject): readonly MessageStructureObject[] =>
  node.childNodes && node.childNodes.length > 0 ? node.childNodes.flatMap(leavesOf) : [node];
