import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, Health, Words } from '../contract.ts';
import { callGraph } from '../meta/graph-call.ts';
import { inspectToken } from '../meta/inspect-token.ts';
import { Id, listOf, maybe } from '../meta/tolerant.ts';
import { graphOf, type WhatsappContext } from './client.ts';

const NumberSchema = z.object({
  id: Id,
  display_phone_number: maybe(z.string().max(100)),
  verified_name: maybe(z.string().max(500)),
  quality_rating: maybe(z.string().max(50)),
  webhook_configuration: maybe(
    z.object({
      phone_number: maybe(z.string().max(1_000)),
      whatsapp_business_account: maybe(z.string().max(1_000)),
      application: maybe(z.string().max(1_000)),
    }),
  ),
});
type PhoneNumber = z.infer<typeof NumberSchema>;

const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];

/**
 * Asks what the token may do, reads our number back, and sees that the app is subscribed to the account: without this everything looks right
 * and nothing ever comes.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-phone-number-api
 */
export const checkWhatsapp = async (context: WhatsappContext): Promise<Result<Health, ChannelProblem>> => {
  const { settings, secrets } = context;
  const graph = graphOf(context);
  const token = await inspectToken(graph, {
    clientId: settings.clientId,
    clientSecret: secrets.clientSecret,
  });
  if (!token.ok) return token;
  const missing = scopes.filter((scope) => !token.value.scopes.includes(scope));
  if (missing.length > 0) return err({ kind: 'forbidden', detail: `the token lacks ${missing.join(', ')}` });
  const number = await callGraph(graph, numberCall(settings.phoneNumberId), NumberSchema);
  if (!number.ok) return err(fieldOf(number.error.problem, 'phoneNumberId'));
  const subscribed = await subscribe(context);
  if (!subscribed.ok) return err(fieldOf(subscribed.error, 'businessAccountId'));
  const { id, display_phone_number, verified_name } = number.value.output;
  const name = cleanLine(verified_name ?? '', 200);
  const handle = cleanLine(display_phone_number ?? '', 50);
  const { expiresAt } = token.value;
  return ok({
    account: { nativeId: id, ...(name ? { name } : {}), ...(handle ? { handle } : {}) },
    ...(expiresAt ? { expiresAt } : {}),
    notices: noticesOf(context, number.value.output),
  });
};

const numberCall = (id: string) => ({
  path: encodeURIComponent(id),
  params: { fields: 'id,display_phone_number,verified_name,quality_rating,webhook_configuration' },
});

/** What is not there is most often a number of another kind written into the field. */
const fieldOf = (problem: ChannelProblem, field: string): ChannelProblem =>
  problem.kind === 'not-found' || problem.kind === 'bad-response'
    ? { kind: 'misconfigured', field, detail: problem.detail }
    : problem;

const SubscribedSchema = z.object({
  data: listOf(z.object({ whatsapp_business_api_data: z.object({ id: Id }) }), 100),
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api */
const subscribe = async (context: WhatsappContext): Promise<Result<void, ChannelProblem>> => {
  const graph = graphOf(context);
  const path = `${encodeURIComponent(context.settings.businessAccountId)}/subscribed_apps`;
  const read = await callGraph(graph, { path }, SubscribedSchema);
  if (!read.ok) return err(read.error.problem);
  const isThere = read.value.output.data.some(
    ({ whatsapp_business_api_data: app }) => app.id === context.settings.clientId,
  );
  if (isThere) return ok(undefined);
  const done = await callGraph(graph, { method: 'POST', path }, z.object({ success: z.literal(true) }));
  return done.ok ? ok(undefined) : err(done.error.problem);
};

const noticesOf = ({ door }: WhatsappContext, number: PhoneNumber): readonly Words[] => {
  const { phone_number, whatsapp_business_account, application } = number.webhook_configuration ?? {};
  const told = phone_number ?? whatsapp_business_account ?? application;
  return [
    ...(door && told !== undefined && told !== door.url ? [otherWebhook] : []),
    ...(number.quality_rating === 'RED' ? [lowQuality] : []),
  ];
};

const otherWebhook: Words = {
  it: 'Meta porta i messaggi di questo numero a un altro indirizzo: scrivi quello della porta di questo canale in WhatsApp > Configurazione della tua app.',
  en: 'Meta brings the messages of this number to another address: enter that of this channel’s door in WhatsApp > Configuration of your app.',
};

const lowQuality: Words = {
  it: 'WhatsApp dà a questo numero una qualità bassa: molti hanno bloccato o segnalato i vostri messaggi.',
  en: 'WhatsApp gives this number a low quality: many people have blocked or reported your messages.',
};
