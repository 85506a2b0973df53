import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyCandidate,
  anyHistory,
  dayAgo,
  daysAgo,
  NOW,
  noHistory,
  said,
  somebody,
  TODAY,
} from './candidate.fixture.ts';
import type { Candidate } from './candidate.ts';
import { dailyList } from './daily-list.ts';
import type { Choice, History } from './history.ts';
import { isWaiting } from './reason-kind.ts';

const options = { day: TODAY, now: NOW, colleagues: [{ personId: 'piero', name: 'Piero' }] };
const list = (candidates: readonly Candidate[], history: Partial<History> = {}) =>
  dailyList(candidates, { ...noHistory, ...history }, options);
const kinds = (candidates: readonly Candidate[], history: Partial<History> = {}) =>
  list(candidates, history).map(({ contactId, reason }) => `${contactId} ${reason}`);

const question = said({ needsReply: true, question: true });
const asleep = { strength: 0.8, trend: -0.1, usualDays: 10, lastAt: daysAgo(30) };
const bridge = {
  circle: { id: 'c', name: { it: 'cuochi', en: 'cooks' } },
  size: 40,
  weKnow: 1,
  theyKnow: 14,
};
const choice = (facts: Partial<Choice>): Choice => ({
  day: dayAgo(1),
  contactId: 'anna',
  reason: 'asked',
  state: 'done',
  at: daysAgo(0.5),
  ...facts,
});
const many = (count: number, facts: Partial<Candidate>, name = 'p') =>
  Array.from({ length: count }, (_, index) => somebody({ contactId: `${name}${index}`, ...facts }));

