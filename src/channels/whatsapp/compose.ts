import { err, ok, type Result } from '../../platform/result.ts';
import { countUtf16 } from '../../platform/text/index.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import { windowViolations } from '../meta/window.ts';
import { composeTemplate, type TemplatePayload, WINDOW_HOURS, windowClosed } from './templates.ts';

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

export type WhatsappPayload = {
  readonly to: { readonly phone: string } | { readonly recipient: string };
  readonly text: string;
  readonly image?: { readonly id: string; readonly mimeType: string };
  /** Instead of text and picture; `text` is then what comes of it. */
  readonly template?: TemplatePayload;
};

/** An answer to somebody who wrote to us within the last 24 hours, or later by a template. Pure. */
export const composeWhatsapp = (
  draft: Draft,
  limits: ContentLimits,
): Result<WhatsappPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const to = recipientOf(draft.inReplyTo?.context ?? {});
  const chosen = composeTemplate(draft, limits);
  if (chosen) {
    const violations = [...(to ? [] : [{ kind: 'reply-target-missing' } as const]), ...chosen.violations];
    if (violations.length > 0 || !to || !chosen.template) return err(violations);
    return ok({ to, text, template: chosen.template });
  }
  const [image] = draft.media;
  const max = image ? Math.min(CAPTION_MAX, limits.text.max) : limits.text.max;
  const length = countUtf16(text);
  const violations: readonly Violation[] = [
    ...(text === '' && !image ? [{ kind: 'empty' } as const] : []),
    ...(to ? [] : [{ kind: 'reply-target-missing' } as const]),
    ...(length > max ? [{ kind: 'too-long', length, max, unit: 'utf16' } as const] : []),
    ...mediaViolations(draft.media, limits),
    ...windowViolations(draft, WINDOW_HOURS, windowClosed(limits.templates?.choices.length ?? 0)),
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
