import { type Entity, readEntity } from './mime/read-entity.ts';

/** Bytes of an attachment, as encoded, above which only its description is kept. */
const MAX_KEPT = 100_000;
/** Bytes of text, likewise: its beginning stays. */
const MAX_WORDS = 2_000_000;

/** The field that stands in for a body that was cut away: its size in bytes, decoded. */
export const CUT_FIELD = 'X-Passaparola-Cut';

/** The same message with the bodies of large attachments taken out and their size written into their headers. */
export const cutAttachments = (bytes: Buffer): Buffer => {
  if (bytes.length <= MAX_KEPT) return bytes;
  const heavy = leavesOf(readEntity(bytes)).filter((leaf) => isHeavy(leaf));
  if (heavy.length === 0) return bytes;
  const pieces: Buffer[] = [];
  let at = 0;
  for (const leaf of heavy) {
    const field = `${CUT_FIELD}: ${decodedSize(leaf)}\r\n`;
    const kept = isWords(leaf) ? MAX_WORDS : 0;
    pieces.push(
      bytes.subarray(at, leaf.from),
      Buffer.from(field),
      bytes.subarray(leaf.from, leaf.bodyAt + kept),
    );
    at = leaf.to;
  }
  return Buffer.concat([...pieces, bytes.subarray(at)]);
};

/** The size of a body once decoded, without decoding it (base64: three bytes of four characters, in lines of 76 and a line break). */
export const decodedSize = ({ bodyAt, to, encoding }: Pick<Entity, 'bodyAt' | 'to' | 'encoding'>): number =>
  encoding === 'base64' ? Math.floor(((to - bodyAt) * 57) / 78) : to - bodyAt;

const isHeavy = (leaf: Entity): boolean => leaf.to - leaf.bodyAt > (isWords(leaf) ? MAX_WORDS : MAX_KEPT);

const isWords = ({ type, disposition }: Entity): boolean =>
  type.value.startsWith('text/') && disposition.value !== 'attachment';

/** In the order of the bytes. An attached message is looked into, so that its words stay. */
const leavesOf = (entity: Entity): readonly Entity[] =>
  entity.children.length > 0 ? entity.children.flatMap(leavesOf) : [entity];
