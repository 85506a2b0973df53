import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { acceptMeta } from '../meta/door.ts';
import { authorisePage, type PageSecrets, PageSecretsSchema } from '../meta/facebook-login.ts';
import { appSecretsOf } from '../meta/fields.ts';
import { checkFacebook, facebookScopes } from './check.ts';
import { composeFacebook, type FacebookPayload, facebookLimits } from './compose.ts';
import { facebookManifest } from './manifest.ts';
import { normaliseFacebook } from './normalise.ts';
import { readRawFacebook } from './read-raw.ts';
import { pollFacebook, takeFacebook } from './receive.ts';
import { hideOnFacebook, retractFacebook, sendFacebook, settleFacebook } from './send.ts';
import { type FacebookSettings, FacebookSettingsSchema } from './settings.ts';

/** A Facebook Page: comments, posts of visitors and posts that name it, recommendations, Messenger. */
export const facebookChannel: Channel<FacebookSettings, PageSecrets, FacebookPayload> = {
  manifest: facebookManifest,
  settingsSchema: FacebookSettingsSchema,
  secretsSchema: PageSecretsSchema,
  check: checkFacebook,
  limits: async ({ settings }) => ok(facebookLimits(settings.humanAgent)),
  authorise: authorisePage<FacebookSettings>(facebookScopes),
  receive: {
    poll: (context, cursor) => pollFacebook(context, cursor),
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
      read: takeFacebook,
    },
  },
  readRaw: readRawFacebook,
  normalise: normaliseFacebook,
  compose: composeFacebook,
  send: (context, payload) => sendFacebook(context, payload),
  settle: (context, payload, _opKey, attemptStartedAt) => settleFacebook(context, payload, attemptStartedAt),
  retract: retractFacebook,
  hide: hideOnFacebook,
};
