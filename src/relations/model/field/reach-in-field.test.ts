import { describe, expect, it } from 'vitest';
import type { ChosenTeam } from './chosen-team.ts';
import { exponentOf, withReach } from './reach-in-field.ts';

const people = Array.from({ length: 60 }, (_, at) => ({ id: `p${at}`, followers: 10 * 2 ** (at % 6) }));
const joined = (count: number) =>
  Array.from({ length: count + 1 }, (_, at) => ({ person: at === 0 ? '' : `x${at}`, at }));

describe('what an audience is worth in a field', () => {
  it('is found from who began each conversation and how many joined', () => {
    const inProportion = people.map(({ id, followers }) => {
      const cascade = joined(Math.round(followers / 10));
      return [{ person: id, at: 0 }, ...cascade.slice(1)];
    });
    const whatever = people.map(({ id }) => [{ person: id, at: 0 }, ...joined(6).slice(1)]);
    expect(exponentOf(inProportion, people)).toBeCloseTo(0, 1);
    expect(exponentOf(whatever, people)).toBeLessThan(-0.5);
    expect(exponentOf(whatever.slice(0, 20), people)).toBeNull();
  });

  it('is told beside the comparison with the biggest, where it is known', () => {
    const says = { it: 'Ecco.', en: 'Here.' };
    const team = { comparison: { says } } as ChosenTeam;
    expect(withReach(team, -0.7).comparison?.says.it).toBe(
      'Ecco. In questo campo un pubblico dieci volte più grande raggiunge solo 2,0 volte tanto: ogni seguace in più conta meno.',
    );
    expect(withReach(team, 0.3).comparison?.says.en).toMatch(/reaches 20\.0 times as many/);
    expect(withReach(team, 0.02).comparison?.says.en).toMatch(/about ten times as many/);
    expect(withReach(team, null)).toBe(team);
  });
});
