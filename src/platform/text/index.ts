export { type CleanText, cleanText } from './clean.ts';
export { countGraphemes, countUtf8Bytes, countUtf16, truncateGraphemes } from './count.ts';
export { escapeMarkup } from './escape-markup.ts';
export { type Folded, foldText, foldWithOffsets, originalRange } from './fold.ts';
export { type HtmlToTextOptions, htmlToText } from './html-to-text.ts';
export { scanTags, voidElements } from './scan-tags.ts';
