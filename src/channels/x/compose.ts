import { err, ok, type Result } from '../../platform/result.ts';
import { countGraphemes, countUtf8Bytes, countUtf16 } from '../../platform/text/index.ts';
import { cleanBody } from '../clean-words.ts';
import type { ContentLimits, Draft, Violation } from '../contract.ts';
import { mediaViolations } from '../media-violations.ts';
import { xPrices } from './prices.ts';
import { hasUrl, WEIGHT_MAX, weigh } from './weigh.ts';

/** https://docs.x.com/fundamentals/counting-characters, read 2026-11-22. Pictures would need another permission and cost more: words only. */
export const xLimits: ContentLimits = {
  text: { max: WEIGHT_MAX, unit: 'grapheme' },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: [],
  contentWarning: false,
  subject: false,
};

export type XPayload = {
  readonly text: string;
  /** The post answered. */
  readonly answers?: string;
  /** Millionths of a dollar. */
  readonly price: number;
};

/** A draft as a post, or all that stands in its way. Pure. */
export const composeX = (draft: Draft, limits: ContentLimits): Result<XPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const { inReplyTo } = draft;
  const target = inReplyTo && (inReplyTo.context.postId ?? inReplyTo.nativeId);
  const { unit, max } = limits.text;
  const length = { grapheme: countGraphemes, utf16: countUtf16, byte: countUtf8Bytes }[unit](text);
  const weight = weigh(text);
  // An address counts 23 however long: what is too long as letters may still fit.
  const isTooLong = max < WEIGHT_MAX ? length > max : weight > WEIGHT_MAX;
  const shown = max < WEIGHT_MAX ? { length, max } : { length: weight, max: WEIGHT_MAX };
  const violations: readonly Violation[] = [
    ...(text === '' ? [{ kind: 'empty' } as const] : []),
    ...(inReplyTo && !/^\d{1,25}$/.test(target ?? '') ? [{ kind: 'reply-target-missing' } as const] : []),
    ...(isTooLong ? [{ kind: 'too-long', ...shown, unit } as const] : []),
    ...mediaViolations(draft.media, limits),
  ];
  if (violations.length > 0) return err(violations);
  const price = hasUrl(text) ? xPrices.postCreateWithUrl : xPrices.postCreate;
  return ok({ text, ...(target ? { answers: target } : {}), price });
};
