import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf, faultsOf, newRegisterKey, type SignedDay, signStatement } from './chain.ts';

const key = newRegisterKey();

/** A chain of days on which so many complaints more had come, all in one month. */
const chainOf = (grown: readonly number[], signer = key): SignedDay[] => {
  const days: SignedDay[] = [];
  let complaints = 0;
  grown.forEach((more, at) => {
    complaints += more;
    const day = `2026-10-${String(at + 1).padStart(2, '0')}`;
    const statement = canonicalJson({
      v: 1,
      register: 'valdorsa',
      day,
      previous: days.at(-1)?.digest ?? null,
      history: digestOf(String(complaints)),
      figures: {
        complaints,
        months: [{ month: '2026-10', complaints, omitted: 0 }],
        omitted: { byMistake: 0, joined: 0 },
      },
    });
    days.push({ day, ...signStatement(statement, signer) });
  });
  return days;
};

const kinds = (days: readonly SignedDay[]) => faultsOf(days).map(({ kind }) => kind);

describe('the chain of a register', () => {
  it('is whole when nobody touched it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 20 }), (grown) => {
        expect(faultsOf(chainOf(grown))).toEqual([]);
      }),
    );
  });

  it('shows any change of any signed day', () => {
    const days = chainOf([1, 2, 3, 4]);
    fc.assert(
      fc.property(fc.nat(3), fc.nat(), (at, where) => {
        const day = days[at] as SignedDay;
        const place = where % day.statement.length;
        const other = day.statement[place] === '7' ? '8' : '7';
        const statement = day.statement.slice(0, place) + other + day.statement.slice(place + 1);
        expect(kinds(days.with(at, { ...day, statement }))).toContain('changed');
      }),
    );
  });

  it('shows a day that was taken out, put elsewhere or signed by somebody else', () => {
    const days = chainOf([1, 2, 3, 4]);
    expect(kinds(days.toSpliced(1, 1))).toContain('broken');
    expect(kinds([days[1], days[0], days[2], days[3]] as SignedDay[])).toContain('out-of-order');
    const forged = { ...(days[2] as SignedDay), publicKey: newRegisterKey().publicKey };
    expect(kinds(days.with(2, forged))).toEqual(expect.arrayContaining(['not-signed', 'another-key']));
  });

  it('shows complaints that vanished, even when every day is signed rightly', () => {
    expect(kinds(chainOf([5, -1]))).toEqual(['fewer-complaints', 'month-rewritten']);
  });

  it('never fails on what is no chain at all', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            day: fc.string(),
            statement: fc.oneof(fc.string(), fc.json()),
            digest: fc.string(),
            signature: fc.string(),
            publicKey: fc.string(),
          }),
        ),
        (days) => {
          expect(faultsOf(days).length >= days.length).toBe(true);
        },
      ),
    );
  });
});
