/**
 * A form in whatever charset it was written: its `charset` field, else the header's, else UTF-8 where it is that, else windows-1252.
 * Of a field that comes twice the first. Total.
 */
export const readForm = (bytes: Uint8Array, contentType: string): ReadonlyMap<string, string> => {
  const pairs = Buffer.from(bytes)
    .toString('latin1')
    .split('&')
    .slice(0, 50)
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    });
  const ofForm = pairs.find(([name]) => name === 'charset')?.[1];
  const label = ofForm ?? /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1];
  const fields = new Map<string, string>();
  for (const [name = '', value = ''] of pairs) {
    const key = decode(unescaped(name), label);
    if (!fields.has(key)) fields.set(key, decode(unescaped(value), label));
  }
  return fields;
};

const unescaped = (text: string): Uint8Array =>
  Buffer.from(
    text
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const decode = (bytes: Uint8Array, label: string | undefined): string => {
  for (const charset of [label, 'utf-8']) {
    try {
      if (charset) return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // An unknown charset, or not this one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
};
