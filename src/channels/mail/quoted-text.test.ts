import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitQuoted } from './quoted-text.ts';

const answer = 'Grazie, aspetto notizie.';
const cases: Readonly<Record<string, string>> = {
  'Gmail in italiano': `${answer}\n\nIl giorno gio 12 mar 2026 alle ore 10:00 Cantina Rocca <clienti@cantina.test> ha scritto:\n\n> Buongiorno Anna,\n> la rimandiamo.\n`,
  'Gmail broken over two lines': `${answer}\n\nIl giorno gio 12 mar 2026 alle ore 10:00 Cantina Rocca <\nclienti@cantina.test> ha scritto:\n\n> Buongiorno\n`,
  'Thunderbird in italiano': `${answer}\n\nIl 12/03/26 10:00, Cantina Rocca ha scritto:\n> Buongiorno Anna,\n> la rimandiamo.\n\n-- \nAnna Bianchi\n`,
  'Apple Mail': `${answer}\n\n> Il giorno 12 mar 2026, alle ore 10:00, Cantina Rocca <clienti@cantina.test> ha scritto:\n> \n> Buongiorno\n`,
  'Apple Mail unquoted attribution': `${answer}\n\nInviato da iPhone\n\n> Il giorno 12 mar 2026, alle ore 10:00, Cantina ha scritto:\n> \n> Buongiorno\n`,
  'Outlook desktop': `${answer}\n\n-----Messaggio originale-----\nDa: Cantina Rocca [mailto:clienti@cantina.test]\nInviato: giovedì 12 marzo 2026 10:00\nA: Anna Bianchi\nOggetto: R: Bottiglia\n\nBuongiorno Anna,\n`,
  'Outlook on the web': `${answer}\n\nScarica Outlook per Android<https://aka.ms/AAb9ysg>\n________________________________\nDa: Cantina Rocca <clienti@cantina.test>\nInviato: giovedì 12 marzo 2026 10:00\nA: Anna\nOggetto: Re: Bottiglia\n\nBuongiorno\n`,
  'Outlook with bold field names': `${answer}\n\n*Da:* Cantina Rocca <clienti@cantina.test>\n*Inviato:* giovedì 12 marzo 2026\n*A:* Anna\n*Oggetto:* Re: Bottiglia\n\nBuongiorno\n`,
  Libero: `${answer}\n\nIl 12 marzo 2026 alle 10:00 Cantina Rocca <clienti@cantina.test> ha scritto:\n\nBuongiorno Anna,\nla rimandiamo.\n`,
  'a date first': `${answer}\n\n12 marzo 2026 10:00, "Cantina" <clienti@cantina.test> ha scritto:\n\nBuongiorno\n`,
  'in English': `${answer}\n\nOn Thu, Mar 12, 2026 at 10:00 AM Cantina <clienti@cantina.test> wrote:\n\n> Hello\n`,
  'no attribution at all': `${answer}\n\n> Buongiorno Anna,\n> la rimandiamo.\n`,
  'an answer below the quote': `Il 12/03/26 10:00, Cantina ha scritto:\n> Buongiorno,\n> la rimandiamo.\n\n${answer}\n`,
};

describe('the quoted part of a letter', () => {
  it.each(Object.entries(cases))('is told from the answer: %s', (_, whole) => {
    const { text, quoted } = splitQuoted(whole);
    expect(text).toBe(answer);
    expect(quoted).toMatch(/Buongiorno|Hello/);
  });

  it('keeps answers among the quotes, with what they answer', () => {
    const whole = [
      'Ciao, rispondo sotto.',
      '',
      'Il 12/03/26 10:00, Cantina ha scritto:',
      '> Quante bottiglie?',
      'Sei.',
      '> Entro quando?',
      'Entro venerdì.',
      '> Un saluto',
      '',
      '-- ',
      'Anna',
    ].join('\n');
    const { text } = splitQuoted(whole);
    expect(text).toContain('> Quante bottiglie?\nSei.\n> Entro quando?\nEntro venerdì.');
    expect(text).not.toContain('Anna');
  });

  it('shows a letter that is only passed on', () => {
    const whole =
      '---------- Messaggio inoltrato ---------\nDa: Anna\nOggetto: Ordine\n\nVorrei sei bottiglie.';
    expect(splitQuoted(whole)).toEqual({ text: whole });
  });

  it('puts what is passed on with a word beside that word', () => {
    const whole = 'Ci pensi tu?\n\n---------- Forwarded message ---------\nDa: Anna\n\nVorrei sei bottiglie.';
    expect(splitQuoted(whole)).toMatchObject({
      text: 'Ci pensi tu?',
      quoted: expect.stringContaining('sei bottiglie'),
    });
  });

  it.each([
    'Il vino che mi avete mandato il 12 marzo è ottimo.\nMio marito ha scritto anche una recensione.',
    'Da: Roma\nA: Torino\nquanto costa la spedizione?',
    'Il prezzo è > 20 euro?',
    'Sul giornale ha scritto: «ottimo vino».',
    'Inviato da voi il pacco è arrivato rotto, inviato indietro ieri sera.',
  ])('is not seen where there is none: %s', (whole) => {
    expect(splitQuoted(whole)).toEqual({ text: whole });
  });

  it('loses only signatures and what telephones add', () => {
    expect(splitQuoted('Va bene così.\n\nInviato dal mio Galaxy')).toEqual({ text: 'Va bene così.' });
    expect(splitQuoted('Va bene così.\n\n-- \nAnna Bianchi\n333 123')).toEqual({ text: 'Va bene così.' });
  });

  it('takes any text, never inventing a word', () => {
    const line = fc.constantFrom(
      '> a',
      '>> b',
      '',
      'Il 12/03/26 ha scritto:',
      '-- ',
      'Da: x',
      'Inviato: y',
      'A: z',
      'Oggetto: w',
      'ciao',
      '-----Messaggio originale-----',
      'Inviato da iPhone',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n')),
        ),
        (whole) => {
          const { text, quoted = '' } = splitQuoted(whole);
          expect(text === '').toBe(whole.trim() === '');
          const known = new Set(whole.split(/\s+/));
          expect(`${text}\n${quoted}`.split(/\s+/).filter((word) => word !== '' && !known.has(word))).toEqual(
            [],
          );
        },
      ),
    );
  });

  it('does not lose itself in a flood', () => {
    const flood = `${'Il giorno '.repeat(50_000)}\n`.repeat(3) + 'Da: x\n'.repeat(50_000);
    expect(splitQuoted(flood).text.length).toBeGreaterThan(0);
  });
});
