import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTone } from '../../language/index.ts';
import { newId } from '../../platform/ids.ts';
import { isBad, isGood, questions } from './asking.ts';
import { type Counted, figuresOf } from './figures.ts';
import { createLimiter } from './limiter.ts';
import { readAnswer } from './read-answer.ts';
import { sayAsking } from './say-asking.ts';
import { askToTell, thankYou, VARIANTS } from './thank.ts';
import { openTicket, signTicket } from './token.ts';
import { decideAsking, type EndedThread } from './who-is-asked.ts';

const how = { question: 'how', scale: 5 } as const;
const how3 = { question: 'how', scale: 3 } as const;
const solved = { question: 'solved', scale: 3 } as const;

describe('an answer to how it went', () => {
  it.each([
    ['4', 4],
    ['5!', 5],
    ['Direi 4, grazie', 4],
    ['voto: 2', 2],
    ['cinque', 5],
    ['4/5', 4],
    ['8 su 10', 4],
    ['10/10', 5],
    ['⭐⭐⭐', 3],
    ['Benissimo, grazie!', 5],
    ['bene', 4],
    ['Tutto bene grazie', 4],
    ['non male', 4],
    ['Non bene, il pacco era ancora rotto', 2],
    ['non sono soddisfatto', 2],
    ['malissimo', 1],
    ['così così', 3],
    ['Insomma...', 3],
    ['Very well, thanks', 5],
    ['not good', 2],
    ['so-so', 3],
  ])('“%s” is %i of five', (text, score) => {
    expect(readAnswer(text, how)?.score).toBe(score);
  });

  it.each([
    ['male', 1],
    ['Così così', 2],
    ['bene', 3],
    ['well', 3],
    ['3/3', 3],
  ])('“%s” is %i of three', (text, score) => {
    expect(readAnswer(text, how3)?.score).toBe(score);
  });

  it.each([
    'Quando riaprite?',
    '2 bottiglie sono arrivate rotte',
    '3 giorni di attesa',
    'Il vino è ottimo ma la consegna pessima',
    'Non benissimo',
    '7',
    '0',
    '',
    'Vi scrivo dopo',
  ])('“%s” is for a person to read', (text) => {
    expect(readAnswer(text, how)).toBeUndefined();
  });

  it('never says more than the scale, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.constantFrom(how, how3, solved), (text, asked) => {
        const read = readAnswer(text, asked);
        if (read)
          expect(read.score >= 1 && read.score <= asked.scale && Number.isInteger(read.score)).toBe(true);
      }),
    );
  });
});

describe('an answer to whether it is solved', () => {
  it.each([
    ['Sì', 3],
    ['si grazie!', 3],
    ['Tutto risolto', 3],
    ['yes', 3],
    ['No', 1],
    ['non ancora', 1],
    ['No, non è risolto', 1],
    ['not solved', 1],
    ['in parte', 2],
    ['Quasi', 2],
  ])('“%s” is %i of three', (text, score) => {
    expect(readAnswer(text, solved)?.score).toBe(score);
  });

  it.each(['Sì ma no', 'Vi richiamo domani', 'Il corriere è passato'])('“%s” moves no case', (text) => {
    expect(readAnswer(text, solved)).toBeUndefined();
  });

  it('says the same when it is read twice', () => {
    for (let turn = 0; turn < 3; turn += 1) expect(readAnswer('in parte', solved)?.score).toBe(2);
  });
});

describe('the question', () => {
  const texts = questions.flatMap((question) =>
    (['tu', 'lei'] as const).flatMap((register) =>
      (['it', 'en'] as const).flatMap((language) =>
        ([3, 5] as const).flatMap((scale) => [
          sayAsking({ question, register, language, scale, signedBy: 'Marta', way: 'reply' }),
          sayAsking({
            question,
            register,
            language,
            scale,
            signedBy: 'Marta',
            way: 'page',
            address: 'https://x.example/a',
          }),
        ]),
      ),
    ),
  );

  it('offers nothing, praises nothing, names no public place, and is one', () => {
    for (const text of texts) {
      expect(readTone({ text, kind: 'post' }).map(({ kind }) => kind)).not.toContain('inducement');
      expect(text).not.toMatch(
        /sconto|regalo|buono|premio|google|tripadvisor|recensi|review|discount|gift|stell/i,
      );
      expect(text.match(/\?/g)).toHaveLength(1);
    }
  });

  it('is signed by a person, and fits a short message', () => {
    for (const text of texts) {
      expect(text.endsWith('Marta')).toBe(true);
      expect([...text].length).toBeLessThanOrEqual(300);
    }
  });
});

