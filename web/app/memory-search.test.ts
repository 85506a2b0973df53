import { expect, it } from 'vitest';
import { askedOf, memorySearchOf, searchOfAsked } from './memory-search.ts';

it('a search that was kept opens as it was', () => {
  const search = memorySearchOf({
    cerca: '"vino rosso" -aceto',
    ricerca: '01900000-0000-7000-8000-000000000001',
    canale: 'mail',
    lingua: 'it',
    chi: 'anna',
    dal: '2026-10-25',
    al: '2026-11-01',
    ordine: 'pertinenza',
    giudizio: 'neg',
    intento: 'complaint',
    aspetto: 'price',
  });
  const asked = JSON.parse(JSON.stringify(askedOf(search)));
  expect(searchOfAsked(asked)).toEqual(search);
});

it('the last day is asked for whole', () => {
  const { since, until } = askedOf({ dal: '2026-10-25', al: '2026-10-25' });
  const hours = (Date.parse(until ?? '') - Date.parse(since ?? '')) / 3_600_000;
  expect([23, 24, 25]).toContain(hours);
});

it('what no search knows is not in the address', () => {
  expect(memorySearchOf({ cerca: '', canale: 3, ordine: 'tempo', dal: 'ieri' })).toEqual({ dal: 'ieri' });
  expect(askedOf({ dal: 'ieri' }).since).toBeUndefined();
});
