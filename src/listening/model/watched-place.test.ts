import { expect, it } from 'vitest';
import { compileWatches } from './all-watches.ts';
import { watchedDocument } from './watched-document.ts';

const said = { text: 'Che buon vino', media: [], links: [], author: { name: 'Anna' } };
const rules = [{ id: 'alba', query: 'vino luogo:Alba' }];
const answers = (more: object) =>
  compileWatches(rules).match(watchedDocument({ ...said, ...more }, ['x'])).length;

it('place: finds where it was said, where its author is at home, and what the text names; nothing else', () => {
  expect(answers({})).toBe(0);
  expect(answers({ place: { name: 'Enoteca, Alba, Italia' } })).toBe(1);
  expect(answers({ place: { home: 'Alba (CN)' } })).toBe(1);
  expect(answers({ author: { name: 'Anna', place: 'Alba' } })).toBe(1);
  expect(answers({ text: 'Il vino di Alba' })).toBe(1);
  expect(answers({ place: { name: 'Torino' } })).toBe(0);
});
