/**
 * Text of a body in whatever charset it is: byte order mark, then the header, then what the document says of
 * itself (XML declaration, HTML meta), then UTF-8 if it is valid UTF-8, else windows-1252 (WHATWG Encoding
 * and HTML "determining the character encoding"). Never throws: unreadable bytes become U+FFFD.
 */
export const decodeText = (bytes: Uint8Array, contentType: string | null): string => {
  const label = markedCharset(bytes) ?? headerCharset(contentType) ?? documentCharset(bytes);
  const declared = label === undefined ? undefined : decoderFor(label);
  if (declared) return declared.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const markedCharset = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  // An XML declaration in UTF-16 without its mark: `<` and a zero.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : undefined;
};

const headerCharset = (contentType: string | null): string | undefined =>
  /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1];

const documentCharset = (bytes: Uint8Array): string | undefined => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const label =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(start)?.[1] ??
    /<meta[^>]{0,400}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(start)?.[1];
  // A document readable enough to find its label in is not UTF-16, whatever the label says.
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label;
};

const decoderFor = (label: string): InstanceType<typeof TextDecoder> | undefined => {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
};
