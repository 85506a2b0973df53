import type { Sharp } from 'sharp';
import { err, ok, type Result } from '../../platform/result.ts';
import { type ImageType, imageTypeOf } from './image-type.ts';

/** What may come in, bytes. */
export const LARGEST_UPLOAD = 5_000_000;
/** What may unfold in memory, dots over all frames: 40 megapixels, what a telephone takes. */
const MOST_DOTS = 40_000_000;
/** The longest side that we keep, dots: sharp on every screen, and small enough for the channels. */
const LONGEST_SIDE = 2_560;
/** A PNG over this (bytes) is a photograph in the wrong coat: channels take less. */
const HEAVY_PNG = 1_900_000;
const PATIENCE_S = 15;

export type RemadeImage = {
  readonly mimeType: ImageType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
};

/** `not-an-image`: none of PNG, JPEG, WebP, GIF, or broken. `too-large`: more bytes or dots than we take. */
export type ImageRefusal = { readonly kind: 'not-an-image' | 'too-large' | 'empty' };

/**
 * The same picture made anew from its dots: place, camera, comments, colour tables and whatever else was hidden in the
 * file or behind its end are gone, it stands upright, and no side is longer than 2560 dots. A file that is two things at once comes out as a picture only.
 */
export const remakeImage = (bytes: Uint8Array): Promise<Result<RemadeImage, ImageRefusal>> =>
  inTurn(async () => {
    if (bytes.length === 0) return err({ kind: 'empty' });
    if (bytes.length > LARGEST_UPLOAD) return err({ kind: 'too-large' });
    const mimeType = imageTypeOf(bytes);
    if (!mimeType) return err({ kind: 'not-an-image' });
    const remade = await remake(bytes, mimeType).catch(refusalOf);
    if ('kind' in remade) return err(remade);
    return remade.bytes.length > LARGEST_UPLOAD ? err({ kind: 'too-large' }) : ok(remade);
  });

/** One at a time: a picture unfolded takes up to some hundred megabytes. */
const inTurn = (() => {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
})();

const remake = async (bytes: Uint8Array, mimeType: ImageType): Promise<RemadeImage> => {
  const sharp = await openSharp();
  const moves = mimeType === 'image/gif' || mimeType === 'image/webp';
  const picture = sharp(bytes, { limitInputPixels: MOST_DOTS, failOn: 'error', animated: moves })
    .timeout({ seconds: PATIENCE_S })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  const written = await write(picture.clone(), mimeType);
  const isHeavy = written.mimeType === 'image/png' && written.bytes.length > HEAVY_PNG;
  const isSolid = isHeavy && (await sharp(written.bytes).stats()).isOpaque;
  return isSolid ? write(picture.clone(), 'image/jpeg') : written;
};

const write = async (picture: Sharp, mimeType: ImageType): Promise<RemadeImage> => {
  const { data, info } = await encode(picture, mimeType).toBuffer({ resolveWithObject: true });
  return { mimeType, width: info.width, height: info.pageHeight ?? info.height, bytes: data };
};

const encode = (picture: Sharp, mimeType: ImageType): Sharp => {
  switch (mimeType) {
    case 'image/png':
      return picture.png();
    case 'image/jpeg':
      return picture.jpeg({ quality: 84 });
    case 'image/webp':
      return picture.webp({ quality: 86 });
    case 'image/gif':
      return picture.gif();
  }
};

/** libvips says in words why it gave up; only its own limit is about size. */
const refusalOf = (error: unknown): ImageRefusal => {
  const words = error instanceof Error ? error.message : '';
  return /pixel limit|timeout|too (?:large|big)/i.test(words)
    ? { kind: 'too-large' }
    : { kind: 'not-an-image' };
};

/** Loaded with the first picture: who adds none pays nothing. Only the readers of our four kinds are left open. */
const openSharp = async () => {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadNsgifBuffer',
    ],
  });
  return sharp;
};
