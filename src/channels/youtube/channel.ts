import { ok } from '../../platform/result.ts';
import { authoriseWith } from '../authorise-kit/index.ts';
import type { Channel } from '../contract.ts';
import { checkYoutube, youtubeLimits } from './check.ts';
import { knownOf } from './client.ts';
import { composeYoutube, type YoutubePayload } from './compose.ts';
import { youtubeManifest } from './manifest.ts';
import { normaliseYoutube } from './normalise.ts';
import { readRawYoutube } from './read-raw.ts';
import { pollYoutube } from './receive.ts';
import { recheckYoutube } from './recheck.ts';
import { moderateYoutube, retractYoutube, sendYoutube, settleYoutube } from './send.ts';
import {
  type YoutubeSecrets,
  YoutubeSecretsSchema,
  type YoutubeSettings,
  YoutubeSettingsSchema,
} from './settings.ts';

/** The comments of one YouTube channel (Data API v3), by the company's own app at Google. */
export const youtubeChannel: Channel<YoutubeSettings, YoutubeSecrets, YoutubePayload> = {
  manifest: youtubeManifest,
  settingsSchema: YoutubeSettingsSchema,
  secretsSchema: YoutubeSecretsSchema,
  check: checkYoutube,
  limits: async () => ok(youtubeLimits),
  authorise: authoriseWith(knownOf),
  // Twenty days and the time that a round takes stay below the thirty for which words may be kept unasked.
  receive: { poll: pollYoutube, recheck: { everyHours: 20 * 24, atOnce: 50, ask: recheckYoutube } },
  readRaw: readRawYoutube,
  normalise: normaliseYoutube,
  compose: composeYoutube,
  send: sendYoutube,
  settle: settleYoutube,
  retract: retractYoutube,
  moderate: moderateYoutube,
};
