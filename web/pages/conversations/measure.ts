import { countGraphemes, countUtf8Bytes, countUtf16 } from '../../../src/platform/text/index.ts';

export type TextLimit = {
  readonly max: number;
  readonly unit: 'grapheme' | 'utf16' | 'byte';
  readonly maxBytes?: number | undefined;
};

const counters = { grapheme: countGraphemes, utf16: countUtf16, byte: countUtf8Bytes } as const;

/** What is left of the channel's limit, in its own unit (negative: too much), and whether the bytes are too many. */
export const measure = (
  text: string,
  limit: TextLimit,
): { readonly left: number; readonly tooHeavy: boolean } => ({
  left: limit.max - counters[limit.unit](text),
  tooHeavy: limit.maxBytes !== undefined && countUtf8Bytes(text) > limit.maxBytes,
});

/** The text with the person's name under it, unless they have already said it. */
export const signed = (text: string, name: string): string => {
  const body = text.trimEnd();
  return body === '' || body.toLocaleLowerCase().includes(name.toLocaleLowerCase())
    ? body
    : `${body}\n${name}`;
};
