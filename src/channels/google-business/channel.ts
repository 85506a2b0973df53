import { ok } from '../../platform/result.ts';
import { authoriseWith } from '../authorise-kit/index.ts';
import type { Channel } from '../contract.ts';
import {
  type BusinessPayload,
  composeBusiness,
  retractBusiness,
  sendBusiness,
  settleBusiness,
} from './answer.ts';
import { businessLimits, checkBusiness } from './check.ts';
import { knownOf } from './client.ts';
import { businessManifest } from './manifest.ts';
import { normaliseBusiness } from './normalise.ts';
import { readRawBusiness } from './read-raw.ts';
import { pollBusiness, recheckBusiness } from './receive.ts';
import {
  type BusinessSecrets,
  BusinessSecretsSchema,
  type BusinessSettings,
  BusinessSettingsSchema,
} from './settings.ts';

/** The reviews of a company's places on Google, by the company's own app and with Google's approval. */
export const googleBusinessChannel: Channel<BusinessSettings, BusinessSecrets, BusinessPayload> = {
  manifest: businessManifest,
  settingsSchema: BusinessSettingsSchema,
  secretsSchema: BusinessSecretsSchema,
  check: checkBusiness,
  limits: async () => ok(businessLimits),
  // Removing the connection gives the permission back at once: Google wants a place unlinked within seven business days.
  authorise: authoriseWith(knownOf),
  receive: { poll: pollBusiness, recheck: { everyHours: 20 * 24, atOnce: 20, ask: recheckBusiness } },
  readRaw: readRawBusiness,
  normalise: normaliseBusiness,
  compose: composeBusiness,
  send: sendBusiness,
  settle: settleBusiness,
  retract: retractBusiness,
};
