import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tieWord } from './tie-word.ts';

const order = ['none', 'light', 'alive', 'strong'];

it('a stronger tie never has a weaker word', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      return order.indexOf(tieWord(less)) <= order.indexOf(tieWord(more));
    }),
  );
});

it('no tie is called a tie', () => {
  expect(tieWord(0)).toBe('none');
  expect(tieWord(1)).toBe('strong');
});
