import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { acceptMeta } from '../meta/door.ts';
import { authorisePage, type PageSecrets, PageSecretsSchema } from '../meta/facebook-login.ts';
import { appSecretsOf } from '../meta/fields.ts';
import { checkInstagram, instagramScopes } from './check.ts';
import { composeInstagram, type InstagramPayload, instagramLimits } from './compose.ts';
import { instagramManifest } from './manifest.ts';
import { normaliseInstagram } from './normalise.ts';
import { readRawInstagram } from './read-raw.ts';
import { pollInstagram, takeInstagram } from './receive.ts';
import { hideOnInstagram, retractInstagram, sendInstagram, settleInstagram } from './send.ts';
import { type InstagramSettings, InstagramSettingsSchema } from './settings.ts';

/** An Instagram professional account, by the permission of the Facebook Page that it is linked to. */
export const instagramChannel: Channel<InstagramSettings, PageSecrets, InstagramPayload> = {
  manifest: instagramManifest,
  settingsSchema: InstagramSettingsSchema,
  secretsSchema: PageSecretsSchema,
  check: checkInstagram,
  limits: async ({ settings }) => ok(instagramLimits(settings.humanAgent)),
  authorise: authorisePage<InstagramSettings>(instagramScopes),
  receive: {
    poll: (context, cursor) => pollInstagram(context, cursor),
    push: {
      accept: ({ door, pushState, secrets }, request) =>
        acceptMeta(
          {
            ...(door ? { door } : {}),
            ...(pushState ? { pushState } : {}),
            appSecrets: appSecretsOf(secrets),
          },
          request,
        ),
      read: takeInstagram,
    },
  },
  readRaw: readRawInstagram,
  normalise: normaliseInstagram,
  compose: composeInstagram,
  send: (context, payload) => sendInstagram(context, payload),
  settle: (context, payload, _opKey, attemptStartedAt) => settleInstagram(context, payload, attemptStartedAt),
  retract: retractInstagram,
  hide: hideOnInstagram,
};
