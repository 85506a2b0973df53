import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageTypes } from './image-type.ts';
import { inlineDisposition, safeFileName } from './safe-file-name.ts';

describe('the name of a picture', () => {
  it('ends as its type does, whatever it was called', () => {
    expect(safeFileName('vigna al tramonto.PNG', 'image/jpeg')).toBe('vigna al tramonto.jpg');
    expect(safeFileName('caffè.svg', 'image/png')).toBe('caffè.png');
    expect(safeFileName('../../etc/passwd', 'image/gif')).toBe('passwd.gif');
    expect(safeFileName('C:\\foto\\grappolo.jpeg', 'image/jpeg')).toBe('grappolo.jpg');
    expect(safeFileName('', 'image/webp')).toBe('immagine.webp');
    expect(safeFileName('...', 'image/webp')).toBe('immagine.webp');
  });

  it('is one safe line in a header, whatever somebody typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(...imageTypes),
        (given, type) => {
          const header = inlineDisposition(safeFileName(given.toWellFormed(), type));
          expect(header).toMatch(/^inline; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w!.~%-]+$/);
        },
      ),
    );
  });
});
