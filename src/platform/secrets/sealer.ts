import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../result.ts';
import type { KeyRing } from './key-file.ts';

export type SealProblem =
  /** Not our format, or of a version we do not know. */
  | { readonly kind: 'not-sealed' }
  /** Sealed by a key that the key file no longer holds. */
  | { readonly kind: 'unknown-key'; readonly keyId: string }
  /** Changed since, or sealed for another purpose: the two cannot be told apart. */
  | { readonly kind: 'cannot-open' };

export interface Sealer {
  /** `purpose` says what the secret is of, e.g. `connection:<workspaceId>:<connectionId>`: moved to another row it does not open. */
  seal(plain: string, purpose: string): string;
  open(sealed: string, purpose: string): Result<string, SealProblem>;
  /** Sealed by an older key: open and seal it again when convenient. */
  isOutdated(sealed: string): boolean;
  /** 32 bytes for another use (sessions, one-time links), of the newest key; knowing one tells nothing of the others. */
  deriveKey(purpose: string): Buffer;
  /** The same of every key, newest first: to check what was signed before a rotation. */
  deriveKeys(purpose: string): readonly Buffer[];
}

/**
 * Secrets at rest: AES-256-GCM (NIST SP 800-38D), random 96-bit nonce, keys derived by HKDF-SHA-256 (RFC 5869).
 * Format, all base64url: `v1.<keyId>.<nonce>.<ciphertext and tag>`; version, key and purpose are authenticated.
 */
export const createSealer = (keys: KeyRing): Sealer => {
  const sealingKeys = keys.map((key) => ({ id: keyIdOf(key), key: derive(key, 'seal') }));
  const [newest] = sealingKeys;
  if (!newest || keys.some((key) => key.length !== 32))
    throw new RangeError('a key ring holds keys of 32 bytes');

  return {
    seal: (plain, purpose) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(boundTo(newest.id, purpose));
      const sealed = Buffer.concat([cipher.update(encode(plain)), cipher.final(), cipher.getAuthTag()]);
      return [version, newest.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open: (sealed, purpose) => {
      const parts = split(sealed);
      if (!parts) return err({ kind: 'not-sealed' });
      const known = sealingKeys.find(({ id }) => id === parts.keyId);
      return known ? decipher(known, parts, purpose) : err({ kind: 'unknown-key', keyId: parts.keyId });
    },
    isOutdated: (sealed) => split(sealed)?.keyId !== newest.id,
    deriveKey: (purpose) => derive(keys[0], `derived:${purpose}`),
    deriveKeys: (purpose) => keys.map((key) => derive(key, `derived:${purpose}`)),
  };
};

const version = 'v1';
const tagBytes = 16;

interface Parts {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly body: Buffer;
}

const decipher = (
  known: { readonly id: string; readonly key: Buffer },
  { nonce, body }: Parts,
  purpose: string,
): Result<string, SealProblem> => {
  try {
    const opener = createDecipheriv('aes-256-gcm', known.key, nonce, { authTagLength: tagBytes });
    opener.setAAD(boundTo(known.id, purpose)).setAuthTag(body.subarray(-tagBytes));
    return ok(decode(Buffer.concat([opener.update(body.subarray(0, -tagBytes)), opener.final()])));
  } catch {
    return err({ kind: 'cannot-open' });
  }
};

const split = (sealed: string): Parts | undefined => {
  const [found, keyId, nonceText, bodyText, ...rest] = sealed.split('.');
  if (found !== version || !keyId || !nonceText || !bodyText || rest.length > 0) return undefined;
  const nonce = strictBase64url(nonceText);
  const body = strictBase64url(bodyText);
  return nonce?.length === 12 && body && body.length > tagBytes ? { keyId, nonce, body } : undefined;
};

/** One text for one value: Node skips what is not base64 and ignores the spare bits of the last character. */
const strictBase64url = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
};

/** JSON keeps the parts apart and lone surrogates distinct, which plain UTF-8 would not. */
const boundTo = (keyId: string, purpose: string): Buffer =>
  Buffer.from(JSON.stringify([version, keyId, purpose]));

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `passaparola/1/${JSON.stringify(purpose)}`, 32));

const keyIdOf = (key: Buffer): string => derive(key, 'key-id').subarray(0, 6).toString('base64url');

/** First byte: how the rest is written. UTF-8 cannot carry lone surrogates, and any string must come back as it was. */
const encode = (plain: string): Buffer =>
  plain.isWellFormed()
    ? Buffer.concat([Buffer.of(0), Buffer.from(plain, 'utf8')])
    : Buffer.concat([Buffer.of(1), Buffer.from(plain, 'utf16le')]);

const decode = (bytes: Buffer): string => bytes.subarray(1).toString(bytes[0] === 1 ? 'utf16le' : 'utf8');
