import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Receipt, Settlement } from '../contract.ts';
import { callGraph } from '../meta/graph-call.ts';
import type { GraphFailure } from '../meta/graph-problem.ts';
import { receiptOf } from '../meta/receipt.ts';
import { Id } from '../meta/tolerant.ts';
import { fittingId } from '../text-digest.ts';
import { graphOf, type WhatsappContext, type WhatsappSendContext } from './client.ts';
import type { WhatsappPayload } from './compose.ts';
import { sentName } from './take.ts';
import { templateJson } from './templates.ts';

const SentSchema = z.object({ messages: z.array(z.object({ id: Id })).min(1) });

/**
 * Hands a message to the Cloud API, which accepts it and tells later, by its statuses, what became of it. Our key goes with it as
 * `biz_opaque_callback_data` and comes back with each status: by this a message is found again whose acceptance we did not hear.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api
 */
export const sendWhatsapp = async (
  context: WhatsappSendContext,
  payload: WhatsappPayload,
  opKey: string,
): Promise<Receipt> => {
  const image = payload.image ? await upload(context, payload.image) : ok(undefined);
  if (!image.ok)
    return {
      state: image.error.effect === 'refused' ? 'rejected' : 'not-sent',
      problem: image.error.problem,
    };
  const content = payload.template
    ? { type: 'template', template: templateJson(payload.template) }
    : image.value
      ? { type: 'image', image: { id: image.value, ...(payload.text ? { caption: payload.text } : {}) } }
      : { type: 'text', text: { body: payload.text, preview_url: false } };
  const json = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...('phone' in payload.to ? { to: payload.to.phone } : { recipient: payload.to.recipient }),
    biz_opaque_callback_data: opKey,
    ...content,
  };
  const path = `${encodeURIComponent(context.settings.phoneNumberId)}/messages`;
  const sent = await callGraph(graphOf(context), { method: 'POST', path, json }, SentSchema);
  if (!sent.ok) return receiptOf(sent.error);
  const [message] = sent.value.output.messages;
  return { state: 'accepted', nativeId: fittingId(message?.id ?? '') };
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/media-upload-api */
const upload = async (
  context: WhatsappSendContext,
  { id, mimeType }: NonNullable<WhatsappPayload['image']>,
): Promise<Result<string, GraphFailure>> => {
  const bytes = await context.loadMedia(id);
  const multipart = new FormData();
  multipart.set('messaging_product', 'whatsapp');
  multipart.set('type', mimeType);
  multipart.set(
    'file',
    new Blob([new Uint8Array(bytes)], { type: mimeType }),
    `image.${mimeType.split('/')[1] ?? 'jpeg'}`,
  );
  const path = `${encodeURIComponent(context.settings.phoneNumberId)}/media`;
  const call = { method: 'POST', path, multipart, timeoutMs: 30_000 } as const;
  const done = await callGraph(graphOf(context), call, z.object({ id: Id }));
  return done.ok ? ok(done.value.output.id) : err(done.error);
};

const LOOK_AGAIN_MS = 30_000;

/** There is no list of messages sent: only a status tells that one left. That it did not, nobody can tell. */
export const settleWhatsapp = async (
  { pushState }: Pick<WhatsappContext, 'pushState'>,
  opKey: string,
): Promise<Settlement> => {
  const sent = z.object({ id: Id }).safeParse(pushState?.[sentName(opKey)]).data;
  return sent
    ? { state: 'accepted', nativeId: fittingId(sent.id) }
    : { state: 'unclear', lookAgainMs: LOOK_AGAIN_MS };
};
