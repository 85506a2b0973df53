import { expect, it } from 'vitest';
import { formatOf } from './format-of.ts';

it.each([
  ['<?xml version="1.0"?><graphml/>', 'graphml'],
  ['\uFEFF\n <graphml xmlns="x">', 'graphml'],
  ['<!-- da Gephi --><graphml/>', 'graphml'],
  ['name,company\nLucia,Osteria', 'csv'],
  ['<Lucia>,Osteria', 'csv'],
  ['', 'csv'],
])('%j is %s', (text, format) => {
  expect(formatOf(text)).toBe(format);
});
