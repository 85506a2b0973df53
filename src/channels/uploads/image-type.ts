export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageType = (typeof imageTypes)[number];

/**
 * What a file is by its own first bytes, whatever it is called; undefined when it is none of the four that we take.
 * PNG: W3C PNG 3rd edition 5.2; JPEG: ITU-T T.81 B.1 (SOI, then a marker); WebP: RFC 9649 2.4; GIF: GIF89a 17.
 */
export const imageTypeOf = (bytes: Uint8Array): ImageType | undefined => {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return 'image/webp';
  if (says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a')) return 'image/gif';
  return undefined;
};

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const says = (bytes: Uint8Array, at: number, word: string): boolean =>
  startsWith(
    bytes,
    [...word].map((letter) => letter.charCodeAt(0)),
    at,
  );
