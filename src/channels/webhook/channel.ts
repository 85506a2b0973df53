import { ok } from '../../platform/result.ts';
import type { Channel, ChannelContext, PushRequest, PushVerdict } from '../contract.ts';
import { readOnlyLimits } from '../read-only-limits.ts';
import { isAuthentic } from './is-authentic.ts';
import { webhookManifest } from './manifest.ts';
import { normaliseWebhook } from './normalise.ts';
import { readRawWebhook, thingsIn } from './read-raw.ts';
import {
  type WebhookSecrets,
  WebhookSecretsSchema,
  type WebhookSettings,
  WebhookSettingsSchema,
} from './settings.ts';

type WebhookContext = ChannelContext<WebhookSettings, WebhookSecrets>;

/** Anything that signs JSON: Standard Webhooks, or an HMAC-SHA256 in a header. */
export const webhookChannel: Channel<WebhookSettings, WebhookSecrets> = {
  manifest: webhookManifest,
  settingsSchema: WebhookSettingsSchema,
  secretsSchema: WebhookSecretsSchema,
  check: async ({ connectionId, settings }) =>
    ok({
      account: { nativeId: connectionId, ...(settings.source ? { name: settings.source } : {}) },
      notices: [],
    }),
  limits: async () => ok(readOnlyLimits),
  receive: {
    push: {
      keepsLast: true,
      accept: (context, request) => accept(context, request),
      read: async ({ settings }, { rawBody }) => {
        const items = thingsIn(rawBody, contextOf(settings));
        return ok(items ? { items } : { items: [], refusal: 'not-json' });
      },
    },
  },
  readRaw: readRawWebhook,
  normalise: normaliseWebhook,
};

const accept = ({ settings, secrets, clock }: WebhookContext, request: PushRequest): PushVerdict => {
  if (request.method !== 'POST' || request.path !== '') return { kind: 'answer', answer: { status: 405 } };
  if (!isAuthentic(request, settings, secrets, clock.now()))
    return { kind: 'answer', answer: { status: 401 } };
  return { kind: 'keep' };
};

const contextOf = ({ list, mapping, source, zone }: WebhookSettings): Readonly<Record<string, string>> => ({
  zone,
  ...(list ? { list } : {}),
  ...(mapping ? { mapping } : {}),
  ...(source ? { source } : {}),
});
