import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaxCode } from './finders/tax-code.ts';
import { findPersonalData, type PersonalDatumKind } from './index.ts';

const found = (text: string): readonly string[] =>
  findPersonalData(text).map(
    ({ kind, start, end, certain }) => `${kind}${certain ? '' : '?'} ${text.slice(start, end)}`,
  );

describe('what belongs to a person', () => {
  it.each<readonly [PersonalDatumKind, string, string]>([
    ['tax-code', 'Il mio codice è RSSMRA85T10A562S, grazie', 'RSSMRA85T10A562S'],
    ['tax-code', 'cf rssmra85t10a562s', 'rssmra85t10a562s'],
    ['tax-code', 'RSS MRA 85T10 A562S', 'RSS MRA 85T10 A562S'],
    ['vat-number', 'P.IVA 00743110157', '00743110157'],
    ['vat-number', 'fattura a IT00743110157', 'IT00743110157'],
    ['iban', 'IT60X0542811101000000123456', 'IT60X0542811101000000123456'],
    ['iban', 'IBAN IT60 X054 2811 1010 0000 0123 456 intestato a Ugo', 'IT60 X054 2811 1010 0000 0123 456'],
    ['iban', 'conto DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
    ['card', 'la carta 4111 1111 1111 1111 non passa', '4111 1111 1111 1111'],
    ['card', 'amex 378282246310005', '378282246310005'],
    ['phone', 'mi chiami al 333 123 4567', '333 123 4567'],
    ['phone', 'allo 011/5550202.', '011/5550202'],
    ['phone', 'dalle 9 alle 12 333 1234567', '333 1234567'],
    ['phone', 'call +44 20 7946 0958 now', '+44 20 7946 0958'],
    ['email', 'scrivo da mario.rossi+casa@posta.example.com.', 'mario.rossi+casa@posta.example.com'],
    ['address', 'abito in via Roma 12, 10121 Torino (TO)', 'via Roma 12, 10121 Torino (TO)'],
    ['address', 'Piazza della Libertà n. 3/B', 'Piazza della Libertà n. 3/B'],
    ['address', 'at 12 Baker Street, London', '12 Baker Street'],
    ['order-number', 'il mio ordine 4471 non arriva', '4471'],
    ['order-number', 'prenotazione n. AB-12345', 'AB-12345'],
    ['password', 'la password è Pippo123!', 'Pippo123!'],
    ['password', 'password del wifi: ca#ne.', 'ca#ne'],
    ['password', 'il PIN è 4821.', '4821'],
    ['password', 'pw: pippo123', 'pippo123'],
    ['password', 'wifi, password casa2020', 'casa2020'],
    ['password', 'otp 445566 appena arrivato', '445566'],
    ['document', 'targa AB 123 CD', 'AB 123 CD'],
    ['document', 'la mia auto, targata ef456gh.', 'ef456gh'],
    ['document', 'carta d’identità n. CA12345AB', 'CA12345AB'],
    ['document', 'passaporto YA1234567', 'YA1234567'],
    ['order-number', 'tessera fedeltà 12345678', '12345678'],
    ['api-key', 'uso AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
    ['api-key', 'api_key="a1b2c3d4e5f6a7b8c9d0"', 'a1b2c3d4e5f6a7b8c9d0'],
    ['api-key', '-----BEGIN RSA PRIVATE KEY-----', '-----BEGIN RSA PRIVATE KEY-----'],
  ])('is found: %s in «%s»', (kind, text, datum) => {
    expect(found(text)).toEqual([`${kind} ${datum}`]);
  });

  it('is told as uncertain when its check digit is wrong or it is said by halves', () => {
    expect(found('RSSMRA85T10A562T')).toEqual(['tax-code? RSSMRA85T10A562T']);
    expect(found('IT60X0542811101000000123457')).toEqual(['iban? IT60X0542811101000000123457']);
    expect(found('partita iva 00743110158')).toEqual(['vat-number? 00743110158']);
    expect(found('in via Garibaldi è chiuso')).toEqual(['address? via Garibaldi']);
    expect(found('marco (chiocciola) posta punto com')).toEqual([
      'email? marco (chiocciola) posta punto com',
    ]);
  });

  it('is not seen in everyday numbers and words', () => {
    const everyday = [
      'il 12/03/2024 alle 15.30, per 1.200.000 euro',
      'via mail, via libera, strada facendo, una via di mezzo',
      'la password è arrivata, grazie',
      'dal 2019 al 2024 ho ordinato 12 volte',
      'ordine perfetto, pratica veloce nel 2024',
      'carta numero 4111 1111 1111 1112',
      'il codice 3331 e il 100000',
      'ci vediamo @ 8',
      'patente da 10 anni, passaporto scaduto nel 2023, la targa è bella',
      'pass 3 giorni, il pin 2 volte, password dimenticata, pw nuova',
      'auto AB e 123, modello CX 500',
    ];
    expect(everyday.flatMap(found)).toEqual([]);
  });

  it('is found twice when two numbers stand side by side', () => {
    expect(found('347 000 1122 348 000 3344')).toEqual(['phone 347 000 1122', 'phone 348 000 3344']);
  });

  it('is found behind invisible characters, which are part of it', () => {
    expect(found('tel 333\u200b123\u00ad4567!')).toEqual(['phone 333\u200b123\u00ad4567']);
  });
});

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OMOCODIA = 'LMNPQRSTUV';

describe('the tax code', () => {
  const letters = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 6, maxLength: 6 });
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const stem = fc
    .tuple(
      letters,
      digits(2),
      fc.constantFrom(...'ABCDEHLMPRST'),
      fc.constantFrom('01', '17', '31', '41', '71'),
      fc.constantFrom(...LETTERS),
      digits(3),
    )
    .map((parts) => parts.join(''));

  it('has exactly one right check character out of twenty-six', () => {
    fc.assert(
      fc.property(stem, (code) => {
        expect([...LETTERS].filter((check) => isTaxCode(code + check))).toHaveLength(1);
      }),
    );
  });

  it('is one even when letters stand for digits, with a check of its own', () => {
    fc.assert(
      fc.property(stem, fc.constantFrom(6, 7, 9, 10, 12, 13, 14), (code, place) => {
        const other =
          code.slice(0, place) + OMOCODIA.charAt(Number(code.charAt(place))) + code.slice(place + 1);
        const check = [...LETTERS].find((letter) => isTaxCode(other + letter)) ?? '';
        expect(found(`cf ${other}${check}`)).toEqual([`tax-code ${other}${check}`]);
      }),
    );
  });

  it('cannot be born on the 35th', () => {
    const code = 'RSSMRA85T35A562';
    expect([...LETTERS].some((check) => isTaxCode(code + check))).toBe(false);
  });
});
