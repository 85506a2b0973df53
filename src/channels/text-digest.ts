import { createHash } from 'node:crypto';

/** SHA-256 of the parts in base64url, 43 characters: for revisions and for items that carry no id. Parts cannot run into each other. */
export const textDigest = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** A native id that a database can keep and index: what is longer than 400 characters or not plain text becomes its digest. */
export const fittingId = (id: string): string => {
  const trimmed = id.trim();
  const isFitting = trimmed !== '' && trimmed.length <= 400 && !unfit.test(trimmed) && trimmed.isWellFormed();
  return isFitting ? trimmed : `sha256:${textDigest(id)}`;
};

/** Control, bidi and invisible characters: two ids that look the same must be the same. */
const unfit = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
