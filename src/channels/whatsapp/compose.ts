import { err, ok, type Result } from '../../platform/result.ts';
import { countUtf16 } from '../../platform/text/index.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation, Words } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import { windowViolations } from '../meta/window.ts';

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (4,096 characters),
 * .../messages/image-messages (caption 1,024; JPEG and PNG of 5 MB at most), checked on 2026-11-22.
 */
export const whatsappLimits: ContentLimits = {
  text: { max: 4_096, unit: 'utf16' },
  media: {
    max: 1,
    maxBytes: 5_000_000,
    mimeTypes: ['image/jpeg', 'image/png'],
    altRequired: false,
    altMax: 1_000,
  },
  visibilities: [],
  contentWarning: false,
  subject: false,
};

const CAPTION_MAX = 1_024;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows */
const WINDOW_HOURS = 24;

export type WhatsappPayload = {
  readonly to: { readonly phone: string } | { readonly recipient: string };
  readonly text: string;
  readonly image?: { readonly id: string; readonly mimeType: string };
};

/** An answer to somebody who wrote to us within the last 24 hours. Pure. */
export const composeWhatsapp = (
  draft: Draft,
  limits: ContentLimits,
): Result<WhatsappPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const to = recipientOf(draft.inReplyTo?.context ?? {});
  const [image] = draft.media;
  const max = image ? Math.min(CAPTION_MAX, limits.text.max) : limits.text.max;
  const length = countUtf16(text);
  const violations: readonly Violation[] = [
    ...(text === '' && !image ? [{ kind: 'empty' } as const] : []),
    ...(to ? [] : [{ kind: 'reply-target-missing' } as const]),
    ...(length > max ? [{ kind: 'too-long', length, max, unit: 'utf16' } as const] : []),
    ...mediaViolations(draft.media, limits),
    ...windowViolations(draft, WINDOW_HOURS, windowClosed),
  ];
  if (violations.length > 0 || !to) return err(violations);
  return ok({ to, text, ...(image ? { image: { id: image.id, mimeType: image.mimeType } } : {}) });
};

const recipientOf = ({
  to,
  recipient,
}: Readonly<Record<string, string>>): WhatsappPayload['to'] | undefined => {
  if (to) return { phone: to };
  return recipient ? { recipient } : undefined;
};

const windowClosed: Words = {
  it: 'Sono passate più di 24 ore dal suo messaggio: WhatsApp accetta ormai solo modelli approvati prima e a pagamento, che da qui non si inviano. Scrivi dal Gestore di WhatsApp con un modello, usa un altro canale, o aspetta che scriva di nuovo.',
  en: 'More than 24 hours have passed since the message: WhatsApp now takes only templates, approved beforehand and paid, which are not sent from here. Write from WhatsApp Manager with a template, use another channel, or wait until they write again.',
};
