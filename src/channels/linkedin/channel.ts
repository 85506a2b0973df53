import { ok } from '../../platform/result.ts';
import { authoriseWith } from '../authorise-kit/index.ts';
import type { Channel } from '../contract.ts';
import { readOnlyLimits } from '../read-only-limits.ts';
import { checkLinkedin } from './check.ts';
import { linkedinManifest } from './manifest.ts';
import { normaliseLinkedin } from './normalise.ts';
import { readRawLinkedin } from './read-raw.ts';
import { pollLinkedin } from './receive.ts';
import { recheckLinkedin } from './recheck.ts';
import {
  type LinkedinSecrets,
  LinkedinSecretsSchema,
  type LinkedinSettings,
  LinkedinSettingsSchema,
} from './settings.ts';
import { knownOf } from './vendor.ts';

/** The comments on one LinkedIn page (Pages Data Portability, EU Digital Markets Act), by the company's own app. */
export const linkedinChannel: Channel<LinkedinSettings, LinkedinSecrets, never> = {
  manifest: linkedinManifest,
  settingsSchema: LinkedinSettingsSchema,
  secretsSchema: LinkedinSecretsSchema,
  check: checkLinkedin,
  limits: async () => ok(readOnlyLimits),
  authorise: authoriseWith(knownOf),
  // A round each day stays below the two days for which words may be kept unasked.
  receive: { poll: pollLinkedin, recheck: { everyHours: 24, atOnce: 50, ask: recheckLinkedin } },
  readRaw: readRawLinkedin,
  normalise: normaliseLinkedin,
};
