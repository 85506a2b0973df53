import { expect, it } from 'vitest';
import type { TeamView } from '../views.ts';
import { compareTeams } from './compare-teams.ts';

const team = (...names: string[]) =>
  ({ members: names.map((name) => ({ contact: { id: name, name } })) }) as unknown as TeamView;
const namesOf = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

it('nobody is lost and nobody is in two places', () => {
  const { inBoth, onlyOne, onlyOther } = compareTeams(team('Ada', 'Bea'), team('Bea', 'Ciro'));
  expect([namesOf(inBoth), namesOf(onlyOne), namesOf(onlyOther)]).toEqual([['Bea'], ['Ada'], ['Ciro']]);
});

it('a team beside itself differs in nobody', () => {
  const { onlyOne, onlyOther } = compareTeams(team('Ada'), team('Ada'));
  expect([onlyOne, onlyOther]).toEqual([[], []]);
});
