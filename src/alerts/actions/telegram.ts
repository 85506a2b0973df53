import { z } from 'zod';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';

/** core.telegram.org/bots/api, "Making requests". */
export const TELEGRAM_API = 'https://api.telegram.org';

/** A token as @BotFather gives it; nothing else may stand in the address. */
export const TELEGRAM_TOKEN = /^\d{3,20}:[A-Za-z0-9_-]{20,100}$/;

export type TelegramProblem =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy'; readonly retryAfterS: number }
  /** The bot or the conversation is not there, or we may not write to it. */
  | { readonly kind: 'refused'; readonly status: number };

const AnswerSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

export type TelegramBot = { readonly http: GuardedFetch; readonly api: string; readonly token: string };

/** Sends plain text, at most 4096 characters after parsing ("sendMessage"). */
export const sendTelegram = async (
  bot: TelegramBot,
  chat: string,
  text: string,
): Promise<Result<null, TelegramProblem>> => {
  const sent = await callBot(bot, 'sendMessage', {
    chat_id: chat,
    text: text.slice(0, 4_000),
    link_preview_options: { is_disabled: true },
  });
  return sent.ok ? ok(null) : sent;
};

const MeSchema = z.object({ username: z.string() });
const UpdatesSchema = z.array(
  z.object({
    message: z
      .object({
        text: z.string().optional(),
        chat: z.object({ id: z.number(), type: z.string() }),
      })
      .optional(),
  }),
);

/** What the bot is called ("getMe"): proves the token. */
export const readBotName = async (bot: TelegramBot): Promise<Result<string, TelegramProblem>> => {
  const answer = await callBot(bot, 'getMe', {});
  if (!answer.ok) return answer;
  const me = MeSchema.safeParse(answer.value);
  return me.success ? ok(me.data.username) : err({ kind: 'refused', status: 200 });
};

/** The private conversation in which somebody last wrote `/start <code>` to the bot ("getUpdates", "Deep linking"). */
export const findChat = async (
  bot: TelegramBot,
  code: string,
): Promise<Result<string | null, TelegramProblem>> => {
  const answer = await callBot(bot, 'getUpdates', { timeout: 0, allowed_updates: ['message'] });
  if (!answer.ok) return answer;
  const updates = UpdatesSchema.safeParse(answer.value);
  const found = (updates.success ? updates.data : []).findLast(
    ({ message }) => message?.chat.type === 'private' && message.text === `/start ${code}`,
  );
  return ok(found?.message ? String(found.message.chat.id) : null);
};

const callBot = async (
  { http, api, token }: TelegramBot,
  method: string,
  body: object,
): Promise<Result<unknown, TelegramProblem>> => {
  const response = await http.request(`${api}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
    maxBytes: 1_000_000,
  });
  if (!response.ok) return err({ kind: 'unreachable' });
  const { status } = response.value;
  const json = response.value.json();
  const answer = json.ok ? AnswerSchema.safeParse(json.value) : undefined;
  if (answer?.success && answer.data.ok) return ok(answer.data.result);
  const retryAfterS = answer?.data?.parameters?.retry_after;
  if (status === 429) return err({ kind: 'busy', retryAfterS: retryAfterS ?? 30 });
  return err(status >= 500 ? { kind: 'unreachable' } : { kind: 'refused', status });
};
