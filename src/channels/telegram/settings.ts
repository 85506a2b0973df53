import { z } from 'zod';
import { TELEGRAM_API, TELEGRAM_TOKEN } from './call-bot.ts';

export const TelegramSettingsSchema = z.object({
  /** A channel or group of ours where posts of our own go: `@name`, or the number that Telegram gives it. */
  publishTo: z
    .string()
    .trim()
    .regex(/^(?:@[A-Za-z]\w{3,31}|-?\d{1,20})?$/)
    .default(''),
  keepAll: z.boolean().default(true),
  /** `auto`: Telegram brings it where it can reach us. `ask`: we always ask. */
  way: z.enum(['auto', 'ask']).default('auto'),
  apiUrl: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(TELEGRAM_API),
});
export type TelegramSettings = z.infer<typeof TelegramSettingsSchema>;

export const TelegramSecretsSchema = z.object({ token: z.string().trim().regex(TELEGRAM_TOKEN) });
export type TelegramSecrets = z.infer<typeof TelegramSecretsSchema>;
