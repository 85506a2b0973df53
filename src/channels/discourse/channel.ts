import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { checkDiscourse } from './check.ts';
import { composeDiscourse, type DiscoursePayload } from './compose.ts';
import { discourseLimits } from './limits.ts';
import { discourseManifest } from './manifest.ts';
import { normaliseDiscourse } from './normalise.ts';
import { readRawDiscourse } from './read-raw.ts';
import { pollDiscourse } from './receive.ts';
import { retractDiscourse } from './retract.ts';
import { sendDiscourse } from './send.ts';
import {
  type DiscourseSecrets,
  DiscourseSecretsSchema,
  type DiscourseSettings,
  DiscourseSettingsSchema,
} from './settings.ts';
import { settleDiscourse } from './settle.ts';
import { acceptDiscourse, readDiscourseDelivery } from './webhook.ts';

/** One Discourse forum, as one of its users (https://docs.discourse.org/). */
export const discourseChannel: Channel<DiscourseSettings, DiscourseSecrets, DiscoursePayload> = {
  manifest: discourseManifest,
  settingsSchema: DiscourseSettingsSchema,
  secretsSchema: DiscourseSecretsSchema,
  check: checkDiscourse,
  limits: async () => ok(discourseLimits),
  receive: {
    poll: pollDiscourse,
    push: { maxBytes: 2_000_000, accept: acceptDiscourse, read: readDiscourseDelivery },
  },
  readRaw: readRawDiscourse,
  normalise: normaliseDiscourse,
  compose: composeDiscourse,
  send: sendDiscourse,
  settle: settleDiscourse,
  retract: retractDiscourse,
};
