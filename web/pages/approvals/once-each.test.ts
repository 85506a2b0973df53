import { expect, it } from 'vitest';
import type { Check } from '../../../src/language/checks/check.ts';
import { onceEach } from './once-each.ts';

const text = 'Chiami il 333 1234567, o ancora il 333 1234567.';
const both = { it: 'x', en: 'x' };
const check = (start: number, level: Check['level'], id: Check['id'] = 'phone'): Check => ({
  key: `${id}:${start}`,
  id,
  level,
  where: { start, end: start + 11 },
  title: both,
  why: both,
  mend: both,
});
const [first, second] = [text.indexOf('333'), text.lastIndexOf('333')];

it('the same thing said of the same words is said once, as gravely as it is anywhere', () => {
  expect(onceEach([check(first, 'warn'), check(second, 'warn')], text)).toEqual([check(first, 'warn')]);
  expect(onceEach([check(first, 'warn'), check(second, 'block')], text)).toEqual([check(second, 'block')]);
});

it('other words, and other things of the same words, are said each', () => {
  const checks = [check(first, 'warn'), check(0, 'warn'), check(first, 'warn', 'payment')];
  expect(onceEach(checks, text)).toEqual(checks);
});
