import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory } from './histories.fixture.ts';
import { FEWEST, type PublicCase, publicFigures } from './public-figures.ts';

const anyCases = fc
  .array(fc.tuple(anyHistory, fc.boolean(), fc.nat(11)), { maxLength: 60 })
  .map((list): PublicCase[] =>
    list.map(([{ one }, joined, month]) => {
      const shift = month * 30 * 86_400_000;
      return { ...one, joined, reportedAt: new Date(one.reportedAt.getTime() + shift), firstAnswerAt: null };
    }),
  );

describe('the figures of the register', () => {
  it('leave nothing out but what was undone, and say how much that is', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const figures = publicFigures(cases);
        const { byMistake, joined } = figures.omitted;
        expect(figures.complaints + byMistake + joined).toBe(cases.length);
        const inMonths = figures.months.reduce((sum, one) => sum + one.complaints + one.omitted, 0);
        expect(inMonths).toBe(cases.length);
      }),
    );
  });

  it('never tell apart fewer than five, not by subtraction either', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const { months, endings, complaints, answered, solved: solvedInAll } = publicFigures(cases);
        if (complaints < FEWEST) expect([endings, answered, solvedInAll]).toEqual([null, null, null]);
        for (const month of months)
          if (month.complaints > 0 && month.complaints < FEWEST) expect(month.solved).toBeNull();
        const withCases = months.filter((month) => month.complaints > 0);
        const hidden = withCases.filter(({ solved }) => solved === null);
        // The only one that is hidden must not be what the whole leaves when the others are taken from it.
        if (hidden.length === 1) {
          expect(withCases).toHaveLength(1);
          expect(solvedInAll).toBeNull();
        }
      }),
    );
  });
});
