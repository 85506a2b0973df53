import { countGraphemes } from '../platform/text/index.ts';
import { cleanBody, cleanLine } from './clean-words.ts';
import type { ContentLimits, DraftMedia, Violation } from './contract.ts';

/** What of the pictures a channel with these limits would refuse: their number, weight, type, missing or endless description. */
export const mediaViolations = (
  media: readonly DraftMedia[],
  { media: limit }: ContentLimits,
): readonly Violation[] => [
  ...(media.length > limit.max
    ? [{ kind: 'too-many-media', detail: `${media.length} of at most ${limit.max}` } as const]
    : []),
  ...media.flatMap(({ mimeType, byteLength, alt }): readonly Violation[] => [
    ...(byteLength > limit.maxBytes
      ? [{ kind: 'media-too-large', detail: `${byteLength} of at most ${limit.maxBytes} bytes` } as const]
      : []),
    ...(limit.mimeTypes.includes(mimeType)
      ? []
      : [{ kind: 'media-type', detail: cleanLine(mimeType, 100) } as const]),
    ...(limit.altRequired && cleanBody(alt) === '' ? [{ kind: 'alt-missing' } as const] : []),
    ...(countGraphemes(alt) > limit.altMax ? [{ kind: 'bad-option', detail: 'alt' } as const] : []),
  ]),
];
