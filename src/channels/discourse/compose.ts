import { err, ok, type Result } from '../../platform/result.ts';
import { countGraphemes, countUtf8Bytes, countUtf16 } from '../../platform/text/index.ts';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import { readPostId } from './post-id.ts';

/** A post, ready but for its pictures. */
export type DiscoursePayload = {
  readonly text: string;
  readonly answers?: { readonly topicId: number; readonly postNumber: number };
  /** Of a topic of our own. */
  readonly title?: string;
  readonly media: readonly { readonly id: string; readonly mimeType: string; readonly alt: string }[];
};

/** A draft as a post, or all that stands in its way. Pure. Markdown is written as people typed it. */
export const composeDiscourse = (
  draft: Draft,
  limits: ContentLimits,
): Result<DiscoursePayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const answers = draft.inReplyTo && targetOf(draft.inReplyTo);
  const { unit, max } = limits.text;
  const length = { utf16: countUtf16, byte: countUtf8Bytes, grapheme: countGraphemes }[unit](text);
  const violations: readonly Violation[] = [
    ...(text === '' && draft.media.length === 0 ? [{ kind: 'empty' } as const] : []),
    ...(draft.inReplyTo && !answers ? [{ kind: 'reply-target-missing' } as const] : []),
    ...(length > max ? [{ kind: 'too-long', length, max, unit } as const] : []),
    ...mediaViolations(draft.media, limits),
  ];
  if (violations.length > 0) return err(violations);
  const title = cleanLine(draft.options.subject ?? '', 250);
  return ok({
    text,
    ...(answers ? { answers } : { title: title || firstWords(text) }),
    media: draft.media.map(({ id, mimeType, alt }) => ({ id, mimeType, alt: cleanLine(alt, 1_000) })),
  });
};

/** A topic must have a title; without one its first words are it. */
const firstWords = (text: string): string => cleanLine(text.split('\n')[0] ?? '', 120);

const targetOf = ({ nativeId, context }: NonNullable<Draft['inReplyTo']>): DiscoursePayload['answers'] => {
  const topicId = Number(context.topicId);
  const postNumber = Number(context.postNumber);
  return topicId > 0 && postNumber > 0 && Number.isSafeInteger(topicId + postNumber)
    ? { topicId, postNumber }
    : readPostId(nativeId);
};
