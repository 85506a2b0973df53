import { err, ok, type Result } from '../../platform/result.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { lengthViolations } from '../google/length-violations.ts';
import { mediaViolations } from '../media-violations.ts';

export type YoutubePayload = { readonly text: string; readonly parentId: string };

/**
 * An answer below a top-level comment: YouTube knows no deeper level, so who is answered below another answer is named, as people
 * do there. Pure. Posts of our own are videos, and not for here.
 */
export const composeYoutube = (
  draft: Draft,
  limits: ContentLimits,
): Result<YoutubePayload, readonly Violation[]> => {
  const written = cleanBody(draft.text);
  const parentId = draft.inReplyTo?.context.parentId ?? '';
  const text = withName(written, draft);
  const violations: readonly Violation[] = [
    ...(written === '' ? [{ kind: 'empty' } as const] : []),
    ...(parentId === '' ? [{ kind: 'reply-target-missing' } as const] : []),
    ...lengthViolations(text, limits),
    ...mediaViolations(draft.media, limits),
  ];
  return violations.length > 0 ? err(violations) : ok({ text, parentId });
};

const withName = (text: string, { inReplyTo }: Draft): string => {
  const handle = inReplyTo?.authorHandle;
  const isNeeded = inReplyTo?.context.isReply === '1' && handle && /^@\S+$/.test(handle);
  return text !== '' && isNeeded && !text.includes(handle) ? `${handle} ${text}` : text;
};
