import { cleanText } from '../platform/text/index.ts';

/** A name, a title or a label on one line, clean and at most `maxGraphemes` long; empty when nothing readable is left. */
export const cleanLine = (text: string, maxGraphemes = 500): string =>
  cleanText(cleanText(text).text.replace(/\s+/g, ' ').trim(), { maxGraphemes }).text.trim();

/** A whole text, clean, without empty ends. */
export const cleanBody = (text: string): string => cleanText(text).text.trim();
