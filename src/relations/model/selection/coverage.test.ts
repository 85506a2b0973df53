import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, createCoverage } from './coverage.ts';
import { byNode } from './reverse-sets.ts';
import { anySets, coveredBy, nodes } from './sets-for-tests.ts';

const teams = fc.uniqueArray(fc.nat(nodes - 1), { maxLength: nodes });

describe('what a team covers', () => {
  test('is what the definition says, and gains are what each would add now', () => {
    fc.assert(
      fc.property(anySets, teams, (sets, team) => {
        const coverage = createCoverage(sets, nodes);
        for (const node of team) coverage.take(node);
        expect(coverage.covered()).toBeCloseTo(coveredBy(sets, team), 5);
        expect(coverageOf(sets, byNode(sets, nodes), team)).toBeCloseTo(coveredBy(sets, team), 9);
        for (let node = 0; node < nodes; node++) {
          const added = coveredBy(sets, [...new Set([...team, node])]) - coveredBy(sets, team);
          if (!team.includes(node)) expect(coverage.gains[node]).toBeCloseTo(added, 5);
        }
      }),
    );
  });

  test('never falls when somebody joins, and nobody adds more to a larger team', () => {
    fc.assert(
      fc.property(anySets, teams, fc.nat(nodes - 1), (sets, team, last) => {
        const coverage = createCoverage(sets, nodes);
        let before = coverage.gains.slice();
        for (const node of [...team, last]) {
          const covered = coverage.covered();
          coverage.take(node);
          expect(coverage.covered()).toBeGreaterThanOrEqual(covered - 1e-9);
          for (const [one, gain] of coverage.gains.entries()) {
            expect(gain).toBeLessThanOrEqual((before[one] as number) + 1e-9);
            expect(gain).toBeGreaterThan(-1e-5);
          }
          before = coverage.gains.slice();
        }
      }),
    );
  });
});
