import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { checkBluesky } from './check.ts';
import { type BlueskyPayload, composeBluesky } from './compose.ts';
import { blueskyLimits } from './limits.ts';
import { blueskyManifest } from './manifest.ts';
import { normaliseBluesky } from './normalise.ts';
import { readRawBluesky } from './read-raw.ts';
import { pollBluesky } from './receive.ts';
import { retractBluesky, sendBluesky, settleBluesky } from './send.ts';
import {
  type BlueskySecrets,
  BlueskySecretsSchema,
  type BlueskySettings,
  BlueskySettingsSchema,
} from './settings.ts';
import { streamBluesky } from './stream.ts';

/** Bluesky (AT Protocol): notifications, search and the public stream; posts and replies. */
export const blueskyChannel: Channel<BlueskySettings, BlueskySecrets, BlueskyPayload> = {
  manifest: blueskyManifest,
  settingsSchema: BlueskySettingsSchema,
  secretsSchema: BlueskySecretsSchema,
  check: checkBluesky,
  limits: async () => ok(blueskyLimits),
  receive: { poll: pollBluesky, stream: streamBluesky, streamIsShared: true },
  readRaw: readRawBluesky,
  normalise: normaliseBluesky,
  compose: composeBluesky,
  send: sendBluesky,
  settle: settleBluesky,
  retract: retractBluesky,
};
