import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keyOf, readCar } from './read-car.ts';

/** One change to a post in a commit of somebody's repository. */
export type PostChange =
  | {
      readonly action: 'put';
      readonly uri: string;
      readonly cid: string;
      readonly record: unknown;
      /** The relay is not taken at its word for what is kept: content and its digest agree. */
      isAuthentic(): boolean;
    }
  | { readonly action: 'delete'; readonly uri: string };

/** A message of com.atproto.sync.subscribeRepos, as far as posts go. */
export type FirehoseFrame =
  | {
      readonly kind: 'commit';
      readonly seq: number;
      readonly did: string;
      readonly time: string | undefined;
      /** Records are decoded only when asked for: most commits are likes and follows. */
      changes(): readonly PostChange[];
    }
  | { readonly kind: 'account'; readonly seq: number; readonly did: string; readonly isGone: boolean }
  | { readonly kind: 'other'; readonly seq: number }
  | { readonly kind: 'info' | 'error'; readonly name: string }
  | { readonly kind: 'unreadable' };

export type FrameReader = (bytes: Uint8Array) => FirehoseFrame;

/** Loads the CBOR decoder (5 MB of memory) and gives a reader of frames (https://atproto.com/specs/event-stream). Total. */
export const createFrameReader = async (): Promise<FrameReader> => {
  const { decode, decodeFirst } = await import('cborg');
  const tags: ((content: unknown) => unknown)[] = [];
  tags[42] = readLink;
  const options = { tags, allowUndefined: false };
  const decodeRecord = (bytes: Uint8Array): unknown => toJson(decode(bytes, options));
  return (bytes) => {
    try {
      const [header, rest] = decodeFirst(bytes, options);
      const [body] = decodeFirst(rest, options);
      return readFrame(HeaderSchema.parse(header), body, decodeRecord);
    } catch {
      return { kind: 'unreadable' };
    }
  };
};

const HeaderSchema = z.object({ op: z.number(), t: z.string().optional() });

/** A CID as a link of DAG-CBOR (tag 42): one zero byte before it. */
class Link {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}
const readLink = (content: unknown): Link => {
  if (!(content instanceof Uint8Array) || content[0] !== 0) throw new Error('not a CID');
  return new Link(content.subarray(1));
};

const LinkSchema = z.instanceof(Link);
const CommitSchema = z.object({
  seq: z.number().int(),
  repo: z.string().startsWith('did:'),
  time: z.string().optional(),
  blocks: z.instanceof(Uint8Array),
  ops: z.array(z.object({ action: z.string(), path: z.string(), cid: LinkSchema.nullish() })).max(1_000),
});
type Commit = z.infer<typeof CommitSchema>;
const AccountSchema = z.object({
  seq: z.number().int(),
  did: z.string(),
  active: z.boolean(),
  status: z.string().optional(),
});
const NumberedSchema = z.object({ seq: z.number().int() });
const NamedSchema = z.object({ name: z.string().optional(), error: z.string().optional() });

const readFrame = (
  header: z.infer<typeof HeaderSchema>,
  body: unknown,
  decodeRecord: (bytes: Uint8Array) => unknown,
): FirehoseFrame => {
  if (header.op === -1) return { kind: 'error', name: NamedSchema.parse(body).error ?? 'unknown' };
  if (header.t === '#info') return { kind: 'info', name: NamedSchema.parse(body).name ?? 'unknown' };
  if (header.t === '#account') {
    const { seq, did, active, status } = AccountSchema.parse(body);
    return { kind: 'account', seq, did, isGone: !active && (status === 'deleted' || status === 'takendown') };
  }
  if (header.t !== '#commit') return { kind: 'other', seq: NumberedSchema.parse(body).seq };
  const commit = CommitSchema.parse(body);
  const changes = () => {
    try {
      return changesOf(commit, decodeRecord);
    } catch {
      return [];
    }
  };
  return { kind: 'commit', seq: commit.seq, did: commit.repo, time: commit.time, changes };
};

const changesOf = (commit: Commit, decodeRecord: (bytes: Uint8Array) => unknown): readonly PostChange[] => {
  const ours = commit.ops.filter(({ path }) => path.startsWith('app.bsky.feed.post/'));
  if (ours.length === 0) return [];
  const blocks = ours.some(({ cid }) => cid) ? readCar(commit.blocks) : new Map<string, Uint8Array>();
  return ours.flatMap(({ action, path, cid }): readonly PostChange[] => {
    const uri = `at://${commit.repo}/${path}`;
    if (action === 'delete') return [{ action, uri }];
    const block = cid && blocks.get(keyOf(cid.bytes));
    if (!cid || !block) return [];
    try {
      const isAuthentic = () => createHash('sha256').update(block).digest().equals(cid.bytes.subarray(4));
      return [{ action: 'put', uri, cid: writeCid(cid.bytes), record: decodeRecord(block), isAuthentic }];
    } catch {
      return [];
    }
  });
};

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Multibase `b`: base32 in lower case without padding (RFC 4648 6). */
const writeCid = (bytes: Uint8Array): string => {
  let text = 'b';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + base32[(held << (5 - bits)) & 31] : text;
};

/** The data model's JSON (https://atproto.com/specs/data-model): links as `$link`, bytes as `$bytes`. */
const toJson = (value: unknown): unknown => {
  if (value instanceof Link) return { $link: writeCid(value.bytes) };
  if (value instanceof Uint8Array)
    return { $bytes: Buffer.from(value).toString('base64').replace(/=+$/, '') };
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]));
};
