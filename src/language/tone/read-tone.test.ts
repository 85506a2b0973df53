import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endless, hostileText } from '../personal-data/hostile-texts.fixture.ts';
import { type DraftInput, readTone, type ToneKind, toneKinds } from './index.ts';

const kindsIn = (text: string, more: Omit<DraftInput, 'text'> = { kind: 'reply' }): readonly ToneKind[] => [
  ...new Set(readTone({ text, ...more }).map(({ kind }) => kind)),
];

/** The draft with the proposal of one kind in place of its words. */
const mended = (text: string, kind: ToneKind, more: Omit<DraftInput, 'text'> = { kind: 'reply' }): string => {
  const proposal = readTone({ text, ...more }).find((one) => one.kind === kind)?.proposal;
  if (proposal === undefined) return `(no proposal for ${kind})`;
  return text.slice(0, proposal.start) + proposal.text + text.slice(proposal.end);
};

describe('our own words', () => {
  it('lose the announcement and gain a person', () => {
    const text = 'La informiamo che la spedizione è stata effettuata.';
    expect(mended(text, 'opening')).toBe('Abbiamo spedito.');
    expect(mended(text, 'passive')).toBe('La informiamo che abbiamo spedito.');
  });

  it.each<readonly [string, ToneKind, string]>([
    ['Il pacco è stato spedito ieri.', 'passive', 'Abbiamo spedito il pacco ieri.'],
    ['I rimborsi verranno pagati domani.', 'passive', 'Pagheremo i rimborsi domani.'],
    ['Il banco viene lasciato libero.', 'passive', 'Lasciamo il banco libero.'],
    ['La richiesta è stata presa in esame.', 'passive', 'Abbiamo preso la richiesta in esame.'],
    ['Ti scrivo: verrai contattato domani.', 'passive', 'Ti scrivo: ti contatteremo domani.'],
    ['Si comunica che siamo aperti.', 'impersonal', 'Siamo aperti.'],
    ['Da noi è possibile pagare con carta, ti va?', 'impersonal', 'Da noi puoi pagare con carta, ti va?'],
    [
      'Si prega di suonare due volte. La aspetto.',
      'impersonal',
      'Le chiediamo di suonare due volte. La aspetto.',
    ],
    ['La pratica è stata presa in carico.', 'passive', 'Ce ne stiamo occupando.'],
    ['Chiamo al fine di capire.', 'bureaucratic', 'Chiamo per capire.'],
    ['SIAMO MOLTO CONTENTI di voi', 'shouting', 'Siamo molto contenti di voi'],
    ['Grazie!!!!', 'shouting', 'Grazie!'],
  ])('«%s» is mended of %s: «%s»', (text, kind, better) => {
    expect(mended(text, kind)).toBe(better);
  });

  it('are never told to say «we» of what others did', () => {
    for (const text of [
      'Il ritardo è stato causato dal fornitore.',
      'La merce è stata smarrita.',
      'Il cibo è stato servito dal locale.',
    ])
      expect(
        readTone({ text, kind: 'reply' }).find(({ kind }) => kind === 'passive')?.proposal,
      ).toBeUndefined();
  });

  it('are let alone when somebody does it, or nothing is wrong', () => {
    const good = [
      'La carta è stata scritta da Matteo, il lavapiatti. Venite a vederla?',
      'È stato un piacere, grazie Olga.',
      'Siamo arrivati ieri e siamo contenti: grazie.',
      'Ha ragione, la caldaia è arrivata stamattina. Grazie!',
      'Ma che bella idea, Teo! Quando vieni?',
    ];
    expect(good.flatMap((text) => kindsIn(text))).toEqual([]);
  });

  it('do not blame, excuse, threaten, trade or promise the moon', () => {
    const said = (text: string) => kindsIn(text, { complaint: true, inReplyTo: 'Che delusione.' });
    expect(said('Come chiaramente indicato sul sito, avrebbe dovuto leggere.')).toContain('blame');
    expect(said('Ci dispiace, ma il corriere era in ritardo.')).toContain('defensive');
    expect(said('Ci scusiamo se si è sentito trascurato.')).toContain('non-apology');
    expect(said('Ci vediamo costretti ad agire per vie legali.')).toContain('threat');
    expect(said('Se rimuove la recensione le offriamo una cena.')).toContain('inducement');
    expect(said('Le garantiamo che non succederà mai più.')).toContain('over-promising');
  });

  it('have no blanks left in them', () => {
    expect(kindsIn('Ciao [NOME CLIENTE], grazie!')).toContain('placeholder');
    expect(kindsIn('Ciao {{nome}}, grazie!')).toContain('placeholder');
    expect(kindsIn('Ciao [Anna], grazie!')).toEqual([]);
  });
});

