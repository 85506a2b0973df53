import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { ask, type TelegramContext } from './client.ts';
import { readMessageId } from './message-id.ts';

/** https://core.telegram.org/bots/api#deletemessage: within 48 hours, longer where the bot is an admin. */
export const retractTelegram = async (
  context: TelegramContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const place = readMessageId(nativeId);
  if (!place) return err({ kind: 'not-found', detail: 'no message of Telegram' });
  const body = { chat_id: place.chatId, message_id: place.id };
  const deleted = await ask(context, 'deleteMessage', body, z.literal(true));
  if (deleted.ok || /message to delete not found/i.test(deleted.error.description)) return ok(undefined);
  const { effect, problem } = deleted.error;
  return err(
    effect === 'refused' && problem.kind === 'bad-response'
      ? { kind: 'forbidden', detail: problem.detail }
      : problem,
  );
};
