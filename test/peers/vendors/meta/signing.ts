import { createHmac } from 'node:crypto';
import type { Vendor } from './meta-server.ts';

/** As Meta signs what it brings: over the bytes, letters with accents escaped. */
export const signed = (vendor: Pick<Vendor, 'app'>, document: unknown) => {
  const body = JSON.stringify(document).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const signature = createHmac('sha256', vendor.app.secret).update(body).digest('hex');
  return {
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
  };
};

export const signedRequest = (vendor: Pick<Vendor, 'app'>, userId: string): string => {
  const payload = Buffer.from(
    JSON.stringify({ algorithm: 'HMAC-SHA256', issued_at: 1_760_000_000, user_id: userId }),
  ).toString('base64url');
  const signature = createHmac('sha256', vendor.app.secret).update(payload).digest('base64url');
  return `${signature}.${payload}`;
};
