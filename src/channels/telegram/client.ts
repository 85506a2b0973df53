import type { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, SendContext } from '../contract.ts';
import { type BotFailure, callBot, type TelegramBot } from './call-bot.ts';
import type { TelegramSecrets, TelegramSettings } from './settings.ts';

export type TelegramContext = ChannelContext<TelegramSettings, TelegramSecrets>;
export type TelegramSendContext = SendContext<TelegramSettings, TelegramSecrets>;

export const botOf = ({ http, settings, secrets }: TelegramContext): TelegramBot => ({
  http,
  api: settings.apiUrl,
  token: secrets.token,
});

/** One method, its result read by `schema`. */
export const ask = async <Output>(
  context: TelegramContext,
  method: string,
  body: object,
  schema: z.ZodType<Output>,
  options: { readonly timeoutMs?: number } = {},
): Promise<Result<Output, BotFailure>> => {
  const answer = await callBot(botOf(context), method, body, options);
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.value);
  if (parsed.success) return ok(parsed.data);
  const detail = 'the answer lacks what was asked for';
  return err({ problem: { kind: 'bad-response', detail }, effect: 'unknown', description: '' });
};
