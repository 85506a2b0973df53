import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Health, Words } from '../contract.ts';
import type { BotFailure } from './call-bot.ts';
import { ask, type TelegramContext } from './client.ts';
import { UserSchema } from './entities.ts';
import { userAuthor } from './people.ts';
import { readWebhook } from './webhook.ts';

const MeSchema = UserSchema.extend({
  can_join_groups: z.boolean().optional().catch(undefined),
  can_read_all_group_messages: z.boolean().optional().catch(undefined),
});

/** Who the bot is, what it may read, and whether somebody else receives for it (https://core.telegram.org/bots/api#getme). */
export const checkTelegram = async (context: TelegramContext): Promise<Result<Health, ChannelProblem>> => {
  const me = await ask(context, 'getMe', {}, MeSchema);
  if (!me.ok) return err(asField(me.error));
  const webhook = await readWebhook(context);
  if (!webhook.ok) return err(webhook.error.problem);
  const place = await checkPlace(context);
  if (!place.ok) return place;
  const { nativeId, name, handle, url } = userAuthor(me.value);
  const isTaken = webhook.value.url !== '' && webhook.value.url !== context.door?.url;
  return ok({
    account: { nativeId, ...(name ? { name } : {}), ...(handle ? { handle } : {}), ...(url ? { url } : {}) },
    notices: [
      ...(me.value.can_read_all_group_messages ? [] : [privacyNotice]),
      ...(isTaken ? [takenNotice] : []),
    ],
  });
};

const asField = ({ problem, code }: BotFailure): ChannelProblem =>
  code === 404 ? { kind: 'misconfigured', field: 'token', detail: problem.detail } : problem;

/** Where our own posts go: the bot must be in there, and a name written wrong is told at once. */
const checkPlace = async (context: TelegramContext): Promise<Result<undefined, ChannelProblem>> => {
  const chat = context.settings.publishTo;
  if (chat === '') return ok(undefined);
  const found = await ask(context, 'getChat', { chat_id: chat }, z.object({ id: z.number() }));
  if (found.ok) return ok(undefined);
  const { effect, problem } = found.error;
  return effect === 'refused' && problem.kind !== 'unauthorised'
    ? err({ kind: 'misconfigured', field: 'publishTo', detail: problem.detail })
    : err(problem);
};

const privacyNotice: Words = {
  it: 'Nei gruppi il bot legge solo ciò che è rivolto a lui. Per ascoltare tutto: in @BotFather /setprivacy, Disable; poi togliete e rimettete il bot nel gruppo, oppure fatelo amministratore.',
  en: 'In groups the bot only reads what is addressed to it. To hear everything: in @BotFather /setprivacy, Disable; then take the bot out of the group and put it back, or make it an admin.',
};

const takenNotice: Words = {
  it: 'Un altro programma riceveva i messaggi di questo bot: da ora arrivano qui, e non più là. Se servono a tutti e due, fate un bot apposta.',
  en: 'Another program was receiving the messages of this bot: from now on they come here, and no longer there. If both need them, make a bot for each.',
};
