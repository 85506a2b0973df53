import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askingsOf, type Happening } from './happening.ts';
import { nextTurn } from './next-turn.ts';
import { askRules } from './plan.ts';
import { DEEPEST } from './rule-state.ts';
import { isUntouched, takeBack } from './take-back.ts';
import { anyRules, around, labels, now, people, plain, team } from './threads.fixture.ts';

const known = { labels: new Set(labels), people: new Set(people), teams: new Set([team]), at: now };

describe('rules asked of a conversation', () => {
  it('act in their order, each on what those before it left, and none after one that stops', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const { deeds, met } = askRules(rules, plain, around, new Map());
        const order = rules.map(({ id }) => id);
        expect(deeds.map(({ ruleId }) => order.indexOf(ruleId))).toEqual(
          deeds.map(({ ruleId }) => order.indexOf(ruleId)).toSorted((a, b) => a - b),
        );
        for (const [index, deed] of deeds.entries()) {
          expect(deed.effects.length).toBeGreaterThan(0);
          expect(met).toContain(deed.ruleId);
          expect(deed.before).toEqual(
            index === 0 ? { place: plain.place, within: null } : deeds[index - 1]?.after,
          );
          const isStop = rules.find(({ id }) => id === deed.ruleId)?.stops;
          if (isStop) expect(index).toBe(deeds.length - 1);
        }
      }),
    );
  });

  it('taken back one after another, the latest first, leave it as it was', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const { deeds } = askRules(rules, plain, around, new Map());
        const last = deeds.at(-1)?.after ?? { place: plain.place, within: null };
        const back = deeds.toReversed().reduce((is, deed) => takeBack(is, deed, known), last);
        expect(back).toEqual({ place: plain.place, within: null });
      }),
    );
  });

  it('that only make order tell nobody and begin nothing', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        for (const deed of askRules(rules, plain, around, new Map(), true).deeds)
          expect([deed.notes, deed.draft, deed.opensCase]).toEqual([[], null, false]);
      }),
    );
  });

  it('give turns to each of those present before anybody has a second', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 6 }), fc.nat(30), (present, times) => {
        const given: string[] = [];
        for (let turn = 0; turn < times; turn += 1) given.push(nextTurn(present, given.at(-1) ?? null) ?? '');
        const counts = present.map((one) => given.filter((each) => each === one).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
    expect(nextTurn([], null)).toBeNull();
  });
});

describe('the guard against loops', () => {
  it('ends every history: no rule hears what it has caused, and nothing goes deeper than it may', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        let waiting: Happening[] = [{ threadId: plain.threadId, when: 'mention-new', key: 'a', chain: [] }];
        let thread = plain;
        let steps = 0;
        while (waiting.length > 0) {
          const [one, ...rest] = waiting;
          waiting = rest;
          steps += 1;
          expect(steps).toBeLessThan(2_000);
          const askings = askingsOf(rules, one ? [one] : []).get(plain.threadId) ?? [];
          for (const { rule, chain } of askings) expect(chain).not.toContain(rule.id);
          const asked = askings.map(({ rule }) => rule);
          const { deeds } = askRules(asked, thread, around, new Map());
          for (const deed of deeds) {
            thread = { ...thread, ...deed.after };
            const chain = [...(one?.chain ?? []), deed.ruleId];
            expect(new Set(chain).size).toBe(chain.length);
            if (chain.length >= DEEPEST) continue;
            const put = deed.effects.flatMap((effect) => (effect.did === 'labelled' ? effect.put : []));
            if (put.length > 0)
              waiting.push({
                threadId: plain.threadId,
                when: 'label-put',
                key: `${steps}`,
                labelIds: put,
                chain,
              });
            if (deed.effects.some(({ did }) => did === 'reopened'))
              waiting.push({ threadId: plain.threadId, when: 'reopened', key: `${steps}`, chain });
          }
        }
      }),
    );
  });
});

describe('taking a deed back', () => {
  it('is for what only rules have changed since', () => {
    expect(isUntouched(4, 4, new Set())).toBe(true);
    expect(isUntouched(4, 6, new Set([4, 5, 6]))).toBe(true);
    expect(isUntouched(4, 6, new Set([4, 6]))).toBe(false);
  });

  it('leaves what another rule made of it since', () => {
    const before = { place: plain.place, within: null };
    const after = {
      place: { ...plain.place, assigneeId: people[0] ?? null, labelIds: [labels[0] ?? ''] },
      within: 60,
    };
    const later = { place: { ...after.place, assigneeId: people[1] ?? null }, within: 60 };
    expect(takeBack(later, { before, after }, known)).toEqual({
      place: { ...plain.place, assigneeId: people[1], labelIds: [] },
      within: null,
    });
  });
});
