/**
 * A notice for a browser: encrypted for it alone (RFC 8291 over RFC 8188, aes128gcm), and signed by us so that its service knows whom to
 * speak to (VAPID, RFC 8292).
 */
import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto';

/** As the browser gives it; `p256dh` and `auth` are base64url. */
export type PushSubscription = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };

/** Bytes of one record; a service need not take more than 4096 (RFC 8030, 7.2). */
const RECORD = 4_096;
export const LONGEST_NOTICE = 3_000;

/** The body of the request. `own` and `salt` are fresh for each message; given only by tests. */
export const encryptNotice = (
  to: Pick<PushSubscription, 'p256dh' | 'auth'>,
  text: string,
  { own = freshKeys(), salt = randomBytes(16) }: { readonly own?: ECDH; readonly salt?: Buffer } = {},
): Buffer => {
  const theirs = Buffer.from(to.p256dh, 'base64url');
  const ours = own.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const shared = hkdf(own.computeSecret(theirs), Buffer.from(to.auth, 'base64url'), info, 32);
  const key = hkdf(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // A single record ends with the delimiter 2 (RFC 8188, 2).
  const body = [cipher.update(Buffer.concat([Buffer.from(text), Buffer.of(2)])), cipher.final()];
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD);
  return Buffer.concat([salt, size, Buffer.of(ours.length), ours, ...body, cipher.getAuthTag()]);
};

const hkdf = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

const freshKeys = (): ECDH => {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  return keys;
};

export type ServerKeys = {
  /** Base64url, uncompressed point: what browsers are told to hear from. */
  readonly publicKey: string;
  readonly privateKey: Buffer;
};

/** The server's lasting pair, from 32 secret bytes. The chance that they are no key of the curve is 2^-32: then the next are tried. */
export const serverKeysFrom = (secret: Buffer): ServerKeys => {
  const keys = createECDH('prime256v1');
  for (let turn = 0; ; turn += 1) {
    const candidate = hkdf(secret, Buffer.alloc(0), Buffer.from(`vapid ${turn}`), 32);
    try {
      keys.setPrivateKey(candidate);
      return { publicKey: keys.getPublicKey('base64url'), privateKey: candidate };
    } catch {
      // Not below the order of the curve.
    }
  }
};

/** Who we are, said to one push service for twelve hours. `subject` is a mail or web address where its operator finds us. */
export const authorise = (keys: ServerKeys, endpoint: string, subject: string, now: Date): string => {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + 12 * 3600,
    sub: subject,
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const point = Buffer.from(keys.publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x, y, d: keys.privateKey.toString('base64url') };
  const key = createPrivateKey({ key: jwk as never, format: 'jwk' });
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${keys.publicKey}`;
};
