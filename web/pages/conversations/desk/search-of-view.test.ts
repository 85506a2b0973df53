import { expect, it } from 'vitest';
import { searchOfView } from './search-of-view.ts';
import { allOf } from './use-bulk.ts';

const search = {
  vista: 'waiting',
  etichetta: 'a-label',
  nonletti: true,
  giudizio: 'neg',
  intento: 'complaint',
  aspetto: 'delivery',
  urgenti: true,
  rispondere: true,
};

it('a kept view comes back as it was, its switches too', () => {
  const kept = Object.fromEntries(Object.entries(search).map(([part, value]) => [part, String(value)]));
  expect(searchOfView(kept)).toEqual(search);
  expect(searchOfView({ ...kept, urgenti: 'false' })).not.toHaveProperty('urgenti');
});

it('what is wished for all of a list is wished for no more than the list shows', () => {
  expect(allOf(search)).toEqual({
    all: {
      view: 'waiting',
      label: 'a-label',
      unread: true,
      polarity: 'neg',
      intent: 'complaint',
      aspect: 'delivery',
      urgent: true,
      needsReply: true,
    },
  });
  expect(allOf({})).toEqual({ all: { view: 'all' } });
});