describe('the answer to a complaint', () => {
  const complaint = { complaint: true, inReplyTo: 'Due bottiglie rotte su sei.' };

  it('holds regret, a next step, a person, thanks and a name', () => {
    const good =
      'Buongiorno Carla, mi dispiace. Le rispedisco oggi le due bottiglie. Grazie di averlo scritto, mi chiami allo 0141 555 123. Elena Ferrero';
    expect(kindsIn(good, complaint)).toEqual([]);
    expect(kindsIn('Buongiorno.', complaint)).toEqual([
      'missing-regret',
      'missing-next-step',
      'missing-person',
      'missing-thanks',
      'missing-name',
    ]);
  });

  it('points at the place where what is missing would go', () => {
    const text = 'Buongiorno Carla.';
    for (const { start, end } of readTone({ text, ...complaint })) {
      expect(end).toBe(start);
      expect([0, text.length]).toContain(start);
    }
  });

  it('is not asked of an answer to a question', () => {
    expect(kindsIn('Sì, fino alle otto.', { inReplyTo: 'Siete aperti?' })).toEqual([]);
  });
});

describe('the register', () => {
  it('is one in one text', () => {
    expect(kindsIn('Ti ringrazio e La aspetto.')).toEqual(['mixed-register']);
    expect(kindsIn('Ti ringrazio e ti aspetto.')).toEqual([]);
    expect(kindsIn('La ringrazio, Le mando tutto. Vi aspettiamo con i bambini.')).toEqual([]);
  });

  it('is the other’s', () => {
    expect(kindsIn('La ringrazio, Le mando tutto.', { inReplyTo: 'ciao ragazzi! 😊' })).toEqual([
      'other-register',
    ]);
    expect(kindsIn('Ciao! Ti mando tutto.', { inReplyTo: 'Gentile direzione, … Distinti saluti' })).toEqual([
      'other-register',
    ]);
  });

  it('is what the company has chosen, before all', () => {
    const inReplyTo = 'Gentile direzione, … Distinti saluti';
    expect(kindsIn('Ciao! Ti mando tutto.', { inReplyTo, register: 'tu' })).toEqual([]);
    expect(kindsIn('La ringrazio, Le mando tutto.', { inReplyTo, register: 'tu' })).toEqual([
      'mixed-register',
    ]);
  });

  it('is that of the proposals', () => {
    const text = 'Qui è possibile pagare.';
    expect(mended(text, 'impersonal', { kind: 'reply', register: 'tu' })).toBe('Qui puoi pagare.');
    expect(mended(text, 'impersonal', { kind: 'reply', register: 'voi' })).toBe('Qui potete pagare.');
  });
});

describe('a post', () => {
  const post = { kind: 'post' } as const;
  it('speaks with somebody', () => {
    expect(kindsIn('Cantina aperta sabato e domenica dalle 10 alle 18.', post)).toEqual(['one-way']);
    expect(kindsIn('Cantina aperta sabato e domenica dalle 10 alle 18. Chi viene?', post)).toEqual([]);
  });

  it('is not all about us', () => {
    const us = 'Noi siamo la nostra terra. La nostra storia, i nostri vini.';
    expect(kindsIn(us, post)).toContain('self-reference');
  });
});

describe('English drafts', () => {
  it('are read too', () => {
    const text = 'Dear customer, we would like to inform you that your parcel has been sent.';
    expect(kindsIn(text)).toEqual(['opening', 'passive']);
    expect(kindsIn('Thanks Anna, the unit was replaced by our technician.')).toEqual([]);
  });
});

describe('strictness', () => {
  const draft: DraftInput = {
    text: 'Gentilissimo, la merce è stata spedita. Le garantiamo che arriva.',
    kind: 'reply',
  };
  it('is the company’s choice: only warnings, the usual, everything', () => {
    const [gentle, normal, strict] = (['gentle', 'normal', 'strict'] as const).map((how) =>
      readTone(draft, how),
    );
    expect(gentle?.map(({ kind }) => kind)).toEqual(['over-promising']);
    expect(normal?.map(({ kind }) => kind)).toEqual(['passive', 'over-promising']);
    expect(strict?.map(({ kind }) => kind)).toEqual(['opening', 'passive', 'over-promising']);
  });
});

describe('whatever the text', () => {
  it('findings lie inside it, in order, with a reason and a proposal that fits', () => {
    const drafts = fc.record({
      text: hostileText,
      complaint: fc.boolean(),
      kind: fc.constantFrom('reply', 'post'),
      lang: fc.constantFrom('it', 'en'),
      inReplyTo: hostileText,
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        let last = 0;
        for (const { kind, start, end, why, proposal } of readTone(draft, 'strict')) {
          expect(toneKinds).toContain(kind);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(Math.max(end, proposal?.end ?? 0)).toBeLessThanOrEqual(draft.text.length);
          expect(why.it.length * why.en.length).toBeGreaterThan(0);
          last = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a megabyte is read', () => {
    for (const text of endless(50_000))
      expect(readTone({ text, complaint: true, inReplyTo: text }, 'strict').length).toBeLessThan(1000);
    expect(readTone({ text: 'La nostra terra. '.repeat(60_000) }).length).toBeGreaterThan(0);
    expect(readTone({ text: ' \n\u200b'.repeat(3) }, 'strict')).toBeInstanceOf(Array);
    expect(readTone({ text: '' })).toEqual([]);
  });
});
