import { countGraphemes, countUtf8Bytes, countUtf16 } from '../../platform/text/index.ts';
import type { ContentLimits, Violation } from '../contract.ts';

const counts = { utf16: countUtf16, byte: countUtf8Bytes, grapheme: countGraphemes };

export const lengthViolations = (text: string, { text: limit }: ContentLimits): readonly Violation[] => {
  const length = counts[limit.unit](text);
  const bytes = countUtf8Bytes(text);
  return [
    ...(length > limit.max ? [{ kind: 'too-long', length, max: limit.max, unit: limit.unit } as const] : []),
    ...(limit.maxBytes !== undefined && bytes > limit.maxBytes
      ? [{ kind: 'too-long', length: bytes, max: limit.maxBytes, unit: 'byte' } as const]
      : []),
  ];
};
