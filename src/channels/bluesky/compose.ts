import { err, ok, type Result } from '../../platform/result.ts';
import { countGraphemes, countUtf8Bytes } from '../../platform/text/index.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, DraftMedia, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import { readAtUri } from './at-uri.ts';
import { type DetectedFacet, detectFacets } from './detect-facets.ts';

type Reference = { readonly uri: string; readonly cid: string };

/** One post, ready but for what only the network knows: the DIDs of who is mentioned and the blobs of the pictures. */
export type BlueskyPayload = {
  readonly text: string;
  readonly facets: readonly DetectedFacet[];
  readonly langs: readonly string[];
  readonly images: readonly {
    readonly id: string;
    readonly mimeType: string;
    readonly alt: string;
    readonly width?: number;
    readonly height?: number;
  }[];
  readonly reply?: { readonly root: Reference; readonly parent: Reference };
};

/** A draft as a post, or all that stands in its way. Pure. */
export const composeBluesky = (
  draft: Draft,
  limits: ContentLimits,
): Result<BlueskyPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const reply = replyOf(draft);
  const language = languageOf(draft.options.language);
  const violations: readonly Violation[] = [
    ...(text === '' && draft.media.length === 0 ? [{ kind: 'empty' } as const] : []),
    ...(draft.inReplyTo && !reply ? [{ kind: 'reply-target-missing' } as const] : []),
    ...lengthViolations(text, limits),
    ...mediaViolations(draft.media, limits),
    ...optionViolations(draft.options, language),
  ];
  if (violations.length > 0) return err(violations);
  return ok({
    text,
    facets: detectFacets(text),
    langs: language ? [language] : [],
    images: draft.media.map(imageOf),
    ...(reply ? { reply } : {}),
  });
};

const replyOf = ({ inReplyTo }: Draft): BlueskyPayload['reply'] => {
  if (!inReplyTo) return undefined;
  const { cid, rootUri, rootCid } = inReplyTo.context;
  const uri = inReplyTo.nativeId;
  if (!cid || !readAtUri(uri)) return undefined;
  const isWholeRoot = rootUri !== undefined && rootCid !== undefined && readAtUri(rootUri) !== undefined;
  return { root: isWholeRoot ? { uri: rootUri, cid: rootCid } : { uri, cid }, parent: { uri, cid } };
};

const lengthViolations = (text: string, { text: limit }: ContentLimits): readonly Violation[] => {
  const counted =
    limit.unit === 'grapheme' ? countGraphemes : limit.unit === 'byte' ? countUtf8Bytes : countUtf16;
  const length = counted(text);
  const bytes = countUtf8Bytes(text);
  return [
    ...(length > limit.max ? [{ kind: 'too-long', length, max: limit.max, unit: limit.unit } as const] : []),
    ...(limit.maxBytes !== undefined && bytes > limit.maxBytes
      ? [{ kind: 'too-long', length: bytes, max: limit.maxBytes, unit: 'byte' } as const]
      : []),
  ];
};

const countUtf16 = (text: string): number => text.length;

const optionViolations = (
  { visibility, contentWarning, language }: Draft['options'],
  tag: string | undefined,
): readonly Violation[] => [
  ...(visibility && visibility !== 'public' ? [{ kind: 'bad-option', detail: 'visibility' } as const] : []),
  ...(contentWarning ? [{ kind: 'bad-option', detail: 'contentWarning' } as const] : []),
  ...(language && !tag ? [{ kind: 'bad-option', detail: 'language' } as const] : []),
];

const languageOf = (text: string | undefined): string | undefined => {
  try {
    return text ? Intl.getCanonicalLocales(text)[0] : undefined;
  } catch {
    return undefined;
  }
};

const imageOf = ({ id, mimeType, alt, width, height }: DraftMedia): BlueskyPayload['images'][number] => ({
  id,
  mimeType,
  alt: cleanBody(alt),
  ...(width && height ? { width, height } : {}),
});
