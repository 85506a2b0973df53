import { err, ok, type Result } from '../../platform/result.ts';
import { countGraphemes, countUtf8Bytes } from '../../platform/text/index.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';

/** A comment is kept in 65,535 bytes of HTML: `&` and `<` take five and four. */
export const wordpressLimits: ContentLimits = {
  text: { max: 5_000, unit: 'grapheme', maxBytes: 12_000 },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: [],
  contentWarning: false,
  subject: false,
};

export type WordPressPayload = { readonly text: string; readonly post: number; readonly parent: number };

/** An answer under a comment. Pure. */
export const composeWordPress = (
  draft: Draft,
  limits: ContentLimits,
): Result<WordPressPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const post = Number(draft.inReplyTo?.context.post);
  const parent = Number(draft.inReplyTo?.context.comment);
  const isThere = Number.isInteger(post) && Number.isInteger(parent) && post > 0 && parent > 0;
  const { max, unit, maxBytes = Number.POSITIVE_INFINITY } = limits.text;
  const length = countGraphemes(text);
  const bytes = countUtf8Bytes(text);
  const violations: readonly Violation[] = [
    ...(text === '' ? [{ kind: 'empty' } as const] : []),
    ...(isThere ? [] : [{ kind: 'reply-target-missing' } as const]),
    ...(length > max ? [{ kind: 'too-long', length, max, unit } as const] : []),
    ...(length <= max && bytes > maxBytes
      ? [{ kind: 'too-long', length: bytes, max: maxBytes, unit: 'byte' } as const]
      : []),
    ...mediaViolations(draft.media, limits),
  ];
  return violations.length > 0 ? err(violations) : ok({ text, post, parent });
};
