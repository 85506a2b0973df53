import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { checkX } from './check.ts';
import { composeX, type XPayload, xLimits } from './compose.ts';
import { xManifest } from './manifest.ts';
import { normaliseX } from './normalise.ts';
import { readRawX } from './read-raw.ts';
import { pollX } from './receive.ts';
import { retractX } from './retract.ts';
import { sendX } from './send.ts';
import { type XSecrets, XSecretsSchema, type XSettings, XSettingsSchema } from './settings.ts';
import { settleX } from './settle.ts';
import { priceOfAnswerOnX, spendingOfX } from './spending.ts';
import { authoriseX } from './vendor.ts';

/** X by its API v2, with an app of the company's own, paid by use, and never beyond the company's budget. */
export const xChannel: Channel<XSettings, XSecrets, XPayload> = {
  manifest: xManifest,
  settingsSchema: XSettingsSchema,
  secretsSchema: XSecretsSchema,
  check: checkX,
  limits: async () => ok(xLimits),
  authorise: authoriseX,
  receive: { poll: pollX },
  readRaw: readRawX,
  normalise: normaliseX,
  compose: composeX,
  send: sendX,
  settle: settleX,
  retract: retractX,
  spending: spendingOfX,
  priceOfAnswer: priceOfAnswerOnX,
};
