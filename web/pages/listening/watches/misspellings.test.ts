import { expect, it } from 'vitest';
import { misspellingsOf } from './misspellings.ts';

it('proposes slips that people make with a name', () => {
  expect(misspellingsOf('Cantina Rossetti')).toContain('Cantina Rosetti');
  expect(misspellingsOf('Pasticceria Yuki Srl')).toContain('Pasticceria Yuki');
});

it('proposes few, all different, and never the name itself', () => {
  for (const name of ['Forno', 'Officine Marchetti', 'Kappa & Wally', 'Azienda Agricola Bottazzi S.r.l.']) {
    const slips = misspellingsOf(name);
    expect(slips.length).toBeLessThanOrEqual(5);
    expect(new Set(slips).size).toBe(slips.length);
    expect(slips).not.toContain(name);
  }
});
