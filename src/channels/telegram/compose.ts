import { err, ok, type Result } from '../../platform/result.ts';
import { countGraphemes, countUtf8Bytes, countUtf16 } from '../../platform/text/index.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import { CAPTION_MAX } from './limits.ts';
import { readMessageId } from './message-id.ts';

/** A message, ready but for its pictures. Plain text: nothing in it is markup. */
export type TelegramPayload = {
  readonly text: string;
  /** Absent for a post of our own. */
  readonly answers?: {
    readonly chatId: string;
    readonly messageId: number;
    readonly isPrivate: boolean;
    /** The topic of a forum in which it was said. */
    readonly threadId?: number;
  };
  readonly media: readonly { readonly id: string; readonly mimeType: string }[];
};

/** A draft as a message, or all that stands in its way. Pure. With pictures the text is their caption, and shorter. */
export const composeTelegram = (
  draft: Draft,
  limits: ContentLimits,
): Result<TelegramPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const answers = draft.inReplyTo && targetOf(draft.inReplyTo);
  const max = draft.media.length > 0 ? Math.min(limits.text.max, CAPTION_MAX) : limits.text.max;
  const { unit } = limits.text;
  const length = { utf16: countUtf16, byte: countUtf8Bytes, grapheme: countGraphemes }[unit](text);
  const violations: readonly Violation[] = [
    ...(text === '' && draft.media.length === 0 ? [{ kind: 'empty' } as const] : []),
    ...(draft.inReplyTo && !answers ? [{ kind: 'reply-target-missing' } as const] : []),
    ...(length > max ? [{ kind: 'too-long', length, max, unit } as const] : []),
    ...mediaViolations(draft.media, limits),
  ];
  if (violations.length > 0) return err(violations);
  return ok({
    text,
    ...(answers ? { answers } : {}),
    media: draft.media.map(({ id, mimeType }) => ({ id, mimeType })),
  });
};

/** Where it came from; the place of the message itself, since a post of a channel stands in its discussion group as well. */
const targetOf = ({
  nativeId,
  context,
}: NonNullable<Draft['inReplyTo']>): TelegramPayload['answers'] | undefined => {
  const place =
    readMessageId(`${context.chatId ?? ''}/${context.messageId ?? ''}`) ?? readMessageId(nativeId);
  if (!place) return undefined;
  const thread = Number(context.threadId);
  return {
    chatId: place.chatId,
    messageId: place.id,
    isPrivate: context.chatType === 'private',
    ...(Number.isSafeInteger(thread) && thread > 0 ? { threadId: thread } : {}),
  };
};
