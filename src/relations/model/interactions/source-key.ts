import { createHash } from 'node:crypto';

/**
 * What an interaction was made of, as one short text: the same thing heard twice, by two roads or in any order, has the
 * same key. Ids of channels may be of any length and are hashed.
 */
export const sourceKeys = {
  /** Others' words, towards us and towards whom they answer. */
  toUs: (mentionId: string): string => `m:${mentionId}:u`,
  toParent: (mentionId: string): string => `m:${mentionId}:p`,
  /** Ours: told by the delivery of our answer and by its echo from the channel. */
  ours: (connectionId: string, nativeId: string): string => `o:${digest(connectionId, nativeId)}`,
  reaction: (connectionId: string, reaction: string, author: string, of: string | null): string =>
    `r:${digest(connectionId, reaction, author, of ?? '')}`,
  byHand: (id: string): string => `h:${id}`,
  imported: (...parts: readonly string[]): string => `i:${digest(...parts)}`,
} as const;

/** The id of one that was entered by hand; null for the others, which only their source can take back. */
export const handIdOf = (sourceKey: string): string | null =>
  sourceKey.startsWith('h:') ? sourceKey.slice(2, 38) : null;

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
