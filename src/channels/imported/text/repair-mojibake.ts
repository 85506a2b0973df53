/**
 * The words of Meta's archives: they write each byte of UTF-8 as a letter of its own (`Caff\u00c3\u00a8`). What cannot have come about
 * so is left as it is.
 */
export const repairMojibake = (text: string): string => {
  if (!/[\u0080-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    );
  } catch {
    return text;
  }
};

/** The same in all strings of a value. */
export const repairAll = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return repairMojibake(value);
  if (depth > 30 || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => repairAll(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [repairMojibake(key), repairAll(one, depth + 1)]),
  );
};
