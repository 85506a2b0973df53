import { err, ok, type Result } from '../../platform/result.ts';
import { countUtf8Bytes, countUtf16 } from '../../platform/text/index.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import {
  HUMAN_AGENT_HOURS,
  isLate,
  type MessagingLimits,
  messageWindow,
  privateReplyWindow,
  WINDOW_HOURS,
} from '../meta/private-reply.ts';
import type { PrivateMessage } from '../meta/send-message.ts';

/**
 * Comments: 300 characters (https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-media/comments).
 * Messages: 1,000 bytes (.../instagram-api-with-instagram-login/messaging-api). Checked on 2026-11-22.
 */
export const instagramLimits = (humanAgent: boolean): MessagingLimits => ({
  text: { max: 1_000, unit: 'utf16' },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: ['public', 'direct'],
  contentWarning: false,
  subject: false,
  windowHours: humanAgent ? HUMAN_AGENT_HOURS : WINDOW_HOURS,
});

const COMMENT_MAX = 300;
const MESSAGE_BYTES = 1_000;

export type InstagramPayload =
  | { readonly kind: 'comment'; readonly target: string; readonly text: string }
  | { readonly kind: 'mention'; readonly media: string; readonly comment?: string; readonly text: string }
  | { readonly kind: 'own'; readonly target: string; readonly text: string }
  | ({ readonly kind: 'message' } & PrivateMessage);

/** An answer beneath a comment or a medium, privately to a comment's author, or in the messages. Pure. */
export const composeInstagram = (
  draft: Draft,
  limits: ContentLimits & MessagingLimits,
): Result<InstagramPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const payload = payloadOf(draft, text);
  const { visibility } = draft.options;
  const violations: readonly Violation[] = [
    ...(text === '' ? [{ kind: 'empty' } as const] : []),
    ...(payload ? [] : [{ kind: 'reply-target-missing' } as const]),
    ...lengthViolations(text, payload?.kind === 'message', limits),
    ...mediaViolations(draft.media, limits),
    ...(visibility && !limits.visibilities.includes(visibility)
      ? [{ kind: 'bad-option', detail: 'visibility' } as const]
      : []),
    ...(payload?.kind === 'message'
      ? 'person' in payload.to
        ? messageWindow(draft, limits)
        : privateReplyWindow(draft)
      : []),
  ];
  return violations.length > 0 || !payload ? err(violations) : ok(payload);
};

const lengthViolations = (
  text: string,
  isMessage: boolean,
  { text: limit }: ContentLimits,
): readonly Violation[] => {
  const max = isMessage ? limit.max : Math.min(COMMENT_MAX, limit.max);
  const length = countUtf16(text);
  if (length > max) return [{ kind: 'too-long', length, max, unit: 'utf16' }];
  const bytes = countUtf8Bytes(text);
  return isMessage && bytes > MESSAGE_BYTES
    ? [{ kind: 'too-long', length: bytes, max: MESSAGE_BYTES, unit: 'byte' }]
    : [];
};

const payloadOf = (draft: Draft, text: string): InstagramPayload | undefined => {
  const { kind, person, target, media, comment } = draft.inReplyTo?.context ?? {};
  if (kind === 'message' && person) return { kind, to: { person }, text, late: isLate(draft) };
  if (kind === 'comment' && target)
    return draft.options.visibility === 'direct'
      ? { kind: 'message', to: { comment: target }, text, late: false }
      : { kind, target, text };
  if (kind === 'own' && target) return { kind, target, text };
  if (kind === 'mention' && media) return { kind, media, text, ...(comment ? { comment } : {}) };
  return undefined;
};
