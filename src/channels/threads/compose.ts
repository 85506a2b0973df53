import { err, ok, type Result } from '../../platform/result.ts';
import { countUtf16 } from '../../platform/text/index.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';

export type ThreadsPayload = { readonly text: string; readonly target: string };

/** An answer to a post or a reply. Pure. */
export const composeThreads = (
  draft: Draft,
  limits: ContentLimits,
): Result<ThreadsPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const target = draft.inReplyTo?.context.target;
  const length = countUtf16(text);
  const { max } = limits.text;
  const violations: readonly Violation[] = [
    ...(text === '' ? [{ kind: 'empty' } as const] : []),
    ...(target ? [] : [{ kind: 'reply-target-missing' } as const]),
    ...(length > max ? [{ kind: 'too-long', length, max, unit: 'utf16' } as const] : []),
    ...mediaViolations(draft.media, limits),
  ];
  return violations.length > 0 || !target ? err(violations) : ok({ text, target });
};
