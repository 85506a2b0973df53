import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { readOnlyLimits } from '../read-only-limits.ts';
import { checkFeed } from './check.ts';
import { feedManifest } from './manifest.ts';
import { normaliseFeed } from './normalise.ts';
import { readFeedDelivery } from './read-delivery.ts';
import { readRawFeed } from './read-raw.ts';
import { pollFeed } from './receive.ts';
import { type FeedSecrets, FeedSecretsSchema, type FeedSettings, FeedSettingsSchema } from './settings.ts';
import { acceptWebSub } from './websub.ts';

/** RSS, Atom, RDF and JSON Feed, read at intervals, and brought at once where the feed names a hub (WebSub). */
export const feedChannel: Channel<FeedSettings, FeedSecrets> = {
  manifest: feedManifest,
  settingsSchema: FeedSettingsSchema,
  secretsSchema: FeedSecretsSchema,
  check: checkFeed,
  limits: async () => ok(readOnlyLimits),
  receive: { poll: pollFeed, push: { maxBytes: 5_000_000, accept: acceptWebSub, read: readFeedDelivery } },
  readRaw: readRawFeed,
  normalise: normaliseFeed,
};
