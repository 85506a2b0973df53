import { retryAfterMs } from '../../platform/backoff.ts';
import { signWebhook } from '../../platform/http/sign-webhook.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanExcerpt } from '../model/excerpt.ts';
import type { Endpoint } from '../store/endpoints.ts';
import type { Message, Try } from '../store/messages.ts';
import { openWebhookSecrets } from './sealed.ts';

/** How an attempt went. `gone`: 410, they want nothing more. `askedMs`: how long they asked to be left alone. */
export type Sent = {
  readonly kind: 'delivered' | 'again' | 'gone';
  readonly tried: Try;
  readonly askedMs?: number;
};

const PATIENCE_MS = 15_000;
const LARGEST_ANSWER = 256 * 1024;

/** One signed POST. Redirects are failures (Standard Webhooks): an address that moved is changed by whoever set it up. */
export const sendMessage = async (
  platform: Pick<Platform, 'http' | 'sealer' | 'clock'>,
  endpoint: Endpoint,
  message: Pick<Message, 'id' | 'number'>,
  body: string,
): Promise<Sent> => {
  const at = platform.clock.now();
  const began = performance.now();
  const secrets = openWebhookSecrets(platform.sealer, endpoint, at);
  const tried = (status: number | null, problem: string | null, excerpt: string): Try => {
    return { at: at.toISOString(), status, ms: Math.round(performance.now() - began), problem, excerpt };
  };
  if (secrets.length === 0) return { kind: 'again', tried: tried(null, 'no-secret', '') };
  const response = await platform.http.request(endpoint.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'passaparola-number': String(message.number),
      ...signWebhook(secrets, { id: `msg_${message.id}`, at, body }),
    },
    body,
    redirect: 'manual',
    timeoutMs: PATIENCE_MS,
    maxBytes: LARGEST_ANSWER,
  });
  if (!response.ok) return { kind: 'again', tried: tried(null, response.error.kind, '') };
  const { status, headers } = response.value;
  // An echo of what people wrote is not kept.
  const excerpt = endpoint.withTexts ? '' : cleanExcerpt(response.value.text());
  if (status >= 200 && status < 300) return { kind: 'delivered', tried: tried(status, null, excerpt) };
  if (status === 410) return { kind: 'gone', tried: tried(status, 'gone', excerpt) };
  const asked =
    status === 429 || status === 503
      ? retryAfterMs({ retryAfter: headers.get('retry-after'), serverDate: headers.get('date'), now: at })
      : undefined;
  const problem = status >= 300 && status < 400 ? 'redirect' : 'status';
  return { kind: 'again', tried: tried(status, problem, excerpt), ...(asked ? { askedMs: asked } : {}) };
};
