import { ok } from '../../platform/result.ts';
import { authoriseWith, type OAuthTokens } from '../authorise-kit/index.ts';
import type { Channel } from '../contract.ts';
import { acceptMeta } from '../meta/door.ts';
import { appSecretsOf } from '../meta/fields.ts';
import { checkThreads, threadsLimits } from './check.ts';
import { clientOf, vendorOf } from './client.ts';
import { composeThreads, type ThreadsPayload } from './compose.ts';
import { threadsManifest } from './manifest.ts';
import { normaliseThreads } from './normalise.ts';
import { readRawThreads } from './read-raw.ts';
import { pollThreads, takeThreads } from './receive.ts';
import { hideOnThreads, retractThreads, sendThreads, settleThreads } from './send.ts';
import {
  type ThreadsSecrets,
  ThreadsSecretsSchema,
  type ThreadsSettings,
  ThreadsSettingsSchema,
} from './settings.ts';

/** An account of Threads, by its own API. */
export const threadsChannel: Channel<ThreadsSettings, ThreadsSecrets, ThreadsPayload> = {
  manifest: threadsManifest,
  settingsSchema: ThreadsSettingsSchema,
  secretsSchema: ThreadsSecretsSchema,
  check: checkThreads,
  limits: async () => ok(threadsLimits),
  authorise: authoriseWith<ThreadsSettings, ThreadsSecrets & OAuthTokens>((context) => ({
    vendor: vendorOf(context.settings.apiUrl),
    client: clientOf(context),
  })),
  receive: {
    poll: pollThreads,
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
      read: takeThreads,
    },
  },
  readRaw: readRawThreads,
  normalise: normaliseThreads,
  compose: composeThreads,
  send: (context, payload) => sendThreads(context, payload),
  settle: (context, payload, _opKey, attemptStartedAt) => settleThreads(context, payload, attemptStartedAt),
  retract: retractThreads,
  hide: hideOnThreads,
};
