import { err, ok, type Result } from '../../platform/result.ts';
import { countGraphemes, countUtf8Bytes } from '../../platform/text/index.ts';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import { webAddress } from '../web/own-site.ts';

export const webmentionLimits: ContentLimits = {
  text: { max: 2_000, unit: 'grapheme', maxBytes: 8_000 },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: [],
  contentWarning: false,
  subject: false,
};

export type WebmentionPayload = { readonly text: string; readonly target: string; readonly author: string };

/** An answer to the page that spoke of us. Pure. */
export const composeWebmention = (
  draft: Draft,
  limits: ContentLimits,
): Result<WebmentionPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const target = webAddress(draft.inReplyTo?.context.source);
  const { max, unit, maxBytes = Number.POSITIVE_INFINITY } = limits.text;
  const length = countGraphemes(text);
  const bytes = countUtf8Bytes(text);
  const violations: readonly Violation[] = [
    ...(text === '' ? [{ kind: 'empty' } as const] : []),
    ...(target ? [] : [{ kind: 'reply-target-missing' } as const]),
    ...(length > max ? [{ kind: 'too-long', length, max, unit } as const] : []),
    ...(length <= max && bytes > maxBytes
      ? [{ kind: 'too-long', length: bytes, max: maxBytes, unit: 'byte' } as const]
      : []),
    ...mediaViolations(draft.media, limits),
  ];
  if (violations.length > 0 || !target) return err(violations);
  return ok({ text, target, author: cleanLine(draft.signedBy.name, 200) });
};
