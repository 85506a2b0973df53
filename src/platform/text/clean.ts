import { truncateGraphemes } from './count.ts';

export interface CleanText {
  readonly text: string;
  /** Something was cut at the end, because the text was longer than asked. */
  readonly truncated: boolean;
}

/**
 * Text from outside made harmless to keep and to show, and otherwise left as its author wrote it: line ends are
 * `\n`; control characters, lone surrogates (-> U+FFFD), bidi overrides and isolates (Trojan Source,
 * CVE-2021-42574), invisible tags and floods of marks or of zero widths are gone; what emoji, Arabic and Indic
 * scripts need of them stays. At most `maxGraphemes`. Linear, never throws, and cleaning twice changes nothing.
 */
export const cleanText = (
  text: string,
  { maxGraphemes = 100_000 }: { readonly maxGraphemes?: number } = {},
): CleanText => {
  // One grapheme may be endless (a row of joined emoji), so units are bounded as well, before the work begins.
  const bounded =
    text.length > maxGraphemes * unitsPerGrapheme ? cutUnits(text, maxGraphemes * unitsPerGrapheme) : text;
  const harmless = surelyHarmless.test(bounded) ? bounded : removeHarm(bounded);
  const whole = truncateGraphemes(harmless, maxGraphemes);
  // A joiner at the very end has nothing left to join.
  const cut = whole.replace(/[\u200b-\u200d]+$/, '');
  return { text: cut, truncated: bounded.length < text.length || cut.length < harmless.length };
};

const unitsPerGrapheme = 16;

/** Latin letters with their accents, the dashes, quotes and signs of money that go with them: nothing below finds anything there. */
const surelyHarmless = /^[\t\n\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u2057\u20a0-\u20bf]*$/;

/** Removing one thing may bring two others together; each pass only ever shortens, and the second rarely finds more. */
const removeHarm = (text: string): string => {
  let current = text.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  for (let pass = 0; pass < 8; pass += 1) {
    const next = current
      .replace(unwanted, '')
      .replace(tags, keepFlag)
      .replace(zeroWidths, keepJoiner)
      .replace(selectors, keepSelector)
      .replace(directionFlood, '$1')
      .replace(markFlood, '$1');
    if (next === current) break;
    current = next;
  }
  return current;
};

/** Controls (not \n, \t), bidi embeddings, overrides and isolates, invisible operators, fillers, annotations, BOM. */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each stands for itself here.
  /\u034f|[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e001f}\u{e0080}-\u{e00ff}\u{e01f0}-\u{e0fff}]/gu;

/** Tag characters write nothing visible, except the flags of England, Scotland, Wales ... after a black flag. */
const tags = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0020}-\u{e007f}]/gu;
const keepFlag = (_: string, flag: string | undefined): string => flag ?? '';

/** ZWSP, ZWNJ and ZWJ: alone, and only where they change what is read. */
const zeroWidths = /[\u200b-\u200d]+/g;
const keepJoiner = (run: string, at: number, text: string): string => {
  if (run.length > 1) return '';
  const before = text.slice(Math.max(0, at - 8), at);
  const after = text.slice(at + 1, at + 3);
  if (run === '\u200b') return spacedBefore.test(before) && spacedAfter.test(after) ? run : '';
  if (joinedBefore.test(before) && joinedAfter.test(after)) return run;
  return run === '\u200d' && emojiBefore.test(before) && emojiAfter.test(after) ? run : '';
};

const spacedBefore = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const spacedAfter = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const joining =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}';
const joinedBefore = new RegExp(`[${joining}]$`, 'u');
const joinedAfter = new RegExp(`^[${joining}]`, 'u');
const emojiBefore = /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u;
const emojiAfter = /^\p{Extended_Pictographic}/u;

/** U+FE0E/F choose text or emoji, U+E0100-E01EF the shape of an ideograph; elsewhere they only carry hidden data. */
const selectors = /[\ufe0e\ufe0f\u{e0100}-\u{e01ef}]/gu;
const keepSelector = (selector: string, at: number, text: string): string => {
  const before = text.slice(Math.max(0, at - 2), at);
  if (selector.length > 1) return /\p{Script=Han}$/u.test(before) ? selector : '';
  return /[\p{Extended_Pictographic}\p{Emoji}]$/u.test(before) ? selector : '';
};

/** LRM, RLM, ALM mark a direction: one says it. */
const directionFlood = /([\u200e\u200f\u061c])[\u200e\u200f\u061c]+/g;

/** No living language stacks more than four marks on a letter; "zalgo" stacks hundreds. */
const markFlood = /(\p{M}{4})\p{M}+/gu;

/** Not between the halves of a surrogate pair. */
const cutUnits = (text: string, max: number): string => {
  const cut = text.slice(0, max);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
};
