import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillSnippet, unknownPlaces } from './fill-snippet.ts';

const facts = { name: 'Anna', company: 'Cantina', me: 'Marta', channel: 'Mail' };

describe('a snippet', () => {
  it('is filled in with who is spoken to and who speaks, by Italian names or English ones', () => {
    expect(fillSnippet('Ciao {nome}, sono {io} di { azienda }.', facts)).toBe(
      'Ciao Anna, sono Marta di Cantina.',
    );
    expect(fillSnippet('Hello {Name}', facts)).toBe('Hello Anna');
  });

  it('keeps what nobody can fill in, and says so', () => {
    expect(fillSnippet('Ordine {numero}, {nome}', { ...facts, name: '' })).toBe('Ordine {numero}, {nome}');
    expect(unknownPlaces('{numero} {nome} {numero}')).toEqual(['{numero}']);
    expect(unknownPlaces('Ciao { Nome }, {nome cliente}, {} e {azienda')).toEqual([
      '{nome cliente}',
      '{}',
      '{azienda',
    ]);
  });

  it('changes nothing but its places, and never fills in what was filled in', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll(/[{}]/g, '');
        expect(fillSnippet(plain, facts)).toBe(plain);
        expect(fillSnippet('{nome}', { ...facts, name: '{io}' })).toBe('{io}');
      }),
    );
  });
});
