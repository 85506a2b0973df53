import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, HOLD_MS, type ReplyCommand, type ReplyProgress } from './reply-state.ts';

const start = new Date('2026-03-02T09:00:00Z');
const written = (change: Partial<ReplyProgress> = {}): ReplyProgress => ({
  state: 'held',
  sendAfter: start,
  attempts: 0,
  attemptStartedAt: null,
  unknownSince: null,
  dueAt: start,
  nextAttemptAt: null,
  problem: null,
  ...change,
});
const problem = { kind: 'server-error', detail: '500' };
const commands: fc.Arbitrary<ReplyCommand> = fc.oneof(
  fc.constantFrom<ReplyCommand>(
    { kind: 'undo' },
    { kind: 'send-now' },
    { kind: 'retry' },
    { kind: 'propose' },
    { kind: 'approve' },
    { kind: 'give-back' },
    { kind: 'reconsider' },
    { kind: 'hold-back' },
    { kind: 'stop', problem },
    { kind: 'begin', leaseMs: 60_000 },
    { kind: 'look', leaseMs: 60_000 },
    { kind: 'lost' },
    { kind: 'published' },
    { kind: 'rejected', problem },
    { kind: 'bounced', detail: '550' },
    { kind: 'unsure', problem },
    { kind: 'absent' },
    { kind: 'unclear', lookAgainMs: 30_000 },
    { kind: 'put-off', problem, lookAgainMs: 60_000 },
  ),
  fc.record({
    kind: fc.constant('not-sent' as const),
    problem: fc.constant(problem),
    jitter: fc.double({ min: 0, max: 0.99, noNaN: true }),
    retryAfterMs: fc.integer({ min: 0, max: 7_200_000 }),
  }),
);
const steps = fc.array(fc.tuple(commands, fc.integer({ min: 0, max: 4_000_000 })), { maxLength: 60 });

const walk = (
  sequence: readonly (readonly [ReplyCommand, number])[],
  visit: (command: ReplyCommand, before: ReplyProgress, after: ReplyProgress, now: Date) => void,
  from: ReplyProgress = written(),
): void => {
  let reply = from;
  let now = start;
  for (const [command, wait] of sequence) {
    now = new Date(now.getTime() + wait);
    const decided = decide(command, reply, now);
    if (!decided.ok) continue;
    visit(command, reply, decided.value, now);
    reply = decided.value;
  }
};

