import { expect, it } from 'vitest';
import { scoreViews } from './score-views.ts';

const kept = {
  strength: 0.7,
  reciprocity: 0.8,
  intensityIn: 4,
  intensityOut: 3,
  trend: 0,
  evidence: { exchanges: { theirs: 8, ours: 4 } },
};
const said = (change: Partial<typeof kept>) => scoreViews({ ...kept, ...change }).strength?.says.it;

it('says what a tie rests on and where it goes, not again how strong it is', () => {
  const passed = 'Vi siete sentiti 12 volte (8 da parte sua, 4 da parte vostra)';
  expect(said({})).toBe(`${passed}; da tre mesi è stabile.`);
  expect(said({ trend: -0.4 })).toBe(`${passed}; in tre mesi ha perso il 40% della forza.`);
  expect(said({ trend: 0.5 })).toBe(`${passed}; in tre mesi è cresciuto: il 50% della forza è di adesso.`);
  expect(said({ trend: 1 })).toBe(`${passed}: tutto negli ultimi tre mesi.`);
  expect(said({ strength: 0 })).toBe('Tra voi non è passato niente di recente.');
});