describe('who is asked', () => {
  const ended: EndedThread = {
    isPublic: false,
    askedRecently: false,
    objected: false,
    isHarsh: false,
    personId: newId(),
    solvedCaseId: null,
  };

  it('is everybody, whatever they said: nothing in the rule knows whether they are pleased', () => {
    expect(decideAsking(ended, false)).toEqual({ ask: true, question: 'how' });
    expect(decideAsking({ ...ended, solvedCaseId: newId() }, false)).toEqual({
      ask: true,
      question: 'solved',
    });
    expect(Object.keys(ended)).not.toContain('polarity');
  });

  it('is nobody who objected, was insulted over, or was asked a short while ago, in any mixture', () => {
    const flags = fc.record({
      isPublic: fc.boolean(),
      askedRecently: fc.boolean(),
      objected: fc.boolean(),
      isHarsh: fc.boolean(),
      personId: fc.option(fc.constant('p')),
      solvedCaseId: fc.option(fc.constant('c')),
    });
    fc.assert(
      fc.property(flags, fc.boolean(), (thread, inPublic) => {
        const { ask } = decideAsking(thread, inPublic);
        const isFree =
          !thread.askedRecently && !thread.objected && !thread.isHarsh && thread.personId !== null;
        expect(ask).toBe(isFree && (!thread.isPublic || inPublic));
      }),
    );
  });
});

describe('the address of a page', () => {
  const key = Buffer.alloc(32, 7);
  const ticket = { workspaceId: newId(), askingId: newId(), expiresAt: new Date('2026-12-01T00:00:00Z') };

  it('names its question to whoever holds it, also after the keys were changed', () => {
    const token = signTicket(ticket, key);
    expect(token).toMatch(/^[\w-]{70}$/);
    expect(openTicket(token, [Buffer.alloc(32, 1), key])).toEqual(ticket);
  });

  it('cannot be made or bent without the key', () => {
    const token = signTicket(ticket, key);
    expect(openTicket(token, [Buffer.alloc(32, 8)])).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(69), fc.constantFrom(...'ABCxyz019_-'), (at, letter) => {
        const bent = token.slice(0, at) + letter + token.slice(at + 1);
        const opened = openTicket(bent, [key]);
        // The last letter carries bits that say nothing.
        if (opened) expect(opened).toEqual(ticket);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => openTicket(text, [key]) === undefined));
  });
});

describe('a thank-you', () => {
  const wish = { language: 'it', register: 'tu', signedBy: 'Marta', aspects: [], seed: 0, used: [] } as const;

  it('is never the same twice in a row, nor within the last twenty', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 30, maxLength: 60 }), (seeds) => {
        const used: number[] = [];
        let before = '';
        for (const seed of seeds) {
          const { variant, body } = thankYou({ ...wish, seed, used: used.slice(0, VARIANTS - 1) });
          expect(body).not.toBe(before);
          expect(used.slice(0, 20)).not.toContain(variant);
          used.unshift(variant);
          before = body;
        }
      }),
    );
  });

  it('speaks as the company does, in its language, with nothing that a careful colleague would mend', () => {
    for (let seed = 0; seed < VARIANTS; seed += 1) {
      for (const register of ['tu', 'lei'] as const) {
        const { body } = thankYou({ ...wish, register, seed, aspects: ['staff'] });
        const found = readTone({ text: body, kind: 'reply', inReplyTo: 'Bravi!', lang: 'it', register });
        expect(found.filter(({ level }) => level === 'warning')).toEqual([]);
        expect(found.map(({ kind }) => kind)).not.toContain('mixed-register');
      }
    }
  });

  it('asks for a story without a condition', () => {
    expect(askToTell('it', 'lei')).toContain('Se preferisce di no');
    expect(askToTell('en', 'tu')).toContain('that is fine');
  });
});

describe('the figures', () => {
  const anyRow: fc.Arbitrary<Counted> = fc
    .record({
      question: fc.constantFrom(...questions),
      scale: fc.constantFrom(3 as const, 5 as const),
      teamId: fc.constantFrom(null, 'a', 'b'),
      isAnswered: fc.boolean(),
      score: fc.option(fc.integer({ min: 1, max: 5 })),
      count: fc.integer({ min: 1, max: 40 }),
    })
    .map((row) => ({
      ...row,
      score: row.isAnswered && row.score !== null && row.score <= row.scale ? row.score : null,
    }));

  it('are what a naive count of the same answers says', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
        const every = rows.flatMap((row) => Array.from({ length: row.count }, () => row));
        for (const figures of figuresOf(rows, {}).questions) {
          const mine = every.filter(({ question }) => question === figures.question);
          expect(figures.asked).toBe(mine.length);
          expect(figures.answered.count).toBe(mine.filter(({ isAnswered }) => isAnswered).length);
          expect(figures.good.count).toBe(
            mine.filter(({ score, scale }) => score !== null && isGood(score, scale)).length,
          );
          expect(figures.bad.count).toBe(
            mine.filter(({ score, scale }) => score !== null && isBad(score, scale)).length,
          );
          expect(figures.inWords + figures.good.of).toBe(figures.answered.count);
        }
      }),
    );
  });

  it('show no team that has too few answers to be more than a person', () => {
    const row: Counted = { question: 'how', scale: 5, teamId: 'a', isAnswered: true, score: 5, count: 4 };
    expect(figuresOf([row], {}).teams).toEqual([]);
    expect(figuresOf([{ ...row, count: 5 }], {}).teams).toHaveLength(1);
  });
});

it('whoever asks too often waits for the next window; others do not', () => {
  const allows = createLimiter({ turns: 2, windowMs: 1_000 });
  const at = (ms: number) => new Date(ms);
  expect([allows('a', at(0)), allows('a', at(1)), allows('a', at(2)), allows('b', at(2))]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(allows('a', at(1_001))).toBe(true);
});
