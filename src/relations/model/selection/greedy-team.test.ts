import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Constraint } from './constraint.ts';
import { greedyTeam } from './greedy-team.ts';
import { allTeams, anySets, coveredBy, nodes } from './sets-for-tests.ts';

const anyNodes = fc.uniqueArray(fc.nat(nodes - 1), { maxLength: nodes });
const anyCosts = fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), {
  minLength: nodes,
  maxLength: nodes,
});

const constraintOf = (
  among: number[],
  pins: number[],
  costs: number[] | null,
  budget: number,
): Constraint => ({
  candidates: Uint32Array.from(among.filter((node) => !pins.includes(node)).sort((a, b) => a - b)),
  pins: Uint32Array.from(pins),
  costs: costs && Float64Array.from(costs),
  budget,
});
const hoursOf = (costs: readonly number[], team: readonly number[]): number =>
  team.reduce((sum, node) => sum + (costs[node] as number), 0);

describe('a greedy team', () => {
  test('of a number is at least 1 - 1/e of the best there is, and no team passes its bound', () => {
    fc.assert(
      fc.property(anySets, anyNodes, fc.nat(4), (sets, among, size) => {
        const chosen = greedyTeam(sets, nodes, constraintOf(among, [], null, size));
        const all = allTeams(among, [], (team) => team.length <= size);
        const best = Math.max(...all.map((team) => coveredBy(sets, team)));
        expect(chosen.covered).toBeCloseTo(coveredBy(sets, chosen.team), 5);
        expect(chosen.team.length).toBeLessThanOrEqual(size);
        expect(chosen.covered).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-5);
        expect(chosen.bound).toBeGreaterThanOrEqual(best - 1e-5);
      }),
    );
  });

  test('for hours keeps within them, is at least (1 - 1/e) / 2 of the best, and no team passes its bound', () => {
    fc.assert(
      fc.property(
        anySets,
        anyNodes,
        anyCosts,
        fc.double({ min: 0, max: 8, noNaN: true }),
        (sets, among, costs, hours) => {
          const chosen = greedyTeam(sets, nodes, constraintOf(among, [], costs, hours));
          const all = allTeams(among, [], (team) => hoursOf(costs, team) <= hours);
          const best = Math.max(...all.map((team) => coveredBy(sets, team)));
          expect(hoursOf(costs, chosen.team)).toBeLessThanOrEqual(hours + 1e-9);
          expect(chosen.costs).toBeCloseTo(hoursOf(costs, chosen.team), 9);
          expect(chosen.covered).toBeGreaterThanOrEqual(((1 - 1 / Math.E) / 2) * best - 1e-5);
          expect(chosen.bound).toBeGreaterThanOrEqual(best - 1e-5);
        },
      ),
    );
  });

  test('holds every pin first, whatever the hours, and nobody who may not be chosen', () => {
    fc.assert(
      fc.property(
        anySets,
        anyNodes,
        anyNodes,
        anyCosts,
        fc.double({ min: 0, max: 8, noNaN: true }),
        (sets, among, pins, costs, hours) => {
          const chosen = greedyTeam(sets, nodes, constraintOf(among, pins, costs, hours));
          expect(chosen.team.slice(0, pins.length)).toEqual(pins);
          expect(new Set(chosen.team).size).toBe(chosen.team.length);
          for (const node of chosen.team.slice(pins.length)) expect(among).toContain(node);
          expect(hoursOf(costs, chosen.team)).toBeLessThanOrEqual(
            Math.max(hours, hoursOf(costs, pins)) + 1e-9,
          );
          const all = allTeams(
            among.filter((node) => !pins.includes(node)),
            pins,
            (team) => hoursOf(costs, team) <= hours,
          );
          expect(chosen.bound).toBeGreaterThanOrEqual(
            Math.max(...all.map((team) => coveredBy(sets, team))) - 1e-5,
          );
        },
      ),
    );
  });

  test('takes members by falling gains when each costs the same', () => {
    fc.assert(
      fc.property(anySets, (sets) => {
        const { gains } = greedyTeam(sets, nodes, constraintOf([...Array(nodes).keys()], [], null, nodes));
        for (const [at, gain] of gains.entries())
          expect(gain).toBeLessThanOrEqual((gains[at - 1] ?? Infinity) + 1e-6);
      }),
    );
  });
});
