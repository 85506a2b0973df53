/**
 * Characters as people count them: extended grapheme clusters (UAX 29). A family emoji is one, and so is a letter
 * with its accents however they are written. Channels that say "300 characters" mostly mean this.
 */
export const countGraphemes = (text: string): number => {
  if (isSimple(text)) return text.length - countCrLf(text);
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
};

/** Length in UTF-8; a lone surrogate counts as the U+FFFD that would be sent (3 bytes). */
export const countUtf8Bytes = (text: string): number => encoder.encode(text).length;

/** Not `Buffer`: the composer counts in the browser with this very code. */
const encoder = new TextEncoder();

/** Length in UTF-16 code units, as JavaScript, Java and several vendors' APIs count. */
export const countUtf16 = (text: string): number => text.length;

/** The first `max` graphemes, none cut in two. The same string when it is not longer. */
export const truncateGraphemes = (text: string, max: number): string => {
  if (text.length <= max) return text;
  if (max <= 0) return '';
  let count = 0;
  for (const { index } of segmenter.segment(text)) {
    if (count === max) return text.slice(0, index);
    count += 1;
  }
  return text;
};

const segmenter = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** Below U+0300 nothing combines with anything, except CR with LF: most Italian text is counted without a segmenter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range starts where Unicode does.
const isSimple = (text: string): boolean => /^[\u0000-\u02ff]*$/.test(text);

const countCrLf = (text: string): number => text.split('\r\n').length - 1;
