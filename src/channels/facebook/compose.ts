import { err, ok, type Result } from '../../platform/result.ts';
import { countUtf16 } from '../../platform/text/index.ts';
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
 * Comments: 8,000 characters is general knowledge, unverified, since no page of Meta's tells it: what is longer than Meta takes it refuses itself. Messages: 2,000
 * (https://developers.facebook.com/docs/messenger-platform/reference/send-api/#message), checked on 2026-11-22.
 */
export const facebookLimits = (humanAgent: boolean): MessagingLimits => ({
  text: { max: 8_000, unit: 'utf16' },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: ['public', 'direct'],
  contentWarning: false,
  subject: false,
  windowHours: humanAgent ? HUMAN_AGENT_HOURS : WINDOW_HOURS,
});

const MESSAGE_MAX = 2_000;

export type FacebookPayload =
  | { readonly kind: 'comment'; readonly target: string; readonly text: string }
  | ({ readonly kind: 'message' } & PrivateMessage);

/** An answer beneath a post or comment, privately to its author, or in Messenger. Pure. */
export const composeFacebook = (
  draft: Draft,
  limits: ContentLimits & MessagingLimits,
): Result<FacebookPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const payload = payloadOf(draft, text);
  const max = payload?.kind === 'message' ? Math.min(MESSAGE_MAX, limits.text.max) : limits.text.max;
  const length = countUtf16(text);
  const { visibility } = draft.options;
  const violations: readonly Violation[] = [
    ...(text === '' ? [{ kind: 'empty' } as const] : []),
    ...(payload ? [] : [{ kind: 'reply-target-missing' } as const]),
    ...(length > max ? [{ kind: 'too-long', length, max, unit: 'utf16' } as const] : []),
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

const payloadOf = ({ inReplyTo, options, ...draft }: Draft, text: string): FacebookPayload | undefined => {
  const { kind, person, target } = inReplyTo?.context ?? {};
  if (kind === 'message' && person) {
    const late = isLate({ ...draft, options, ...(inReplyTo ? { inReplyTo } : {}) });
    return { kind: 'message', to: { person }, text, late };
  }
  if (kind !== 'comment' || !target) return undefined;
  if (options.visibility === 'direct') return { kind: 'message', to: { comment: target }, text, late: false };
  return { kind: 'comment', target, text };
};
