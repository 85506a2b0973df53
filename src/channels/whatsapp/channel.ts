import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { acceptMeta } from '../meta/door.ts';
import { appSecretsOf } from '../meta/fields.ts';
import { checkWhatsapp } from './check.ts';
import { composeWhatsapp, type WhatsappPayload, whatsappLimits } from './compose.ts';
import { fetchWhatsappMedia } from './fetch-media.ts';
import { whatsappManifest } from './manifest.ts';
import { normaliseWhatsapp } from './normalise.ts';
import { readRawWhatsapp } from './read-raw.ts';
import { sendWhatsapp, settleWhatsapp } from './send.ts';
import {
  type WhatsappSecrets,
  WhatsappSecretsSchema,
  type WhatsappSettings,
  WhatsappSettingsSchema,
} from './settings.ts';
import { takeWhatsapp } from './take.ts';
import { readTemplates } from './templates.ts';

/** One number of the WhatsApp Business Platform, by Meta's Cloud API. */
export const whatsappChannel: Channel<WhatsappSettings, WhatsappSecrets, WhatsappPayload> = {
  manifest: whatsappManifest,
  settingsSchema: WhatsappSettingsSchema,
  secretsSchema: WhatsappSecretsSchema,
  check: checkWhatsapp,
  limits: async (context) => {
    const templates = await readTemplates(context);
    return ok(templates ? { ...whatsappLimits, templates } : whatsappLimits);
  },
  receive: {
    push: {
      // https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview: payloads of up to 3 MB
      maxBytes: 3_200_000,
      accept: ({ door, pushState, secrets }, request) =>
        acceptMeta(
          {
            ...(door ? { door } : {}),
            ...(pushState ? { pushState } : {}),
            appSecrets: appSecretsOf(secrets),
          },
          request,
        ),
      read: takeWhatsapp,
    },
  },
  readRaw: readRawWhatsapp,
  normalise: normaliseWhatsapp,
  compose: composeWhatsapp,
  send: sendWhatsapp,
  fetchMedia: fetchWhatsappMedia,
  settle: (context, _payload, opKey) => settleWhatsapp(context, opKey),
};
