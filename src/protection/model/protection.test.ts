import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayIn, daysBetween } from './calendar.ts';
import { deadlinesOf, reviewFinding } from './deadlines.ts';
import { findTarget } from './find-target.ts';
import { platforms, whichPlatform } from './platforms.ts';
import { reportFigures } from './report-figures.ts';
import {
  afterReportStep,
  reportStates,
  reportSteps,
  reportStepsFrom,
  reportTransitions,
} from './report-states.ts';

const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the path of a report', () => {
  it('leads only to states that there are, and every state can be reached and left', () => {
    const reached = new Set(Object.values(reportTransitions).flatMap((steps) => Object.values(steps)));
    expect([...reached].sort()).toEqual([...reportStates].sort());
    for (const state of reportStates) expect(reportStepsFrom(state).length).toBeGreaterThan(0);
  });

  it('ends only by its end, and stays ended until it is reopened, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...reportSteps), { maxLength: 40 }), (asked) => {
        let state: (typeof reportStates)[number] = 'collected';
        for (const step of asked) {
          const next = afterReportStep(state, step);
          if (!next) continue;
          if (next === 'ended') expect(step).toBe('end');
          if (state === 'ended') expect(step).toBe('reopen');
          state = next;
          expect(reportStates).toContain(state);
        }
      }),
    );
  });

  it('can be taken to the police or a lawyer from everywhere but its end', () => {
    for (const state of reportStates)
      expect(afterReportStep(state, 'escalate')).toBe(state === 'ended' ? undefined : 'escalated');
  });
});

describe('the calendar', () => {
  it('counts days across the change of the clocks as days', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(dayIn('Europe/Rome', new Date('2026-03-28T23:30:00Z'))).toBe('2026-03-29');
    expect(dayIn('Europe/Rome', new Date('2026-10-25T22:59:00Z'))).toBe('2026-10-25');
    expect(dayIn('Europe/Rome', new Date('2026-10-25T23:00:00Z'))).toBe('2026-10-26');
  });

  it('ends a month on its last day where the day is missing, leap years included', () => {
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
    expect(addMonths('2028-02-29', 24)).toBe('2030-02-28');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('never lets more months end earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (day, months) => {
        expect(addMonths(day, months + 1) > addMonths(day, months)).toBe(true);
        expect(addMonths(day, months).slice(8) <= day.slice(8)).toBe(true);
      }),
    );
  });
});

describe('deadlines', () => {
  const report = {
    state: 'reported',
    kind: 'false-review',
    publishedOn: '2026-03-20',
    visitedOn: null,
    openedOn: '2026-03-25',
    reportedOn: '2026-03-26',
    answeredOn: null,
  } as const;

  it('remind of a platform that is silent, and say when a review lapses, with the days left', () => {
    expect(deadlinesOf(report, '2026-03-30')).toEqual([
      { kind: 'remind', on: '2026-04-02', daysLeft: 3, law: 'notice' },
      { kind: 'lapses', on: '2028-03-20', daysLeft: 721, law: 'reviews' },
    ]);
  });

  it('count six months against a refusal and three to go to the police', () => {
    const refused = { ...report, state: 'refused', kind: 'threat', answeredOn: '2026-08-31' } as const;
    expect(deadlinesOf(refused, '2026-09-01').map(({ kind, on }) => [kind, on])).toEqual([
      ['complaint', '2026-06-25'],
      ['appeal', '2027-02-28'],
    ]);
    expect(deadlinesOf(refused, '2026-09-01')[0]?.daysLeft).toBeLessThan(0);
  });

  it('are none once it has ended', () => {
    expect(deadlinesOf({ ...report, state: 'ended' }, '2026-03-30')).toEqual([]);
  });

  it('hold a review of the thirtieth day for written in time, and of the day after for too late', () => {
    expect(reviewFinding('2026-03-31', '2026-03-01')).toEqual({ kind: 'in-time', days: 30 });
    expect(reviewFinding('2026-04-01', '2026-03-01')).toEqual({
      kind: 'too-late',
      days: 31,
      lastDay: '2026-03-31',
    });
    expect(reviewFinding('2028-03-30', '2028-02-28')).toEqual({
      kind: 'too-late',
      days: 31,
      lastDay: '2028-03-29',
    });
    expect(reviewFinding('2026-02-28', '2026-03-01')).toEqual({ kind: 'before-visit', days: -1 });
    expect(reviewFinding('2026-02-28', null)).toEqual({ kind: 'unknown-visit' });
  });
});

describe('what is known of platforms', () => {
  it('says where it was read, or says that it is unknown', () => {
    for (const one of platforms) {
      expect(one.asks.it.length * one.asks.en.length, one.id).toBeGreaterThan(0);
      if (one.steps.length > 0) expect(one.source?.readOn, one.id).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('is found by the channel, else by the address, and no look-alike is taken for it', () => {
    expect(whichPlatform('google-business', null)).toBe('google');
    expect(whichPlatform('imported', 'https://www.tripadvisor.it/Restaurant_Review')).toBe('tripadvisor');
    expect(whichPlatform('by-hand', 'https://it.trustpilot.com/reviews/1')).toBe('trustpilot');
    expect(whichPlatform('by-hand', 'https://x.com.cattivo.example/1')).toBe('other');
    expect(whichPlatform('by-hand', 'https://notbooking.com/')).toBe('other');
    fc.assert(
      fc.property(fc.string(), fc.option(fc.webUrl(), { nil: null }), (channel, url) => {
        expect(platforms.map(({ id }) => id)).toContain(whichPlatform(channel, url));
      }),
    );
  });
});

describe('whom it is aimed at', () => {
  const members = [
    { personId: 'm', name: 'Marta Valdorsa' },
    { personId: 'l', name: 'Nicolò De Rossi' },
  ];
  it('is whoever is named, accents or not', () => {
    expect(findTarget('Quell’incapace di NICOLO mi ha riso in faccia', members).named).toEqual(['l']);
    expect(findTarget('Posto pessimo', members).named).toEqual([]);
  });
  it('tells threats from insults, and everyday words from threats', () => {
    expect(findTarget('So dove abiti, ti vengo a cercare', members).reads).toBe('threat');
    expect(findTarget('La pagherete cara', members).reads).toBe('threat');
    expect(findTarget('Siete degli incapaci', members).reads).toBe('insult');
    expect(findTarget('Vi vengo a trovare', members).reads).toBe('threat');
    expect(findTarget('Vi aspetto domenica per la degustazione', members).reads).toBe('insult');
  });
});

describe('what reporting brought', () => {
  it('counts each report once a line, and takes the middle of the days', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 2, day));
    const one = {
      state: 'ended',
      wasEscalated: false,
      reportedAt: at(1),
      answeredAt: null,
      outcome: null,
    } as const;
    expect(
      reportFigures([
        { ...one, outcome: 'removed', answeredAt: at(3) },
        { ...one, outcome: 'refused', answeredAt: at(8), wasEscalated: true },
        { ...one, outcome: 'no-answer' },
        { ...one, reportedAt: null },
      ]),
    ).toEqual({
      collected: 4,
      reported: 3,
      removed: 1,
      refused: 1,
      noAnswer: 1,
      escalated: 1,
      daysToAnswer: 4.5,
    });
    expect(reportFigures([]).daysToAnswer).toBeNull();
  });
});
