import { expect, it } from 'vitest';
import { htmlToText, scanTags } from '../platform/text/index.ts';
import { readCooked } from './discourse/cooked.ts';
import { htmlLinks } from './fediverse/html-links.ts';

const MEGABYTE = 1_000_000;
/** What parsers stumble over: tags that never end, nesting without end, quotes that never close. */
const units = [
  '<a ',
  '<a <a',
  '<div>',
  '<a href="',
  '<a "',
  '<svg>',
  '</p>',
  '<aside ',
  '<!--',
  '<![CDATA[',
  '&am',
  '<script>',
];
const hostile = (unit: string): string => unit.repeat(Math.ceil(MEGABYTE / unit.length));

// A parser that looks back at what is open takes minutes for some of these: the limit of the test is against that.
it.each(units)('a megabyte of %s is gone through once', (unit) => {
  const html = hostile(unit);
  let steps = 0;
  scanTags(html, { open: () => (steps += 1), close: () => (steps += 1), text: () => (steps += 1) });
  expect(steps).toBeLessThanOrEqual(html.length);
  expect(htmlLinks(html).pages.length).toBeLessThanOrEqual(50);
  expect(readCooked(html, 'https://forum.example').links.length).toBeLessThanOrEqual(50);
  expect(typeof htmlToText(html)).toBe('string');
});

it('links are found behind nesting as deep as it gets', () => {
  const html = `${'<div>'.repeat(100_000)}<a href="https://casa.example/">casa</a>`;
  expect(htmlLinks(html).pages).toEqual(['https://casa.example/']);
});
