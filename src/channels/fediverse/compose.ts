import { err, ok, type Result } from '../../platform/result.ts';
import { countGraphemes, countUtf8Bytes, countUtf16 } from '../../platform/text/index.ts';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import { countStatus } from './count.ts';
import type { FediverseLimits } from './instance.ts';
import { languageTag } from './status-item.ts';

/** Widest first. */
const breadths = ['public', 'unlisted', 'followers', 'direct'] as const;
type Breadth = (typeof breadths)[number];

/** One status, ready but for what only the instance knows: its own id of what is answered and of the pictures. */
export type FediversePayload = {
  readonly text: string;
  readonly contentWarning: string;
  /** In Mastodon's words: `private` is what we call `followers`. */
  readonly visibility: 'public' | 'unlisted' | 'private' | 'direct';
  readonly language?: string;
  readonly inReplyTo?: {
    readonly uri: string;
    /** The id that `instance` knew it by when it came. */
    readonly statusId?: string;
    readonly instance?: string;
  };
  readonly media: readonly { readonly id: string; readonly mimeType: string; readonly alt: string }[];
};

/**
 * A draft as a status, or all that stands in its way. Pure. Whom we answer is named at the beginning when the text does not (or
 * nobody would be told); the answer is never seen by more people than what it answers; its warning is kept unless the draft has
 * one of its own (also an empty one).
 */
export const composeFediverse = (
  draft: Draft,
  limits: ContentLimits,
): Result<FediversePayload, readonly Violation[]> => {
  const written = cleanBody(draft.text);
  const text = withName(written, draft);
  const { visibility, contentWarning: warning, language: asked } = draft.options;
  const contentWarning = cleanLine(warning ?? draft.inReplyTo?.context.contentWarning ?? '', 5_000);
  const language = languageTag(asked);
  const violations: readonly Violation[] = [
    ...(written === '' && draft.media.length === 0 ? [{ kind: 'empty' } as const] : []),
    ...(draft.inReplyTo && !/^https?:\/\//.test(draft.inReplyTo.nativeId)
      ? [{ kind: 'reply-target-missing' } as const]
      : []),
    ...lengthViolations(text, contentWarning, limits),
    ...mediaViolations(draft.media, limits),
    ...(visibility && !breadthOf(visibility) ? [{ kind: 'bad-option', detail: 'visibility' } as const] : []),
    ...(asked && !language ? [{ kind: 'bad-option', detail: 'language' } as const] : []),
  ];
  if (violations.length > 0) return err(violations);
  const breadth = narrower(
    breadthOf(visibility),
    draft.inReplyTo && breadthOf(draft.inReplyTo.context.visibility),
  );
  return ok({
    text,
    contentWarning,
    visibility: breadth === 'followers' ? 'private' : breadth,
    ...(language ? { language } : {}),
    ...(draft.inReplyTo ? { inReplyTo: targetOf(draft.inReplyTo) } : {}),
    media: draft.media.map(({ id, mimeType, alt }) => ({ id, mimeType, alt: cleanBody(alt) })),
  });
};

const targetOf = ({ nativeId, context }: NonNullable<Draft['inReplyTo']>) => ({
  uri: nativeId,
  ...(context.statusId && context.instance ? { statusId: context.statusId, instance: context.instance } : {}),
});

/** The narrower of what is asked and what is answered; public where neither says. */
const narrower = (...wanted: readonly (Breadth | undefined)[]): Breadth =>
  breadths[Math.max(0, ...wanted.map((breadth) => (breadth ? breadths.indexOf(breadth) : 0)))] ?? 'direct';

const breadthOf = (name: string | undefined): Breadth | undefined =>
  name === 'private' ? 'followers' : breadths.find((breadth) => breadth === name);

/** `ours` in the context: a thread of our own goes on, and nobody has to be called. */
const withName = (text: string, { inReplyTo }: Draft): string => {
  const handle = handleOf(inReplyTo);
  if (text === '' || !handle || inReplyTo?.context.ours === '1' || names(text, handle)) return text;
  return `${handle} ${text}`;
};

const handleOf = (target: Draft['inReplyTo']): string | undefined => {
  const written = (target?.context.acct ?? target?.authorHandle ?? '').trim().replace(/^@/, '');
  return /^[\w.-]+(@[\p{L}\p{N}_.:-]+)?$/u.test(written) ? `@${written}` : undefined;
};

const names = (text: string, handle: string): boolean => {
  const escaped = handle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\w/])${escaped}(?![\\w@-]|\\.\\w)`, 'iu').test(text);
};

const lengthViolations = (
  text: string,
  contentWarning: string,
  limits: ContentLimits & Partial<FediverseLimits>,
): readonly Violation[] => {
  const { max, unit, maxBytes } = limits.text;
  const counted = { utf16: countUtf16, byte: countUtf8Bytes, grapheme: countGraphemes }[unit];
  const perUrl = limits.charactersPerUrl ?? 23;
  const length =
    unit === 'grapheme' ? countStatus(text, contentWarning, perUrl) : counted(text + contentWarning);
  const bytes = countUtf8Bytes(text);
  return [
    ...(length > max ? [{ kind: 'too-long', length, max, unit } as const] : []),
    ...(maxBytes !== undefined && bytes > maxBytes
      ? [{ kind: 'too-long', length: bytes, max: maxBytes, unit: 'byte' } as const]
      : []),
  ];
};
