import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, in a time that tells nothing of where they differ. Empty secrets are nobody's. */
export const isSameSecret = (given: string | undefined, expected: string): boolean =>
  given !== undefined && expected !== '' && timingSafeEqual(digest(given), digest(expected));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export type SignatureAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/**
 * Whether `signature` is the HMAC of these bytes with one of the secrets: several while a secret is being changed. `signature` is hexadecimal
 * (either case) or base64 (either alphabet), without a prefix such as `sha256=`.
 */
export const isSignedWith = (
  secrets: readonly string[],
  algorithm: SignatureAlgorithm,
  bytes: Uint8Array,
  signature: string,
): boolean => {
  const given = readSignature(signature);
  const matches = secrets
    .filter((secret) => secret !== '')
    .map((secret) => {
      const expected = createHmac(algorithm, secret).update(bytes).digest();
      return given?.length === expected.length && timingSafeEqual(given, expected);
    });
  return matches.includes(true);
};

const readSignature = (text: string): Buffer | undefined => {
  if (text.length > 256) return undefined;
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex');
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return Buffer.from(text, 'base64');
  return undefined;
};
