import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PushRequest } from '../contract.ts';
import { isSignedWith } from '../doors/signatures.ts';
import type { WebhookSecrets, WebhookSettings } from './settings.ts';

/** How far a delivery's clock may be from ours, ms: https://www.standardwebhooks.com recommends a tolerance of minutes. */
export const TOLERANCE_MS = 5 * 60_000;

/**
 * Whether somebody who knows a secret signed these bytes. `standard`: Standard Webhooks (`webhook-id`, `webhook-timestamp`,
 * `webhook-signature`). `stamped`: `<header>: sha256=…` over `<x-timestamp>.<body>`. `plain`: the same over the body alone, where a
 * replay brings nothing because ids are known again. All HMAC-SHA256, over the bytes as they came.
 */
export const isAuthentic = (
  request: PushRequest,
  { scheme, header }: Pick<WebhookSettings, 'scheme' | 'header'>,
  { secret, earlierSecret }: WebhookSecrets,
  now: Date,
): boolean => {
  const secrets = [secret, ...(earlierSecret ? [earlierSecret] : [])];
  const { headers, rawBody } = request;
  if (scheme === 'standard') return isStandard(headers, rawBody, secrets, now);
  const signature = (headers[header] ?? '').replace(/^(?:sha256|v1)=/i, '');
  if (scheme === 'plain') return isSignedWith(secrets, 'sha256', rawBody, signature);
  const stamp = headers['x-timestamp'] ?? headers['x-signature-timestamp'] ?? '';
  return isRecent(stamp, now) && isSignedWith(secrets, 'sha256', prefixed(`${stamp}.`, rawBody), signature);
};

const isStandard = (
  headers: PushRequest['headers'],
  body: Uint8Array,
  secrets: readonly string[],
  now: Date,
): boolean => {
  const id = headers['webhook-id'] ?? headers['svix-id'] ?? '';
  const stamp = headers['webhook-timestamp'] ?? headers['svix-timestamp'] ?? '';
  const given = headers['webhook-signature'] ?? headers['svix-signature'] ?? '';
  if (id === '' || id.length > 300 || !isRecent(stamp, now)) return false;
  const signed = prefixed(`${id}.${stamp}.`, body);
  const signatures = given
    .split(' ', 20)
    .flatMap((each) => (each.startsWith('v1,') ? [Buffer.from(each.slice(3), 'base64')] : []));
  const expected = secrets.map((secret) => createHmac('sha256', keyOf(secret)).update(signed).digest());
  const matches = expected.flatMap((one) =>
    signatures.map((each) => each.length === one.length && timingSafeEqual(each, one)),
  );
  return matches.includes(true);
};

/** `whsec_` and base64; a secret without it is its own bytes. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);

/** Seconds since 1970 (or milliseconds, as some send). */
const isRecent = (stamp: string, now: Date): boolean => {
  if (!/^\d{10}(?:\d{3})?$/.test(stamp)) return false;
  const time = Number(stamp) * (stamp.length === 13 ? 1 : 1000);
  return Math.abs(time - now.getTime()) <= TOLERANCE_MS;
};

const prefixed = (prefix: string, body: Uint8Array): Buffer => Buffer.concat([Buffer.from(prefix), body]);
