import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endless, hostileText } from '../personal-data/hostile-texts.fixture.ts';
import { type CheckLevels, type CheckSettings, checkIds, checkLevels } from './check.ts';
import { checkBeforeSending, whatStands } from './check-before-sending.ts';
import { checkTable, levelOf } from './check-table.ts';

const usual: CheckSettings = { levels: {}, forbiddenWords: [], ownContacts: [] };
const found = (text: string, more: { isPublic?: boolean; settings?: Partial<CheckSettings> } = {}) =>
  checkBeforeSending(
    { text, isPublic: more.isPublic ?? true, hasMedia: false },
    { ...usual, ...more.settings },
  )
    .filter(({ level }) => level !== 'ok')
    .map(({ id, level, where }) =>
      `${level} ${id} ${where ? text.slice(where.start, where.end) : ''}`.trim(),
    );

describe('what is looked at before an answer leaves', () => {
  it.each([
    ['', 'block empty'],
    ['Il codice è RSSMRA85T10A562S', 'block tax-code RSSMRA85T10A562S'],
    ['Bonifico su IT60X0542811101000000123456', 'block payment IT60X0542811101000000123456'],
    ['La chiamo al 333 123 4567', 'warn phone 333 123 4567'],
    ['Scriva a mario@posta.example.com', 'warn email mario@posta.example.com'],
    ['Il suo ordine 4471 parte oggi', 'block order 4471'],
    ['Ci dispiace per la sua allergia', 'block health la sua allergia'],
    ['Lei è un cretino', 'block insult cretino'],
    ['Che risposta ridicola', 'warn harsh ridicola'],
    ['Ciao {nome}, grazie', 'block placeholder {nome}'],
    ['QUESTO NON VA BENE', 'warn shouting QUESTO NON VA BENE'],
  ])('«%s»: %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'Se toglie la recensione le facciamo un rimborso completo.',
    'Le offriamo un buono da 20 euro se modifica la recensione.',
    'Le regaliamo una bottiglia in cambio di una bella recensione.',
    'Lascia una recensione e ricevi un omaggio.',
    'If you delete the review we will give you a refund.',
  ])('a benefit that hangs from a review never leaves, whatever the company chose: «%s»', (text) => {
    const levels: CheckLevels = { reward: { everyone: 'ok', person: 'ok' } };
    for (const isPublic of [true, false])
      expect(
        found(text, { isPublic, settings: { levels } }).filter((one) => one.startsWith('block reward')),
      ).toHaveLength(1);
  });

  it.each([
    'Grazie della recensione. Il rimborso è già partito.',
    'Non diamo mai sconti in cambio di recensioni.',
    'Se vuole, venga a trovarci: il caffè lo offriamo noi.',
    'Uva di Troia in purezza, e un Negroni da aperitivo.',
    'È adatto a chi è allergico al lattosio? Sì, non ne contiene.',
    'La partita IVA è 00743110157.',
  ])('stops nobody who says nothing wrong: «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('asks to look twice when an offer stands beside the review', () => {
    expect(found('Per la sua recensione le mandiamo un buono')).toEqual([
      expect.stringMatching(/^warn reward-near /),
    ]);
  });

  it('lets pass between two what may not be said to everyone', () => {
    expect(found('Il suo ordine 4471 parte oggi, la chiamo al 333 123 4567', { isPublic: false })).toEqual(
      [],
    );
  });

  it('knows what belongs to the company, however it is written', () => {
    const settings = {
      ownContacts: ['+39 0532 123456', '@cantina.example', 'IT60 X054 2811 1010 0000 0123 456'],
    };
    expect(found('Chiami lo 0532/123456 o scriva a marta@cantina.example', { settings })).toEqual([]);
    expect(found('Bonifico su IT60X0542811101000000123456', { settings })).toEqual([]);
    expect(found('Scriva a marta@altra.example', { settings })).toEqual(['warn email marta@altra.example']);
  });

  it('stops at the words that a company does not use, whole and whatever their case', () => {
    const settings = { forbiddenWords: ['low cost', 'c++'] };
    expect(found('Un vino Low  cost', { settings })).toEqual(['block forbidden-word Low  cost']);
    expect(found('Slow costume', { settings })).toEqual([]);
    expect(found('in C++ no', { settings })).toEqual(['block forbidden-word C++']);
  });

  it('takes a picture without words for an answer', () => {
    expect(
      checkBeforeSending({ text: ' ', isPublic: true, hasMedia: true }, usual).every(
        ({ level }) => level === 'ok',
      ),
    ).toBe(true);
  });
});

describe('the levels', () => {
  const weight = (level: string) => checkLevels.indexOf(level as 'ok');

  it('are never below what the law asks, whatever the company chose', () => {
    const level = fc.constantFrom(...checkLevels);
    const levels = fc.dictionary(fc.constantFrom(...checkIds), fc.record({ everyone: level, person: level }));
    fc.assert(
      fc.property(levels, fc.constantFrom(...checkIds), fc.boolean(), (chosen, id, isPublic) => {
        const held = levelOf(id, isPublic, chosen as CheckLevels);
        expect(weight(held)).toBeGreaterThanOrEqual(weight(checkTable[id].least[isPublic ? 0 : 1]));
      }),
    );
    expect(
      Object.values(checkTable).every(({ usual, least }) =>
        [0, 1].every((at) => weight(usual[at as 0]) >= weight(least[at as 0])),
      ),
    ).toBe(true);
  });

  it('a warning that somebody read stands no longer, a block always does', () => {
    const checks = checkBeforeSending(
      { text: 'Cretino, chiama il 333 123 4567', isPublic: true, hasMedia: false },
      usual,
    );
    const keys = checks.map(({ key }) => key);
    expect(whatStands(checks, []).warnings.map(({ id }) => id)).toEqual(['phone']);
    expect(whatStands(checks, keys).warnings).toEqual([]);
    expect(whatStands(checks, keys).blocks.map(({ id }) => id)).toEqual(['insult']);
  });
});

describe('any text at all', () => {
  it('is looked at once for each thing, inside the text', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, isPublic) => {
        const checks = checkBeforeSending(
          { text, isPublic, hasMedia: false },
          { ...usual, forbiddenWords: ['a', '(1', '[['], ownContacts: ['@', '1'] },
        );
        expect(new Set(checks.map(({ id }) => id))).toEqual(new Set(checkIds));
        for (const { where } of checks)
          if (where)
            expect(where.start >= 0 && where.start < where.end && where.end <= text.length).toBe(true);
      }),
    );
  });

  it('is looked at in a time that grows with it and no faster', () => {
    const most = (texts: readonly string[]) =>
      texts.map((text) => checkBeforeSending({ text, isPublic: true, hasMedia: false }, usual).length);
    expect(most(endless(20_000)).every((count) => count >= checkIds.length)).toBe(true);
  });
});