describe('the list of the day', () => {
  it('says of each person why today, in what manner, where, by whom of us, and how long it takes', () => {
    const knownBy = [{ personId: 'piero', count: 3, lastAt: daysAgo(9) }];
    expect(list([somebody({ said: question, knownBy })])).toEqual([
      {
        contactId: 'anna',
        reason: 'asked',
        why: {
          it: 'Ha fatto una domanda e aspetta da 24 ore.',
          en: 'Asked a question and has been waiting for 24 hours.',
        },
        manner: 'answer',
        mannerSays: {
          it: 'Rispondi in pubblico, dove leggono anche gli altri.',
          en: 'Answer in public, where others read it too.',
        },
        channel: 'fediverse',
        by: { personId: 'piero', name: 'Piero' },
        minutes: 2,
        mentionId: 'm1',
        threadId: 't1',
      },
    ]);
  });

  it('puts those who wait for an answer first, complaints before questions', () => {
    expect(
      kinds([
        somebody({ contactId: 'bridge', bridge }),
        somebody({ contactId: 'asks', said: question }),
        somebody({ contactId: 'hurt', said: said({ complaint: true }) }),
        somebody({ contactId: 'glad', said: said({ thanks: true }) }),
      ]),
    ).toEqual(['hurt complained', 'asks asked', 'glad thanked', 'bridge bridge']);
  });

  it('names the usual rhythm of a tie, not a number of days that is the same for all', () => {
    const [entry] = list([somebody({ tie: asleep })]);
    expect(entry?.why.it).toBe('Di solito ci si sente ogni 10 giorni: adesso c’è silenzio da 30 giorni.');
    expect(kinds([somebody({ tie: { ...asleep, usualDays: 30 } })])).toEqual([]);
    expect(kinds([somebody({ tie: { ...asleep, usualDays: null } })])).toEqual([]);
  });

  it('says a bridge with its figures', () => {
    expect(list([somebody({ bridge })])[0]?.why.it).toBe(
      'Conosce 14 persone della cerchia «cuochi», dove noi ne conosciamo 1.',
    );
    expect(kinds([somebody({ bridge: { ...bridge, weKnow: 10 } })])).toEqual([]);
  });

  it('asks for an introduction only where both ties are close and the other is willing', () => {
    const other = { contactId: 'bruno', name: 'Bruno', consent: 'unknown' as const };
    const introduction = { other, strengths: [0.7, 0.6] as const };
    expect(kinds([somebody({ introduction })])).toEqual(['anna introduction']);
    expect(kinds([somebody({ introduction: { ...introduction, strengths: [0.7, 0.3] } })])).toEqual([]);
    const quiet = { ...introduction, other: { ...other, consent: 'quiet' as const } };
    expect(kinds([somebody({ introduction: quiet })])).toEqual([]);
  });

  it('makes two meet whom we both know well and who move among the same people', () => {
    const other = { contactId: 'bruno', name: 'Bruno', consent: 'unknown' as const };
    const meeting = { other, strengths: [0.7, 0.6] as const, common: 3 };
    const [entry] = list([somebody({ meeting })]);
    expect([entry?.reason, entry?.manner]).toEqual(['meeting', 'introduce']);
    expect(entry?.why).toEqual({
      it: 'Con Bruno non si sono ancora parlati: noi conosciamo bene tutti e due, e hanno 3 conoscenze in comune.',
      en: 'They and Bruno have not spoken yet: we know both well, and they have 3 acquaintances in common.',
    });
    expect(kinds([somebody({ meeting: { ...meeting, common: 0 } })])).toEqual([]);
    expect(kinds([somebody({ meeting: { ...meeting, strengths: [0.7, 0.2] } })])).toEqual([]);
    const quiet = { ...meeting, other: { ...other, consent: 'quiet' as const } };
    expect(kinds([somebody({ meeting: quiet })])).toEqual([]);
  });

  it('nurtures a weak tie, and says what it alone joins us to', () => {
    const circle = { id: 'c', name: { it: 'cuochi', en: 'cooks' } };
    const weakTie = { circle, overlap: 0, joining: 1 };
    expect(list([somebody({ weakTie })])[0]?.why).toEqual({
      it: 'Ci si sente poco e non abbiamo conoscenze in comune: è il nostro solo legame con la cerchia «cuochi».',
      en: 'We are seldom in touch and we have no acquaintances in common: our only tie with the circle “cooks”.',
    });
    expect(list([somebody({ weakTie: { circle: null, overlap: 0.08, joining: 0 } })])[0]?.why.it).toBe(
      'Ci si sente poco e abbiamo in comune l’8% delle conoscenze: da qui arrivano cose nuove.',
    );
  });

  it('says how much of its strength a tie that falls asleep has lost, when it is much', () => {
    const why = (trend: number) => list([somebody({ tie: { ...asleep, trend } })])[0]?.why.it;
    expect(why(-0.6)).toMatch(/, e in tre mesi il legame ha perso il 60% della sua forza\.$/);
    expect(why(-0.1)).not.toMatch(/tre mesi/);
  });

  it('remembers the day of a collaboration, the 29th of February included', () => {
    const made = (since: string) =>
      somebody({ anniversary: { kind: 'made', since, what: 'la cena al buio' } });
    expect(list([made('2024-03-11')])[0]?.why.it).toBe(
      'La prima cosa fatta insieme è di 2 anni fa, in questi giorni: la cena al buio.',
    );
    expect(kinds([made('2024-03-12')])).toEqual([]);
    expect(kinds([made('2026-03-11')])).toEqual([]);
    const inFebruary = { ...options, day: '2026-02-28' };
    expect(dailyList([made('2024-02-29')], noHistory, inFebruary)).toHaveLength(1);
  });

  it('asks how it went once our answer to a complaint has been alone for three days', () => {
    const mended = (answered: number) =>
      somebody({ said: said({ at: daysAgo(answered + 1), complaint: true, answeredAt: daysAgo(answered) }) });
    expect(kinds([mended(4)])).toEqual(['anna unhappy']);
    expect(list([mended(4)])[0]?.manner).toBe('ask');
    expect(kinds([mended(1)])).toEqual([]);
  });

  it('leaves alone for good whoever asked for quiet, objected, or was waved away with "never"', () => {
    const facts = { said: question, tie: asleep, bridge };
    expect(
      kinds([somebody({ ...facts, consent: 'quiet' }), somebody({ ...facts, consent: 'objected' })]),
    ).toEqual([]);
    const never = choice({ state: 'never', reason: 'bridge', day: dayAgo(400), at: daysAgo(400) });
    expect(kinds([somebody(facts)], { choices: [never] })).toEqual([]);
  });

  it('waits until the day that "later" named, unless they write again', () => {
    const later = choice({ state: 'later', until: '2026-03-12' });
    expect(kinds([somebody({ said: question })], { choices: [later] })).toEqual([]);
    expect(kinds([somebody({ said: question })], { choices: [{ ...later, until: TODAY }] })).toHaveLength(1);
    const again = somebody({ said: { ...question, at: daysAgo(0.1) } });
    expect(kinds([again], { choices: [later] })).toEqual(['anna asked']);
  });

  it('does not urge twice within a short time', () => {
    const sleeping = [somebody({ tie: asleep })];
    expect(kinds(sleeping, { shown: [{ day: dayAgo(2), contactId: 'anna', reason: 'bridge' }] })).toEqual([]);
    expect(
      kinds(sleeping, { shown: [{ day: dayAgo(8), contactId: 'anna', reason: 'asleep' }] }),
    ).toHaveLength(1);
    const done = choice({ reason: 'asleep', day: dayAgo(14), at: daysAgo(14) });
    expect(kinds(sleeping, { choices: [done] })).toEqual([]);
    expect(kinds([somebody({ tie: asleep, lastContactedAt: daysAgo(3) })])).toEqual([]);
    const today = [{ day: TODAY, contactId: 'anna', reason: 'asleep' as const }];
    expect(kinds(sleeping, { shown: today })).toHaveLength(1);
  });

  it('lets what is always left undone sink', () => {
    const people = [somebody({ contactId: 'a', tie: asleep }), somebody({ contactId: 'b', bridge })];
    const left = (reason: 'asleep' | 'bridge') =>
      Array.from({ length: 20 }, (_, index) => ({ day: dayAgo(10 + index), contactId: `x${index}`, reason }));
    expect(kinds(people, { shown: left('bridge') })).toEqual(['a asleep', 'b bridge']);
    expect(kinds(people, { shown: left('asleep') })).toEqual(['b bridge', 'a asleep']);
  });

  it('keeps within fifteen minutes and shows several reasons when there are several', () => {
    const entries = list([
      ...many(30, { said: question }, 'ask'),
      ...many(5, { said: said({ thanks: true }) }, 'glad'),
    ]);
    expect(entries.map(({ reason }) => reason)).toEqual([
      ...Array(5).fill('asked'),
      ...Array(5).fill('thanked'),
    ]);
    expect(entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(15);
    expect(list(many(30, { said: question }))).toHaveLength(7);
  });

  it('comes to an end: what is done keeps its place and its minutes', () => {
    const people = many(30, { said: question });
    const done = people.slice(0, 7).map(({ contactId }) => choice({ contactId, day: TODAY, at: NOW }));
    expect(list(people, { choices: done })).toEqual([]);
  });

  it('gives the conversation to the colleague who has it, or who knows them best and is here', () => {
    const colleagues = [
      { personId: 'piero', name: 'Piero' },
      { personId: 'marta', name: 'Marta' },
      { personId: 'ugo', name: 'Ugo', isAway: true },
    ];
    const knownBy = [
      { personId: 'ugo', count: 90, lastAt: NOW },
      { personId: 'piero', count: 2, lastAt: NOW },
      { personId: 'marta', count: 5, lastAt: null },
    ];
    const who = (candidate: Candidate) =>
      dailyList([candidate], noHistory, { ...options, colleagues })[0]?.by;
    expect(who(somebody({ tie: asleep, knownBy }))?.name).toBe('Marta');
    expect(who(somebody({ said: { ...question, assigneeId: 'piero' }, knownBy }))?.name).toBe('Piero');
    expect(who(somebody({ tie: asleep }))).toBeNull();
  });
});

describe('whatever the facts', () => {
  it('at most ten, each once, within the minutes, the waiting first, nobody who is to be left alone', () => {
    fc.assert(
      fc.property(
        fc.array(anyCandidate),
        anyHistory,
        fc.integer({ min: 5, max: 40 }),
        (people, history, budget) => {
          const entries = dailyList(people, history, { ...options, budgetMinutes: budget });
          const byId = new Map(people.map((each) => [each.contactId, each]));
          expect(entries.length).toBeLessThanOrEqual(10);
          expect(new Set(entries.map(({ contactId }) => contactId)).size).toBe(entries.length);
          expect(entries.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(budget);
          const waits = entries.map(({ reason }) => isWaiting(reason));
          expect(waits).toEqual([...waits].sort((a, b) => Number(b) - Number(a)));
          for (const { contactId, why, mannerSays } of entries) {
            expect(['unknown', 'agreed']).toContain(byId.get(contactId)?.consent);
            expect(history.choices.some((one) => one.contactId === contactId && one.state === 'never')).toBe(
              false,
            );
            expect(`${why.it}${why.en}${mannerSays.it}`).not.toMatch(/undefined|NaN|null|\*/);
          }
        },
      ),
    );
  });

  it('is the same in any order of people and past', () => {
    const unique = fc.uniqueArray(anyCandidate, { selector: ({ contactId }) => contactId });
    fc.assert(
      fc.property(unique, anyHistory, (people, { shown, choices, contacted }) => {
        const backwards = { shown: shown.toReversed(), choices, contacted: contacted.toReversed() };
        expect(dailyList(people.toReversed(), backwards, options)).toEqual(
          dailyList(people, { shown, choices, contacted }, options),
        );
      }),
    );
  });
});
