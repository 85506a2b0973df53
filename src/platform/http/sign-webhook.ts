import { createHmac } from 'node:crypto';

/**
 * The headers of a signed delivery (Standard Webhooks 1.0, standardwebhooks.com): HMAC-SHA-256 over `id.timestamp.body` with the bytes
 * that stand in base64 after `whsec_`. `at` is the moment of this attempt; the id stays the same over attempts. While a secret is being
 * replaced both sign, the newest first, and the receiver takes either.
 */
export const signWebhook = (
  secrets: string | readonly string[],
  { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = (typeof secrets === 'string' ? [secrets] : secrets).map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
};
