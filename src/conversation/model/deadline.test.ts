import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualHours } from '../../platform/time/desk-hours.ts';
import { createWorkingTime } from '../../platform/time/working-time.ts';
import { usualTargets } from './answer-target.ts';
import {
  type DeadlineSteps,
  decideDeadline,
  type RunningDeadline,
  targetOf,
  type WaitFacts,
} from './deadline.ts';

const time = createWorkingTime(usualHours, 'Europe/Rome');
const rules = { targets: usualTargets, timeOf: () => time };
const at = (minutes: number) => new Date(Date.parse('2026-03-02T08:00:00Z') + minutes * 60_000);
const asked: WaitFacts = {
  threadId: 't',
  status: 'open',
  addressed: true,
  waitingFor: 'us',
  waitingSince: at(0),
  lastOursAt: null,
  channel: 'mail',
  intents: ['question'],
  gravity: null,
  teamId: null,
};

describe('the clock of a conversation', () => {
  it('gives a question four working hours, a complaint a working day, praise three', () => {
    const due = (intents: WaitFacts['intents']) =>
      decideDeadline({ ...asked, intents }, undefined, rules, at(1)).start?.dueAt.toISOString();
    expect(due(['question'])).toBe('2026-03-02T12:00:00.000Z');
    expect(due(['complaint', 'question'])).toBe('2026-03-02T17:00:00.000Z');
    expect(due(['praise'])).toBe('2026-03-04T17:00:00.000Z');
    expect(targetOf({ channel: 'x', intents: [], gravity: null }, [])).toBeUndefined();
  });

  it('is shorter the graver the complaint is, and as it was once it is no longer', () => {
    const complaint = { ...asked, intents: ['complaint' as const] };
    const due = (gravity: WaitFacts['gravity']) =>
      decideDeadline({ ...complaint, gravity }, undefined, rules, at(1)).start?.dueAt.toISOString();
    expect(due(4)).toBe('2026-03-02T09:00:00.000Z');
    expect(due(3)).toBe('2026-03-02T10:00:00.000Z');
    expect(due(2)).toBe('2026-03-02T17:00:00.000Z');
    const start = decideDeadline(complaint, undefined, rules, at(1)).start;
    const running = { id: 'd', ...start } as RunningDeadline;
    const graver = decideDeadline({ ...complaint, gravity: 3 }, running, rules, at(5)).move;
    expect(graver?.dueAt.toISOString()).toBe('2026-03-02T10:00:00.000Z');
    expect(decideDeadline(complaint, graver, rules, at(9)).move?.dueAt).toEqual(start?.dueAt);
  });

  it('stops while we wait for them, and what they say next starts one of the second kind', () => {
    const started = decideDeadline(asked, undefined, rules, at(1)).start;
    const running = { id: 'd', ...started } as RunningDeadline;
    const answered = { ...asked, waitingFor: 'them' as const, waitingSince: null, lastOursAt: at(60) };
    expect(decideDeadline(answered, running, rules, at(61))).toEqual({
      end: { id: 'd', outcome: 'answered', endedAt: at(60), taken: 60 },
    });
    expect(decideDeadline(answered, undefined, rules, at(61))).toEqual({});
    const again = { ...answered, waitingFor: 'us' as const, waitingSince: at(90) };
    expect(decideDeadline(again, undefined, rules, at(91)).start).toMatchObject({
      kind: 'next',
      startedAt: at(90),
    });
    expect(decideDeadline(again, running, rules, at(91))).toMatchObject({
      end: { outcome: 'answered' },
      start: { kind: 'next' },
    });
  });

  it('goes on while it is put aside, ends without an answer when it is closed, and has none for what is long past', () => {
    const running = { id: 'd', ...decideDeadline(asked, undefined, rules, at(1)).start } as RunningDeadline;
    expect(decideDeadline({ ...asked, status: 'snoozed' }, running, rules, at(2))).toEqual({});
    expect(decideDeadline({ ...asked, status: 'done' }, running, rules, at(2)).end).toMatchObject({
      outcome: 'dropped',
      taken: null,
    });
    expect(decideDeadline(asked, undefined, rules, at(15 * 1_440))).toEqual({});
  });

  it('whatever happens: one runs exactly while they wait, and hearing of the same twice changes nothing', () => {
    type Move = 'theirs' | 'ours' | 'close' | 'open' | 'aside';
    const moves = fc.array(fc.constantFrom<Move>('theirs', 'ours', 'close', 'open', 'aside'), {
      maxLength: 30,
    });
    const after = (facts: WaitFacts, move: Move, moment: Date): WaitFacts => {
      switch (move) {
        case 'theirs':
          return {
            ...facts,
            status: 'open',
            waitingFor: 'us',
            waitingSince: facts.waitingFor === 'us' ? facts.waitingSince : moment,
          };
        case 'ours':
          return { ...facts, waitingFor: 'them', waitingSince: null, lastOursAt: moment };
        case 'close':
          return { ...facts, status: 'done' };
        case 'open':
          return { ...facts, status: 'open' };
        case 'aside':
          return facts.status === 'done' ? facts : { ...facts, status: 'snoozed' };
      }
    };
    fc.assert(
      fc.property(moves, (history) => {
        let facts: WaitFacts = { ...asked, waitingFor: 'nobody', waitingSince: null };
        let running: RunningDeadline | undefined;
        let [started, ended] = [0, 0];
        const take = ({ end, start, move }: DeadlineSteps) => {
          if (end) ended += 1;
          if (start) started += 1;
          running = start ? { id: String(started), ...start } : end ? undefined : (move ?? running);
        };
        history.forEach((move, index) => {
          facts = after(facts, move, at(index * 10));
          take(decideDeadline(facts, running, rules, at(index * 10)));
          expect(decideDeadline(facts, running, rules, at(index * 10))).toEqual({});
          expect(running !== undefined).toBe(facts.status !== 'done' && facts.waitingFor === 'us');
          expect(started - ended).toBe(running ? 1 : 0);
        });
      }),
    );
  });
});
