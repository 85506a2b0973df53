import { describe, expect, it } from 'vitest';
import { measure, signed } from './measure.ts';

describe('what is left of a limit', () => {
  it('counts as people read: a family is one sign, and a flag is one', () => {
    expect(measure('👨‍👩‍👧‍👦🇮🇹è', { max: 10, unit: 'grapheme' })).toEqual({ left: 7, tooHeavy: false });
  });
  it('counts bytes where the channel counts bytes', () => {
    expect(measure('perché', { max: 10, unit: 'byte' }).left).toBe(3);
    expect(measure('👨‍👩‍👧‍👦', { max: 10, unit: 'grapheme', maxBytes: 20 })).toEqual({
      left: 9,
      tooHeavy: true,
    });
  });
});

describe('the signature', () => {
  it('puts the name under the words', () => {
    expect(signed('Arriviamo domani.', 'Marta')).toBe('Arriviamo domani.\nMarta');
  });
  it('is not said twice, nor under nothing', () => {
    expect(signed('Ciao, sono marta: arriviamo.', 'Marta')).toBe('Ciao, sono marta: arriviamo.');
    expect(signed('  ', 'Marta')).toBe('');
  });
});
