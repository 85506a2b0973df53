import { expect, it } from 'vitest';
import { fromThing, stepTo, valueAt } from './pointers.ts';

it('names with slashes and tildes keep their meaning', () => {
  expect(stepTo(stepTo('', 'a/b'), '~c')).toBe('/a~1b/~0c');
  expect(valueAt({ 'a/b': { '~c': [1, 'due'] } }, '/a~1b/~0c/1')).toBe('due');
  expect(valueAt({ a: 1 }, '/b')).toBeUndefined();
  expect(valueAt({ a: 1 }, '/a/b')).toBeUndefined();
});

it.each([
  ['/dati/3/testo', '/dati', true, '/testo'],
  ['/dati/0/chi/nome', '/dati', true, '/chi/nome'],
  ['/dati/0', '/dati', true, undefined],
  ['/evento', '/dati', true, undefined],
  ['/datisimili/0/testo', '/dati', true, undefined],
  ['/testo', '', false, '/testo'],
  ['/0/testo', '', true, '/testo'],
  ['/dati/testo', '/dati', false, '/testo'],
])('%s seen from a thing of %s (a list: %s) is %s', (pointer, list, isList, expected) =>
  expect(fromThing(pointer, list, isList)).toBe(expected),
);
