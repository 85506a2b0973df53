import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { expectOk } from '../../platform/result.ts';
import { type ImageType, imageTypeOf, imageTypes } from './image-type.ts';
import { LARGEST_UPLOAD, remakeImage } from './remake-image.ts';

const formats = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
} as const;

const painting = (type: ImageType, width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#7a1f3d' } })
    .toFormat(formats[type])
    .toBuffer();

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const remade = await remakeImage(bytes);
  return remade.ok ? 'taken' : remade.error.kind;
};

describe('a picture', () => {
  it.each(imageTypes)('of type %s is known by its own bytes and made anew as the same type', async (type) => {
    const remade = expectOk(await remakeImage(await painting(type)));
    expect(remade).toMatchObject({ mimeType: type, width: 60, height: 40 });
    expect(imageTypeOf(remade.bytes)).toBe(type);
  });

  it('loses the place where it was taken, the camera and the comments, and stands upright', async () => {
    const taken = await sharp(await painting('image/jpeg'))
      .withExif({
        IFD0: { Copyright: 'Segreto di Franca', Orientation: '6' },
        IFD3: { GPSLatitude: '44/1 26/1 7/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const remade = expectOk(await remakeImage(taken));
    const { exif, icc, xmp, iptc } = await sharp(remade.bytes).metadata();
    expect({ exif, icc, xmp, iptc }).toEqual({});
    expect(remade).toMatchObject({ width: 40, height: 60 });
  });

  it('loses what stands in text parts of a PNG', async () => {
    const png = await painting('image/png');
    const part = Buffer.from('tEXtComment\0Segreto', 'latin1');
    const sizes = Buffer.alloc(8);
    sizes.writeUInt32BE(part.length - 4, 0);
    sizes.writeUInt32BE(crc32(part), 4);
    const tagged = Buffer.concat([
      png.subarray(0, 33),
      sizes.subarray(0, 4),
      part,
      sizes.subarray(4),
      png.subarray(33),
    ]);
    expect(tagged.includes('Segreto')).toBe(true);
    const remade = expectOk(await remakeImage(tagged));
    expect(remade.bytes.includes('Segreto')).toBe(false);
  });

  it('is made smaller than a screen needs it to be, in its own proportions', async () => {
    const remade = expectOk(await remakeImage(await painting('image/jpeg', 5_120, 2_560)));
    expect(remade).toMatchObject({ width: 2_560, height: 1_280 });
  });

  it('that moves goes on moving', async () => {
    const frames = Buffer.concat([Buffer.alloc(20 * 20 * 3, 0), Buffer.alloc(20 * 20 * 3, 255)]);
    const moving = await sharp(frames, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const remade = expectOk(await remakeImage(moving));
    expect(remade).toMatchObject({ width: 20, height: 20 });
    expect((await sharp(remade.bytes).metadata()).pages).toBe(2);
  });

  it('that is a photograph kept as PNG becomes light enough for the channels', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const heavy = await sharp({ create: { width: 1_100, height: 1_000, channels: 3, noise } as never })
      .png()
      .toBuffer();
    expect(heavy.length).toBeGreaterThan(1_900_000);
    const remade = expectOk(await remakeImage(heavy));
    expect(remade.mimeType).toBe('image/jpeg');
    expect(remade.bytes.length).toBeLessThan(heavy.length / 2);
  });
});

describe('what only claims to be a picture', () => {
  it('is refused: drawings with scripts, pages, documents, other picture kinds, nothing at all', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    expect(await refusal(Buffer.from(svg))).toBe('not-an-image');
    expect(await refusal(Buffer.from(`<?xml version="1.0"?>${svg}`))).toBe('not-an-image');
    expect(await refusal(Buffer.from('<!doctype html><script>alert(1)</script>'))).toBe('not-an-image');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('not-an-image');
    expect(
      await refusal(
        await sharp(await painting('image/png'))
          .tiff()
          .toBuffer(),
      ),
    ).toBe('not-an-image');
    expect(
      await refusal(
        await sharp(await painting('image/png'))
          .avif()
          .toBuffer(),
      ),
    ).toBe('not-an-image');
    expect(await refusal(new Uint8Array())).toBe('empty');
  });

  it.each(imageTypes)('is refused when a page follows the first bytes of %s', async (type) => {
    const head = (await painting(type)).subarray(0, 12);
    const page = Buffer.concat([head, Buffer.from('<html><script>alert(1)</script></html>')]);
    expect(imageTypeOf(page)).toBe(type);
    expect(await refusal(page)).toBe('not-an-image');
  });

  it.each(imageTypes)(
    'comes out as a picture only when %s is a script or an archive as well',
    async (type) => {
      const both = Buffer.concat([
        await painting(type),
        Buffer.from('/*PK\x03\x04*/=1;alert(document.cookie)//<script>'),
      ]);
      const remade = await remakeImage(both);
      if (remade.ok) {
        expect(remade.value.bytes.includes('alert')).toBe(false);
        expect(remade.value.bytes.includes('PK\x03\x04')).toBe(false);
      } else expect(remade.error.kind).toBe('not-an-image');
    },
  );

  it('comes out without the script when a GIF opens one in its own size (GIF89a/*)', async () => {
    const gif = await painting('image/gif', 60, 40);
    const polyglot = Buffer.concat([
      gif.subarray(0, -1),
      Buffer.from('!\xfe\x10*/=1;alert(1)/**/\x00;', 'latin1'),
    ]);
    const remade = expectOk(await remakeImage(polyglot));
    expect(remade.bytes.includes('alert')).toBe(false);
  });

  it.each(['image/png', 'image/jpeg', 'image/webp'] as const)(
    'is refused when half of %s is missing',
    async (type) => {
      const whole = await painting(type, 300, 300);
      expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('not-an-image');
    },
  );

  it('is refused unopened when it would unfold to thousands of millions of dots', async () => {
    const png = await painting('image/png');
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    expect(await refusal(png)).toBe('too-large');
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(500_000);
    expect(await refusal(bomb)).toBe('too-large');
  });

  it('does not unfold further than its own frame when a GIF claims an enormous canvas', async () => {
    const gif = await painting('image/gif');
    gif.writeUInt16LE(65_535, 6);
    gif.writeUInt16LE(65_535, 8);
    expect(expectOk(await remakeImage(gif))).toMatchObject({ width: 60, height: 40 });
  });

  it('is refused when it is heavier than 5 MB, whatever it holds', async () => {
    const heavy = Buffer.concat([await painting('image/png'), Buffer.alloc(LARGEST_UPLOAD)]);
    expect(await refusal(heavy)).toBe('too-large');
  });

  it('never brings us down: any bytes behind any beginning are a picture or a refusal', async () => {
    const heads = await Promise.all(imageTypes.map((type) => painting(type)));
    const broken = fc.record({
      head: fc.constantFrom(...heads),
      at: fc.nat({ max: 200 }),
      noise: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    });
    await fc.assert(
      fc.asyncProperty(broken, async ({ head, at, noise }) => {
        const bytes = Buffer.from(head);
        const start = Math.min(at, bytes.length - 1);
        bytes.set(noise.subarray(0, bytes.length - start), start);
        const remade = await remakeImage(bytes);
        expect(remade.ok ? imageTypes.includes(remade.value.mimeType) : remade.error.kind).toBeTruthy();
      }),
      { numRuns: 60 },
    );
  });
});
