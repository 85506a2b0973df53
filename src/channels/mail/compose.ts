import { err, ok, type Result } from '../../platform/result.ts';
import { cleanText, countGraphemes, countUtf8Bytes, countUtf16 } from '../../platform/text/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ContentLimits, Draft, DraftMedia, Violation } from '../contract.ts';
import { fileName } from './attachments.ts';
import { capReferences } from './message-id.ts';
import { answerSubject, quotation } from './message-text.ts';
import { readAddress } from './mime/addresses.ts';

/** A letter ready to be sent, but for who we are and when. Ids without brackets. */
export type MailPayload = {
  readonly to: { readonly address: string; readonly name?: string };
  readonly subject: string;
  readonly text: string;
  readonly signedBy: string;
  /** The attribution and the quoted letter; empty when there is none. */
  readonly quotation: string;
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  readonly media: readonly { readonly id: string; readonly name: string; readonly mimeType: string }[];
};

/** Nothing that mail filters take for a program. */
const attachable = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
];

/** What mail servers take without a murmur: most stop at 20-25 MB with the third that base64 adds. */
export const mailLimits: ContentLimits = {
  text: { max: 100_000, unit: 'byte' },
  media: { max: 10, maxBytes: 10_000_000, mimeTypes: attachable, altRequired: false, altMax: 1_000 },
  visibilities: ['direct'],
  contentWarning: false,
  subject: true,
};

const MAX_TOTAL_MEDIA = 15_000_000;

export const composeMail = (
  draft: Draft,
  limits: ContentLimits,
): Result<MailPayload, readonly Violation[]> => {
  const text = cleanText(draft.text, { maxGraphemes: 1_000_000 }).text.trim();
  const to = addresseeOf(draft);
  const subject = subjectOf(draft);
  const violations = [
    ...textViolations(draft, text, limits),
    ...mediaViolations(draft.media, limits),
    ...targetViolations(draft, to, subject),
  ];
  if (violations.length > 0 || !to) return err(violations);
  const answered = draft.inReplyTo;
  const messageId = answered?.context.messageId;
  return ok({
    to,
    subject,
    text,
    signedBy: cleanLine(draft.signedBy.name, 200),
    quotation: answered ? quotation(answered, draft.options.language ?? 'it') : '',
    ...(messageId ? { inReplyTo: messageId } : {}),
    references: answered ? referencesOf(answered.references, messageId) : [],
    media: draft.media.map(({ id, name, mimeType }, index) => ({
      id,
      name: fileName(name ?? '') || usualName(index, mimeType),
      mimeType,
    })),
  });
};

/** Where answers are wanted (Reply-To), which `normalise` put into the context. */
const addresseeOf = ({ inReplyTo }: Draft): MailPayload['to'] | undefined => {
  const address = readAddress(inReplyTo?.context.to ?? '') ?? readAddress(inReplyTo?.authorNativeId ?? '');
  const name = cleanLine(
    inReplyTo?.context.toName ?? (inReplyTo?.context.to ? '' : (inReplyTo?.authorName ?? '')),
    200,
  );
  return address === undefined ? undefined : { address, ...(name ? { name } : {}) };
};

const subjectOf = ({ inReplyTo, options }: Draft): string => {
  const chosen = cleanLine(options.subject ?? '', 500);
  return chosen || answerSubject(cleanLine(inReplyTo?.context.subject ?? '', 500));
};

const referencesOf = (earlier: readonly string[], messageId: string | undefined): readonly string[] => {
  const ids = [...earlier, ...(messageId ? [messageId] : [])].filter(
    (id) => /^[^\s<>\p{C}]{1,900}$/u.test(id) && !/^(?:digest|sha256):/.test(id),
  );
  return capReferences([...new Set(ids)], 20);
};

const usualName = (index: number, mimeType: string): string =>
  `allegato-${index + 1}.${/\/(?:x-)?([a-z\d]{2,5})$/.exec(mimeType)?.[1] ?? 'bin'}`;

const targetViolations = (draft: Draft, to: unknown, subject: string): readonly Violation[] => [
  ...(to ? [] : [{ kind: 'reply-target-missing' } as const]),
  ...(subject.length > 500 ? [{ kind: 'bad-option', detail: 'subject' } as const] : []),
  ...(draft.options.visibility && draft.options.visibility !== 'direct'
    ? [{ kind: 'bad-option', detail: 'visibility' } as const]
    : []),
];

const counters = { grapheme: countGraphemes, byte: countUtf8Bytes, utf16: countUtf16 } as const;

const textViolations = (
  { media }: Draft,
  text: string,
  { text: limit }: ContentLimits,
): readonly Violation[] => {
  if (text === '' && media.length === 0) return [{ kind: 'empty' }];
  const length = counters[limit.unit](text);
  const bytes = countUtf8Bytes(text);
  return [
    ...(length > limit.max ? [{ kind: 'too-long', length, max: limit.max, unit: limit.unit } as const] : []),
    ...(limit.maxBytes !== undefined && bytes > limit.maxBytes
      ? [{ kind: 'too-long', length: bytes, max: limit.maxBytes, unit: 'byte' } as const]
      : []),
  ];
};

const mediaViolations = (
  media: readonly DraftMedia[],
  { media: limit }: ContentLimits,
): readonly Violation[] => [
  ...(media.length > limit.max
    ? [{ kind: 'too-many-media', detail: `${media.length} of ${limit.max}` } as const]
    : []),
  ...media
    .filter(({ byteLength }) => byteLength > limit.maxBytes)
    .map(
      ({ id, byteLength }) =>
        ({ kind: 'media-too-large', detail: `${id}: ${byteLength} of ${limit.maxBytes}` }) as const,
    ),
  ...(media.reduce((sum, { byteLength }) => sum + byteLength, 0) > MAX_TOTAL_MEDIA
    ? [{ kind: 'media-too-large', detail: `together over ${MAX_TOTAL_MEDIA}` } as const]
    : []),
  ...media
    .filter(
      ({ mimeType }) =>
        !/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(mimeType) ||
        (limit.mimeTypes.length > 0 && !limit.mimeTypes.includes(mimeType)),
    )
    .map(({ id, mimeType }) => ({ kind: 'media-type', detail: `${id}: ${mimeType}` }) as const),
];