describe('the law of sending', () => {
  it('never begins a second sending before the first is known not to have left', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let mayHaveLeft = false;
        walk(sequence, (command, before) => {
          if (command.kind === 'begin') {
            expect(mayHaveLeft).toBe(false);
            mayHaveLeft = true;
          }
          if (['not-sent', 'put-off', 'rejected', 'absent'].includes(command.kind)) {
            mayHaveLeft = false;
          }
          // A person looked at the channel and asked again, and we looked as well.
          if (command.kind === 'unclear' && before.problem?.kind === 'person-looked') mayHaveLeft = false;
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('begins no sending of what waits, until somebody has approved it', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('waiting' as const, 'held' as const), (sequence, from) => {
        let mustWait = from === 'waiting';
        walk(
          sequence,
          (command, before, after) => {
            if (command.kind === 'begin') expect(mustWait).toBe(false);
            if (after.state === 'waiting') mustWait = true;
            if (command.kind === 'approve') {
              expect(before.state).toBe('waiting');
              expect(after).toMatchObject({ state: 'held', dueAt: after.sendAfter });
              mustWait = false;
            }
          },
          written(from === 'waiting' ? { state: 'waiting', dueAt: null } : {}),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives an approved answer its time of an undo, and takes it back to wait when the approver thinks again', () => {
    const waiting = written({ state: 'waiting', dueAt: null });
    const approved = decide({ kind: 'approve' }, waiting, start);
    if (!approved.ok) throw new Error('not approved');
    const soon = new Date(start.getTime() + 9_999);
    expect(decide({ kind: 'begin', leaseMs: 60_000 }, approved.value, soon).ok).toBe(false);
    expect(decide({ kind: 'reconsider' }, approved.value, soon)).toMatchObject({
      value: { state: 'waiting', dueAt: null },
    });
    expect(
      decide({ kind: 'begin', leaseMs: 60_000 }, approved.value, new Date(start.getTime() + HOLD_MS)).ok,
    ).toBe(true);
    for (const kind of ['begin', 'send-now', 'retry'] as const)
      expect(decide(kind === 'begin' ? { kind, leaseMs: 1 } : { kind }, waiting, soon).ok).toBe(false);
  });

  it('leaves what is sent alone, whatever comes, except for a bounce', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        walk(sequence, (command, before, after) => {
          if (before.state === 'sent') expect([command.kind, after.state]).toEqual(['bounced', 'failed']);
        });
      }),
    );
  });

  it('always has a next look while something is left to do, and none when nothing is', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        walk(sequence, (_command, _before, after) => {
          const underWay = ['held', 'sending', 'unknown'].includes(after.state);
          expect(after.dueAt !== null).toBe(underWay);
        });
      }),
    );
  });

  it('sends nothing again after a bounce under the same key', () => {
    const sent = written({ state: 'sent', attempts: 1, attemptStartedAt: start, dueAt: null });
    const bounced = decide({ kind: 'bounced', detail: '550' }, sent, start);
    expect(bounced.ok && bounced.value).toMatchObject({ state: 'failed', problem: { kind: 'bounced' } });
    expect(decide({ kind: 'retry' }, (bounced.ok && bounced.value) as ReplyProgress, start).ok).toBe(false);
  });

  it('undoes only what is held', () => {
    for (const state of ['sending', 'unknown', 'sent', 'failed', 'undone'] as const) {
      expect(decide({ kind: 'undo' }, written({ state }), start).ok).toBe(false);
    }
    const undone = decide({ kind: 'undo' }, written(), start);
    expect(undone.ok && undone.value.state).toBe('undone');
  });

  it('counts no attempts while it is put off, and gives up a day after it should have left', () => {
    const command = { kind: 'put-off', problem, lookAgainMs: 60_000 } as const;
    const putOffAt = (now: Date) => {
      const decided = decide(command, written({ state: 'sending', attempts: 1, attemptStartedAt: now }), now);
      return decided.ok && decided.value;
    };
    const soon = new Date(start.getTime() + 23 * 3_600_000);
    const again = new Date(soon.getTime() + 60_000);
    expect(putOffAt(soon)).toMatchObject({ state: 'held', attempts: 0, dueAt: again, nextAttemptAt: again });
    const late = new Date(start.getTime() + 24 * 3_600_000);
    expect(putOffAt(late)).toMatchObject({ state: 'failed', problem, dueAt: null });
  });

  it('waits at least as long as the channel asks', () => {
    const sending = written({ state: 'sending', attempts: 1, attemptStartedAt: start });
    const command = { kind: 'not-sent', problem, retryAfterMs: 90_000, jitter: 0.5 } as const;
    const decided = decide(command, sending, start);
    expect(decided.ok && decided.value.nextAttemptAt?.getTime()).toBeGreaterThanOrEqual(
      start.getTime() + 90_000,
    );
  });

  it('gives up after eight attempts or a day, and says why', () => {
    const command = { kind: 'not-sent', problem, jitter: 0.5 } as const;
    const eighth = decide(command, written({ state: 'sending', attempts: 8 }), start);
    expect(eighth.ok && eighth.value).toMatchObject({ state: 'failed', problem, dueAt: null });
    const nextDay = new Date(start.getTime() + 25 * 3_600_000);
    const late = decide(command, written({ state: 'sending', attempts: 2 }), nextDay);
    expect(late.ok && late.value.state).toBe('failed');
  });

  it('looks for an hour at what is unclear, then asks a person to look', () => {
    const unknown = written({ state: 'unknown', attempts: 1, attemptStartedAt: start, unknownSince: start });
    const soon = decide({ kind: 'unclear', lookAgainMs: 30_000 }, unknown, start);
    expect(soon.ok && soon.value.state).toBe('unknown');
    const anHour = new Date(start.getTime() + 3_600_000);
    const late = decide({ kind: 'unclear', lookAgainMs: 30_000 }, unknown, anHour);
    expect(late.ok && late.value.problem?.kind).toBe('unclear');
    const retried = decide({ kind: 'retry' }, (late.ok && late.value) as ReplyProgress, anHour);
    expect(retried.ok && retried.value).toMatchObject({ state: 'unknown', dueAt: anHour });
  });
});
