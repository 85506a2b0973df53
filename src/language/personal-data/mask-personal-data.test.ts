import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endless, hostileText } from './hostile-texts.fixture.ts';
import { findPersonalData, maskPersonalData } from './index.ts';

const data = fc.constantFrom(
  'RSSMRA85T10A562S',
  '333 123 4567',
  'mario@posta.example.com',
  'IT60X0542811101000000123456',
  'via Roma 12',
  '[telefono 1]',
  '[TELEFONO 1]',
  '[email 2]',
  'ordine 4471',
  'la password è Pippo123!',
);
const texts = fc.array(fc.oneof(data, hostileText), { maxLength: 12 }).map((parts) => parts.join(' '));

describe('masking', () => {
  it('gives back the original to the last unit', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const masked = maskPersonalData(text);
        expect(masked.restore(masked.text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives one placeholder to one datum, however often it is said', () => {
    const { text } = maskPersonalData('333 1234567, ripeto: 333 1234567, non 333 7654321');
    expect(text).toBe('[telefono 1], ripeto: [telefono 1], non [telefono 2]');
  });

  it('has a name for a plate too', () => {
    expect(maskPersonalData('la targa è AB123CD').text).toBe('la targa è [documento 1]');
  });

  it('never takes a placeholder that was in the text', () => {
    const original = 'scrivimi [telefono 1] al 333 1234567';
    const masked = maskPersonalData(original);
    expect(masked.text).toBe('scrivimi [telefono 1] al [telefono 2]');
    expect(masked.restore('chiamo [telefono 2] o [telefono 1]?')).toBe('chiamo 333 1234567 o [telefono 1]?');
  });

  it('leaves nothing certain behind', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('333 123 4567', 'mario@posta.example.com', 'RSSMRA85T10A562S'), {
          minLength: 1,
          maxLength: 5,
        }),
        (parts) => {
          const { text } = maskPersonalData(parts.join(', '));
          expect(findPersonalData(text)).toEqual([]);
        },
      ),
    );
  });

  it('points inside the text, in order and without overlaps', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a megabyte of anything', () => {
    for (const text of endless(200_000)) expect(maskPersonalData(text).restore('')).toBe('');
    expect(findPersonalData('1'.repeat(1_000_000))).toEqual([]);
    expect(findPersonalData('')).toEqual([]);
  });
});
