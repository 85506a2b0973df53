import { z } from 'zod';
import { callTelegram, TELEGRAM_API, TELEGRAM_TOKEN, type TelegramBot } from '../../channels/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';

export { TELEGRAM_API, TELEGRAM_TOKEN, type TelegramBot };

export type TelegramProblem =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy'; readonly retryAfterS: number }
  /** The bot or the conversation is not there, or we may not write to it. */
  | { readonly kind: 'refused'; readonly status: number };

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

/** By the channels' own way to the Bot API, in this room's few kinds. */
const callBot = async (
  bot: TelegramBot,
  method: string,
  body: object,
): Promise<Result<unknown, TelegramProblem>> => {
  const answer = await callTelegram(bot, method, body);
  if (answer.ok) return answer;
  const { problem, effect, code } = answer.error;
  if (problem.kind === 'rate-limited') {
    return err({ kind: 'busy', retryAfterS: Math.ceil((problem.retryAfterMs ?? 30_000) / 1_000) });
  }
  const isAnswered = code !== undefined && code < 500 && (effect === 'refused' || problem.kind === 'moved');
  return err(isAnswered ? { kind: 'refused', status: code } : { kind: 'unreachable' });
};
