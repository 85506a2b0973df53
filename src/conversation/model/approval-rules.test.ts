import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../../people/index.ts';
import { type AnswerFacts, type ApprovalRule, reasonsToWait } from './approval-rules.ts';

const facts = (change: Partial<AnswerFacts> = {}): AnswerFacts => ({
  personId: 'piero',
  roles: ['carer'],
  teamIds: ['orders'],
  channel: 'google',
  gravity: 2,
  maySend: true,
  everythingWaits: false,
  ...change,
});
const rule = (change: Partial<ApprovalRule> = {}): ApprovalRule => ({
  roles: [],
  personIds: [],
  teamIds: [],
  channels: [],
  gravityFrom: null,
  ...change,
});

describe('whose answers wait', () => {
  it('whoever may not send always waits, and in a crisis everybody does', () => {
    expect(reasonsToWait([], facts({ roles: ['trainee'], maySend: false }))).toEqual([
      { kind: 'may-not-send' },
    ]);
    expect(reasonsToWait([], facts({ roles: ['coordinator'], everythingWaits: true }))).toEqual([
      { kind: 'crisis' },
    ]);
    expect(reasonsToWait([], facts())).toEqual([]);
  });

  it.each<readonly [Partial<ApprovalRule>, readonly string[]]>([
    [{ roles: ['carer'] }, ['role']],
    [{ personIds: ['piero', 'anna'] }, ['person']],
    [{ teamIds: ['orders'] }, ['team']],
    [{ channels: ['google'] }, ['channel']],
    [{ gravityFrom: 2 }, ['gravity']],
    [{ channels: ['google'], gravityFrom: 1 }, ['channel', 'gravity']],
  ])('by %j', (named, by) => {
    expect(reasonsToWait([rule(named)], facts())).toEqual([{ kind: 'rule', by }]);
  });

  it.each<Partial<ApprovalRule>>([
    { roles: ['author'] },
    { personIds: ['anna'] },
    { teamIds: ['cellar'] },
    { channels: ['mail'] },
    { gravityFrom: 3 },
    { channels: ['google'], gravityFrom: 4 },
  ])('not by %j', (named) => {
    expect(reasonsToWait([rule(named)], facts())).toEqual([]);
  });

  it('one more rule never lets leave what had to wait', () => {
    const some = fc.record({
      roles: fc.subarray([...roles]),
      personIds: fc.subarray(['piero', 'anna']),
      teamIds: fc.subarray(['orders', 'cellar']),
      channels: fc.subarray(['google', 'mail']),
      gravityFrom: fc.constantFrom(null, 1 as const, 2 as const, 3 as const, 4 as const),
    });
    fc.assert(
      fc.property(fc.array(some), some, fc.boolean(), (before, more, maySend) => {
        const few = reasonsToWait(before, facts({ maySend })).length;
        expect(reasonsToWait([...before, more], facts({ maySend })).length).toBeGreaterThanOrEqual(few);
      }),
    );
  });
});
