import { expect, it } from 'vitest';
import { namesIds } from './names-ids.ts';

const id = '01a20623-1c15-719a-a254-07784544ce1a';

it('an address names things by their ids, whatever else stands in it', () => {
  expect(namesIds({ slug: 'cantina', caseId: id })).toBe(true);
  expect(namesIds({ slug: 'cantina', caseId: 'xyz' })).toBe(false);
  expect(namesIds({ slug: 'cantina', threadId: `${id}0` })).toBe(false);
  expect(namesIds({ slug: 'cantina', ruleId: 'nuova' })).toBe(true);
  expect(namesIds({ slug: 'cantina' })).toBe(true);
});
