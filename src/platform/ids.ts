import { v7 } from 'uuid';

/** A UUIDv7 (RFC 9562): unique anywhere, and sorting by it sorts by the time of its making (ms). */
export type Id<Kind extends string> = string & { readonly __kind?: Kind };

export type WorkspaceId = Id<'workspace'>;
export type PersonId = Id<'person'>;
export type ConnectionId = Id<'connection'>;
export type MentionId = Id<'mention'>;
export type AuthorId = Id<'author'>;
export type ThreadId = Id<'thread'>;
export type ReplyId = Id<'reply'>;
export type WatchId = Id<'watch'>;
export type UploadId = Id<'upload'>;

/** Ids of one process sort in the order of their making, also within a millisecond (RFC 9562, 6.2, method 1: a counter that begins at random). */
export const newId = (): string => {
  const random = someRandom();
  const now = Date.now();
  if (now > millisecond) {
    millisecond = now;
    count =
      (((random[6] as number) & 0x7f) << 24) | ((random[7] as number) << 16) | ((random[8] as number) << 8);
  } else {
    count = (count + 1) | 0;
    if (count === 0) millisecond += 1;
  }
  return v7({ random, msecs: millisecond, seq: count });
};

let millisecond = Number.NEGATIVE_INFINITY;
let count = 0;

/** What one id needs. */
const BYTES = 16;
/** Asking the system for random bytes costs the same for sixteen as for thousands, and more than all the rest of an id. */
const pool = new Uint8Array(BYTES * 256);
let used = pool.length;

const someRandom = (): Uint8Array => {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += BYTES;
  return pool.subarray(used - BYTES, used);
};
