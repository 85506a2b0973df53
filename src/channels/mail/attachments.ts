import { cleanLine } from '../clean-words.ts';
import type { Media } from '../events.ts';
import { CUT_FIELD, decodedSize } from './cut-attachments.ts';
import type { Entity } from './mime/read-entity.ts';
import { headerOf } from './mime/read-headers.ts';

const MAX_SHOWN = 100;

/** Attachments told apart by name, type and size; their content is fetched by nobody here. */
export const mediaOf = (attached: readonly Entity[]): readonly Media[] =>
  attached
    .filter(({ type }) => !hidden.has(type.value))
    .slice(0, MAX_SHOWN)
    .map((entity) => {
      const name = fileName(
        entity.disposition.parameters.get('filename') ?? entity.type.parameters.get('name') ?? '',
      );
      return {
        kind: kindOf(entity.type.value),
        ...(name ? { name } : {}),
        mimeType: cleanLine(entity.type.value, 100),
        byteLength: sizeOf(entity),
      };
    });

/** Parts that are machinery, not something sent along. */
const hidden: ReadonlySet<string> = new Set([
  'message/delivery-status',
  'message/disposition-notification',
  'text/rfc822-headers',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
  'application/ms-tnef',
]);

const kindOf = (type: string): Media['kind'] => {
  const family = type.split('/')[0];
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
};

const sizeOf = (entity: Entity): number => {
  const cut = Number(headerOf(entity.headers, CUT_FIELD.toLowerCase()));
  return Number.isSafeInteger(cut) && cut > 0 ? cut : decodedSize(entity);
};

/** A name that is only a name: no path, no leading dots, nothing invisible; whole extensions stay at the end where people look. */
export const fileName = (given: string): string => {
  const name = cleanLine(given.slice(0, 2_000).replace(/[\u200b-\u200f\ufeff]/g, ''), 1_000);
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain.length <= 120) return plain;
  const extension = /\.[\p{L}\p{N}]{1,8}$/u.exec(plain)?.[0] ?? '';
  return cleanLine(`${plain.slice(0, 110 - extension.length)}…${extension}`, 120);
};
