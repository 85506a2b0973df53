import type { Channel } from '../contract.ts';
import { fediverseAuthorise } from './authorise.ts';
import { checkFediverse, limitsFediverse } from './check.ts';
import { composeFediverse, type FediversePayload } from './compose.ts';
import { fediverseManifest } from './manifest.ts';
import { normaliseFediverse } from './normalise.ts';
import { readRawFediverse } from './read-raw.ts';
import { pollFediverse } from './receive.ts';
import { retractFediverse } from './retract.ts';
import { sendFediverse } from './send.ts';
import {
  type FediverseSecrets,
  FediverseSecretsSchema,
  type FediverseSettings,
  FediverseSettingsSchema,
} from './settings.ts';
import { settleFediverse } from './settle.ts';
import { streamFediverse } from './stream.ts';

/** The Fediverse as a client of one instance: the API of Mastodon, which many others speak. */
export const fediverseChannel: Channel<FediverseSettings, FediverseSecrets, FediversePayload> = {
  manifest: fediverseManifest,
  settingsSchema: FediverseSettingsSchema,
  secretsSchema: FediverseSecretsSchema,
  check: checkFediverse,
  limits: limitsFediverse,
  authorise: fediverseAuthorise,
  receive: { poll: pollFediverse, stream: streamFediverse },
  readRaw: readRawFediverse,
  normalise: normaliseFediverse,
  compose: composeFediverse,
  send: sendFediverse,
  settle: settleFediverse,
  retract: retractFediverse,
};
