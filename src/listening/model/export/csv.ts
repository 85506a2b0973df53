import type { ExportedMention } from './exported-mention.ts';

const columns = [
  'id',
  'channel',
  'nativeId',
  'url',
  'author',
  'handle',
  'ours',
  'form',
  'title',
  'text',
  'language',
  'polarity',
  'intents',
  'aspects',
  'watches',
  'saidAt',
  'receivedAt',
  'editedAt',
  'removedAt',
] as const satisfies readonly (keyof ExportedMention)[];

/** A mark first, by which spreadsheets know UTF-8 (RFC 3629), then the names of the columns. */
export const csvHead = (): string => `\u{feff}${columns.join(',')}\r\n`;

export const csvRow = (mention: ExportedMention): string =>
  `${columns.map((column) => csvCell(mention[column])).join(',')}\r\n`;

/** What spreadsheets take for a formula when a cell begins with it (OWASP, CSV Injection), also after blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** RFC 4180, with an apostrophe before what would be run as a formula. */
export const csvCell = (value: ExportedMention[keyof ExportedMention]): string => {
  if (value === null) return '';
  const plain = Array.isArray(value) ? value.join('; ') : String(value);
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
