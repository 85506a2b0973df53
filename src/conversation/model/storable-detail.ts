/** A technical detail as the database can keep it: short, without U+0000 and without halves of characters. */
export const storableDetail = (detail: string): string =>
  detail.replaceAll('\0', '').slice(0, 500).toWellFormed();
