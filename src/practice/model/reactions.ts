import type { Criterion } from './attempt.ts';
import type { Bilingual } from './scenario.ts';

type Reaction = { readonly tu: string; readonly lei: string; readonly en: string };

/** What the invented person says to what was missed, the gravest first. A rule each: nobody guesses at a real person. */
const reactions: readonly (readonly [Criterion, Reaction])[] = [
  [
    'not-in-kind',
    {
      tu: 'Ah, quindi adesso mi insulti pure. Questo lo faccio leggere a tutti.',
      lei: 'Ah, quindi adesso mi insulta pure. Questo lo faccio leggere a tutti.',
      en: 'So now you insult me as well. I will let everybody read this.',
    },
  ],
  [
    'no-bargain',
    {
      tu: 'Mi stai comprando? Non voglio niente in cambio: voglio che la cosa si sistemi.',
      lei: 'Mi sta comprando? Non voglio niente in cambio: voglio che la cosa si sistemi.',
      en: 'Are you trying to buy me? I want nothing in exchange: I want it put right.',
    },
  ],
  [
    'privacy',
    {
      tu: 'Ma perché scrivi i miei dati qui, davanti a tutti?',
      lei: 'Ma perché scrive i miei dati qui, davanti a tutti?',
      en: 'Why do you write my details here, in front of everybody?',
    },
  ],
  [
    'no-excuses',
    {
      tu: 'Quindi sarebbe colpa mia, o di qualcun altro? Io ho comprato da voi.',
      lei: 'Quindi sarebbe colpa mia, o di qualcun altro? Io ho comprato da voi.',
      en: 'So it is my fault, or somebody else’s? I bought from you.',
    },
  ],
  [
    'acknowledges',
    {
      tu: 'Nemmeno una parola su quello che è successo. Mi avete letto?',
      lei: 'Nemmeno una parola su quello che è successo. Mi avete letto?',
      en: 'Not a single word about what happened. Did you read me at all?',
    },
  ],
  [
    'next-step',
    {
      tu: 'Belle parole. Ma in pratica, adesso, che cosa fate?',
      lei: 'Belle parole. Ma in pratica, adesso, che cosa fate?',
      en: 'Nice words. But in practice, what will you do now?',
    },
  ],
  ['when', { tu: 'Sì, ma quando?', lei: 'Sì, ma quando?', en: 'Yes, but when?' }],
  [
    'personal',
    {
      tu: 'Con chi sto parlando? Un nome ce l’hai?',
      lei: 'Con chi sto parlando? Un nome ce l’ha?',
      en: 'Who am I talking to? Do you have a name?',
    },
  ],
  [
    'place',
    {
      tu: 'E i dettagli dove li mando? Qui legge chiunque.',
      lei: 'E i dettagli dove li mando? Qui legge chiunque.',
      en: 'And where do I send the details? Anybody can read this.',
    },
  ],
  [
    'tone',
    {
      tu: 'Sembra una circolare. C’è una persona lì?',
      lei: 'Sembra una circolare. C’è una persona lì?',
      en: 'This reads like a circular. Is there a person there?',
    },
  ],
  [
    'length',
    {
      tu: 'Tutto qui?',
      lei: 'Tutto qui?',
      en: 'Is that all?',
    },
  ],
];

/** The first that answers to something missed. */
export const reactionTo = (missed: readonly Criterion[], register: 'tu' | 'lei'): Bilingual | undefined => {
  const found = reactions.find(([criterion]) => missed.includes(criterion))?.[1];
  return found && { it: found[register], en: found.en };
};

export const privately: Bilingual = {
  it: 'Tutto sistemato, grazie. Chi ha letto là fuori però non lo sa: lo scriveresti anche lì, com’è finita?',
  en: 'All sorted, thank you. But those who read it out there do not know: would you write there too how it ended?',
};
export const privatelyFormal: Bilingual = {
  it: 'Tutto sistemato, grazie. Chi ha letto là fuori però non lo sa: scriverebbe anche lì com’è finita?',
  en: privately.en,
};

/** The last word of the invented person. */
export const goodbyes: Readonly<Record<'reconciled' | 'calmer' | 'unmoved' | 'worse', Bilingual>> = {
  reconciled: {
    it: 'Grazie. Così si fa: lo racconterò volentieri.',
    en: 'Thank you. That is how it is done: I shall be glad to tell others.',
  },
  calmer: { it: 'Va bene, vediamo come va a finire.', en: 'All right, let us see how it ends.' },
  unmoved: { it: 'Lasciamo stare.', en: 'Let us leave it.' },
  worse: { it: 'Basta così. Non mi vedrete più.', en: 'Enough. You will not see me again.' },
};
