import { z } from 'zod';
import { isSignedWith } from '../doors/signatures.ts';

const PayloadSchema = z.object({
  algorithm: z.string(),
  user_id: z.union([z.string(), z.number()]).transform(String),
  /** Seconds since 1970. */
  issued_at: z.number().optional().catch(undefined),
});
export type SignedRequest = { readonly userId: string; readonly issuedAt: number | undefined };

/**
 * What Meta says when a person takes their permission back or wants their data deleted: `<signature>.<payload>`, both base64url, the
 * signature an HMAC-SHA256 over the payload as written. Undefined unless one of the secrets signed it.
 * https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback#parsing
 */
export const readSignedRequest = (text: string, secrets: readonly string[]): SignedRequest | undefined => {
  const [signature, payload, ...more] = text.split('.');
  if (!signature || !payload || more.length > 0 || text.length > 10_000) return undefined;
  if (!isSignedWith(secrets, 'sha256', new TextEncoder().encode(payload), signature)) return undefined;
  const read = PayloadSchema.safeParse(parse(payload)).data;
  if (read?.algorithm.toUpperCase() !== 'HMAC-SHA256') return undefined;
  return { userId: read.user_id, issuedAt: read.issued_at };
};

const parse = (payload: string): unknown => {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
