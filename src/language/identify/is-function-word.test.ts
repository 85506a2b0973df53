import { expect, test } from 'vitest';
import { isFunctionWord } from './is-function-word.ts';

test('small words are known by their language, however they are written', () => {
  expect(isFunctionWord('Perché', 'it')).toBe(true);
  expect(isFunctionWord('would', 'en')).toBe(true);
  expect(isFunctionWord('della', 'en')).toBe(false);
  expect(isFunctionWord('lievito', 'it')).toBe(false);
});
