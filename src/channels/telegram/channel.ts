import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { checkTelegram } from './check.ts';
import { composeTelegram, type TelegramPayload } from './compose.ts';
import { telegramLimits } from './limits.ts';
import { telegramManifest } from './manifest.ts';
import { normaliseTelegram } from './normalise.ts';
import { readRawTelegram } from './read-raw.ts';
import { pollTelegram } from './receive.ts';
import { retractTelegram } from './retract.ts';
import { sendTelegramMessage } from './send.ts';
import {
  type TelegramSecrets,
  TelegramSecretsSchema,
  type TelegramSettings,
  TelegramSettingsSchema,
} from './settings.ts';
import { acceptTelegram, leaveTelegram, readTelegramDelivery } from './webhook.ts';

/** A bot of the company's own (https://core.telegram.org/bots/api, 10.1). */
export const telegramChannel: Channel<TelegramSettings, TelegramSecrets, TelegramPayload> = {
  manifest: telegramManifest,
  settingsSchema: TelegramSettingsSchema,
  secretsSchema: TelegramSecretsSchema,
  check: checkTelegram,
  limits: async () => ok(telegramLimits),
  receive: {
    poll: pollTelegram,
    push: { maxBytes: 1_000_000, accept: acceptTelegram, read: readTelegramDelivery },
  },
  readRaw: readRawTelegram,
  normalise: normaliseTelegram,
  compose: composeTelegram,
  send: sendTelegramMessage,
  retract: retractTelegram,
  leave: leaveTelegram,
};
