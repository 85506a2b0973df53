import { cleanLine } from '../clean-words.ts';
import type { ImageType } from './image-type.ts';

const endings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
} as const satisfies Record<ImageType, string>;

/** A name that no file system and no mail program minds, ending as the type does; `immagine` when nothing is left. Pure. */
export const safeFileName = (given: string, type: ImageType): string => {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const stem = cleanLine(last.replace(/\.[^.]{0,10}$/, ''), 80)
    .replace(/[\p{C}:*?"<>|%;'`$&]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${stem || 'immagine'}.${endings[type]}`;
};

/** `Content-Disposition` that shows it in place under that name (RFC 6266, RFC 8187). */
export const inlineDisposition = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
