/** What people may add to evidence. */
export const evidenceFileTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'text/plain; charset=utf-8',
] as const;
export type EvidenceFileType = (typeof evidenceFileTypes)[number];

const begins = (bytes: Buffer, hex: string, at = 0): boolean =>
  bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;

/** What the bytes are by how they begin; text (also a mail saved with its headers) when they read as UTF-8. Undefined for anything else. */
export const fileTypeOf = (bytes: Buffer): EvidenceFileType | undefined => {
  if (bytes.length === 0) return undefined;
  if (begins(bytes, '89504e470d0a1a0a')) return 'image/png';
  if (begins(bytes, 'ffd8ff')) return 'image/jpeg';
  if (begins(bytes, '52494646') && begins(bytes, '57454250', 8)) return 'image/webp';
  if (begins(bytes, '255044462d')) return 'application/pdf';
  return isText(bytes) ? 'text/plain; charset=utf-8' : undefined;
};

const isText = (bytes: Buffer): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // A page or a drawing would run in the browser of whoever opens it.
    return !/[^\P{Cc}\t\n\f\r]/u.test(text) && !/^\s*<(?:!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
};
