import { createHash } from 'node:crypto';

/** What of a mention says where it belongs. */
export type Linked = {
  readonly nativeId: string;
  readonly rootNativeId: string | null;
  readonly parentNativeId: string | null;
  /** Oldest first. */
  readonly references: readonly string[];
};

const LONGEST_KEY = 200;
/** A mail that names hundreds of others is no conversation: its ends say enough. */
const REFERENCES_AT_EACH_END = 20;

/** The native id that a new thread hangs from: the root where the channel tells it, else the first reference, else the parent, else itself. */
export const threadKey = (mention: Linked): string =>
  keyOf(mention.rootNativeId || mention.references[0] || mention.parentNativeId || mention.nativeId);

/**
 * Every native id that puts this mention in the same thread, the nearest first: itself, what it answers, what that answered, the root.
 * What they share is all that decides, the order of arrival does not; the nearness says where it belongs when a person has divided them.
 */
export const linkKeys = (mention: Linked): readonly string[] => {
  const { references } = mention;
  const ends =
    references.length > 2 * REFERENCES_AT_EACH_END
      ? [...references.slice(0, REFERENCES_AT_EACH_END), ...references.slice(-REFERENCES_AT_EACH_END)]
      : references;
  const ids = [mention.nativeId, mention.parentNativeId, ...ends.toReversed(), mention.rootNativeId];
  return [...new Set(ids.filter((id): id is string => Boolean(id)).map(keyOf))];
};

/** Native ids of any length as keys of an index: long ones by their SHA-256. */
export const keyOf = (nativeId: string): string =>
  nativeId.length <= LONGEST_KEY
    ? nativeId
    : `sha256:${createHash('sha256').update(nativeId).digest('base64url')}`;
