import { expect, it } from 'vitest';
import { valueTyped } from './own-values.ts';

it('reads a value with comma or point, and nothing that is not one', () => {
  expect(['0,6', '3', ' 1.25 ', '100'].map(valueTyped)).toEqual([0.6, 3, 1.25, 100]);
  expect(['', '-1', '101', 'tre', '1e9', '0,1,2'].map(valueTyped)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
