import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesWords } from '../model/copies-words.ts';
import { findIdentifying } from './find-identifying.ts';

const names = fc.constantFrom(
  'Davide Conti',
  'Zoë Müller',
  'Nicolò D’Alò',
  'maria-grazia',
  'José Ángel Peña',
);
const around = fc.constantFrom('Ci ha scritto ', 'Un giorno ', 'Grazie a ');

describe('what could tell who it was', () => {
  it('is found whenever a text names one of the people of the case, by any part of their name', () => {
    fc.assert(
      fc.property(names, around, fc.nat(3), (name, before, which) => {
        const parts = name.split(/[^\p{L}]+/u).filter((part) => part.length >= 3);
        const part = parts[which % parts.length] ?? name;
        expect(findIdentifying([`${before}${part}, e abbiamo rimediato.`], [name])).not.toEqual([]);
        expect(findIdentifying([`${before}${part.toUpperCase()}!`], [name])).not.toEqual([]);
      }),
    );
  });

  it.each([
    'anna@posta.example',
    '+39 333 123 4567',
    'IT60 X054 2811 1010 0000 0123 456',
    'https://social.example/@anna/1',
    '@anna.bsky.example',
    'RSSMRA80A01H501U',
  ])('is found as «%s»', (datum) => {
    expect(findIdentifying([`Il recapito era ${datum}, grazie`], [])).not.toEqual([]);
  });

  it('is not found in a plain story', () => {
    const story =
      'Un cliente ha trovato due bottiglie rotte: le abbiamo rispedite, e ora il cartone è doppio.';
    expect(findIdentifying([story], ['Davide Conti'])).toEqual([]);
  });

  it('is also six words of theirs in a row, which any search would find', () => {
    const said = 'Due bottiglie su sei arrivate rotte, cartone fradicio';
    expect(copiesWords('Scrisse: due BOTTIGLIE su sei, arrivate rotte', [said])).not.toEqual([]);
    expect(copiesWords('Due bottiglie erano arrivate rotte', [said])).toEqual([]);
  });
});
