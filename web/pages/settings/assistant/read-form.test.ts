import { expect, it } from 'vitest';
import { notNumbers, readForm, readNumber } from './read-form.ts';

const written = {
  baseUrl: ' https://api.example.com/v1 ',
  model: 'piccolo',
  priceIn: '0,15',
  priceOut: '0.6',
};
const switches = { enabled: true, uses: { uncertain: true, drafts: false }, forgetsKey: false };

it('reads prices as Italians and others write them', () => {
  expect(['2,50', '2.50', ' 3 ', '0'].map(readNumber)).toEqual([2.5, 2.5, 3, 0]);
  expect(['', 'due', '-1', '1e9', '1.2.3'].map(readNumber)).toEqual([null, null, null, null, null]);
});

it('takes an empty cap for no cap, and tells which fields are no numbers', () => {
  const values = { ...written, monthlyCap: '', timeoutSeconds: '45' };
  expect(notNumbers(values)).toEqual([]);
  expect(readForm(values, switches)).toEqual({
    enabled: true,
    uses: { uncertain: true, drafts: false },
    baseUrl: 'https://api.example.com/v1',
    model: 'piccolo',
    priceIn: 0.15,
    priceOut: 0.6,
    monthlyCap: null,
    timeoutSeconds: 45,
  });
  expect(notNumbers({ ...values, priceOut: 'poco', monthlyCap: 'molto' })).toEqual([
    'priceOut',
    'monthlyCap',
  ]);
});

it('leaves the key alone unless another is written or it is to go', () => {
  expect('key' in readForm(written, switches)).toBe(false);
  expect(readForm(written, { ...switches, forgetsKey: true }).key).toBeNull();
  expect(readForm({ ...written, key: ' sk-1 ' }, { ...switches, forgetsKey: true }).key).toBe('sk-1');
});
