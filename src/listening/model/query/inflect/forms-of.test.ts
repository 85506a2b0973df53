import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf } from './forms-of.ts';

/** Each word is met in the others of its line, whichever of them that `both` ways holds for was asked for. */
const families: readonly string[] = [
  'vino vini',
  'cantina cantine',
  'bottiglia bottiglie',
  'ristorante ristoranti',
  'degustazione degustazioni',
  'lago laghi',
  'amico amici amica amiche',
  'negozio negozi',
  'banca banche',
  'arancia arance',
  'spiaggia spiagge',
  'farmacia farmacie',
  'problema problemi',
  'barista baristi bariste',
  'produttore produttori produttrice produttrici',
  'uovo uova',
  'uomo uomini',
  'buono buona buoni buone buon',
  'rosso rossa rossi rosse',
  'bianco bianca bianchi bianche',
  'fresco fresca freschi fresche',
  'delizioso deliziosa deliziosi deliziose',
  'artigianale artigianali',
  'italiano italiana italiani italiane',
  'biologico biologica biologici biologiche',
  'gelateria gelaterie',
  'parrucchiere parrucchieri',
  'hotel',
  'caffè',
  'città',
];
const verbs: readonly string[] = [
  'degustare degusto degusti degusta degustiamo degustano degustato degustata degustando degustava degusterò degusteremo degusterebbe',
  'mangiare mangio mangi mangia mangiamo mangiate mangiano mangiato mangiando mangerò mangeremo mangerei',
  'cercare cerco cerchi cerca cerchiamo cercano cercavo cercato cercherò cercheremmo',
  'pagare pago paghi paghiamo pagato pagherò',
  'vendere vendo vende vendono venduto vendendo vendeva venderanno',
  'spedire spedisco spedisce spediscono spedito spedita spedendo spediranno',
  'consigliare consiglio consigli consiglia consigliamo consigliato',
  'bere bevo beve bevuto bevendo berrò',
  'lamentarsi lamentato lamentando lamentano',
];
const apart: readonly (readonly [string, string])[] = [
  ['tappo', 'tappa'],
  ['porto', 'porta'],
  ['caso', 'casa'],
  ['pasto', 'pasta'],
  ['foglio', 'foglia'],
  ['moscato', 'mosca'],
  ['mercato', 'merca'],
  ['costo', 'costa'],
  ['posto', 'posta'],
  ['velo', 'vela'],
  ['banco', 'banca'],
  ['tavolo', 'tavola'],
  ['colpo', 'colpa'],
  ['punto', 'punta'],
  ['cantiere', 'canto'],
  ['bicchiere', 'bicchia'],
  ['vino', 'vinile'],
  ['bar', 'bare'],
];
const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

describe('the forms of an Italian word', () => {
  it.each(families.map((line) => line.split(' ')))('%s and all of its forms are one', (...family) => {
    for (const word of family) expect(formsOf(word), word).toEqual(expect.arrayContaining(family.map(fold)));
  });
  it.each(verbs.map((line) => line.split(' ')))('%s is met as it is conjugated', (verb, ...forms) => {
    expect(formsOf(verb)).toEqual(expect.arrayContaining(forms.map(fold)));
  });
  it.each(apart)('%s is not %s', (one, other) => {
    expect(formsOf(one)).not.toContain(fold(other));
    expect(formsOf(other)).not.toContain(fold(one));
  });
  it('are found from any of a verb’s participles and gerunds', () => {
    expect(formsOf('degustando')).toContain('degustare');
    expect(formsOf('degustata')).toContain('degustato');
    expect(formsOf('spedite')).toContain('spedito');
  });
  it('of any text at all are folded, few, and itself among them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const forms = formsOf(word);
        expect(forms.length).toBeLessThan(150);
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });
});
