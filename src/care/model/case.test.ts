import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evolve, foldCase, newCase } from './case.ts';
import { afterStep, caseStates, ended, steps, stepsFrom, transitions } from './case-states.ts';
import { decide } from './decide.ts';
import { anyCommand, anyHistory } from './histories.fixture.ts';

describe('the table of steps', () => {
  it('reads as the life of a case', () => {
    expect(transitions).toMatchObject({
      reported: { acknowledge: 'acknowledged', undo: 'undone' },
      offered: { resolve: 'resolved' },
      resolved: { confirm: 'confirmed', reopen: 'reopened', close: 'closed' },
      confirmed: { reopen: 'reopened' },
      undone: { restore: 'reported' },
    });
  });

  it('leads from the start to every state, and out of every state', () => {
    const reached = new Set<string>(['reported']);
    for (const _ of caseStates)
      for (const state of caseStates)
        if (reached.has(state)) for (const to of Object.values(transitions[state])) reached.add(to);
    expect([...reached].sort()).toEqual([...caseStates].sort());
    expect(caseStates.filter((state) => stepsFrom(state).length === 0)).toEqual([]);
  });

  it('lets nothing be undone once something was offered or solved', () => {
    const late = caseStates.filter((state) => afterStep(state, 'undo') === undefined);
    expect(late).toEqual(
      expect.arrayContaining(['offered', 'resolved', 'confirmed', 'reopened', 'closed', 'unfounded']),
    );
  });
});

describe('a case', () => {
  it('is in a legal state after any sequence of commands', () => {
    fc.assert(
      fc.property(anyHistory, ({ recorded }) => {
        let one = newCase;
        for (const next of recorded) {
          const before = one;
          one = evolve(one, next);
          if (before.version === 0 || one.state === before.state) continue;
          expect(steps.some((step) => afterStep(before.state, step) === one.state)).toBe(true);
        }
      }),
    );
  });

  it('has an end when, and only when, its state is one', () => {
    fc.assert(
      fc.property(anyHistory, ({ one }) => void expect(one.endedAt !== null).toBe(ended.has(one.state))),
    );
  });

  it('is what its history makes of it, whenever it is made again', () => {
    fc.assert(fc.property(anyHistory, ({ recorded, one }) => void expect(foldCase(recorded)).toEqual(one)));
  });

  it('refuses what cannot be from where it stands, and does all the rest', () => {
    fc.assert(
      fc.property(anyHistory, anyCommand, ({ one }, command) => {
        const decided = decide(one, command);
        const isStep = (steps as readonly string[]).includes(command.step);
        if (isStep && one.mentions > 0)
          expect(decided.ok).toBe(afterStep(one.state, command.step as never) !== undefined);
        if (!decided.ok) return;
        const [event] = decided.value;
        expect(event).toBeDefined();
      }),
    );
  });

  it('is acknowledged by the first answer of ours, and only counts the others', () => {
    const one = { ...newCase, version: 1 };
    const first = decide(one, { step: 'answer', mentionId: 'm', isPublic: true });
    expect(first).toMatchObject({ ok: true, value: [{ kind: 'acknowledged', mentionId: 'm' }] });
    const later = decide({ ...one, state: 'offered' }, { step: 'answer', mentionId: 'n', isPublic: false });
    expect(later).toMatchObject({ ok: true, value: [{ kind: 'answered', mentionId: 'n' }] });
  });

  it('tells that nothing would change instead of writing it down', () => {
    expect(decide(newCase, { step: 'assign', ownerId: null })).toEqual({
      ok: false,
      error: { kind: 'no-change' },
    });
  });
});
