import { createHmac } from 'node:crypto';

/**
 * The headers of a signed delivery (Standard Webhooks 1.0, standardwebhooks.com): HMAC-SHA-256 over `id.timestamp.body` with the bytes
 * that stand in base64 after `whsec_`. `at` is the moment of this attempt; the id stays the same over attempts.
 */
export const signWebhook = (
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
};

/** Seconds before each further attempt, as the specification proposes; after the last it has failed. */
export const RETRY_AFTER_S: readonly number[] = [
  5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
];
