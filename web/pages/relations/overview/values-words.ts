const it = {
  title: 'Quanto vale ogni scambio',
  lead: 'Un filo si tende con ciò che passa tra due persone. Questi sono i valori di partenza, poi il tempo li consuma: una risposta vale 1, un mi piace quasi niente, un incontro di persona quanto tre risposte. Se per voi conta altro, cambiateli: i conti si rifanno da capo, e si può sempre tornare a quelli usuali.',
  kinds: {
    reply: 'Risposta',
    comment: 'Commento',
    mention: 'Menzione',
    share: 'Condivisione',
    like: 'Mi piace',
    review: 'Recensione',
    trackback: 'Rimando da un sito',
    mail: 'Mail',
    meeting: 'Incontro di persona',
    follow: 'Inizia a seguirci',
  },
  usual: (value: string) => `Di solito ${value}`,
  wrong: 'Un numero da 0 a 100.',
  save: 'Salva e rifai i conti',
  reset: 'Torna ai valori usuali',
  saved: 'Salvato: i conti si rifanno adesso.',
};
const en: typeof it = {
  title: 'What each exchange is worth',
  lead: 'A thread is drawn tight by what passes between two people. These are the values it starts from, then time wears them away: an answer is worth 1, a like next to nothing, a meeting in person as much as three answers. If other things count for you, change them: the figures are made anew, and you can always go back to the usual ones.',
  kinds: {
    reply: 'Answer',
    comment: 'Comment',
    mention: 'Mention',
    share: 'Share',
    like: 'Like',
    review: 'Review',
    trackback: 'Link from a site',
    mail: 'Mail',
    meeting: 'Meeting in person',
    follow: 'Begins to follow us',
  },
  usual: (value: string) => `Usually ${value}`,
  wrong: 'A number from 0 to 100.',
  save: 'Save and make the figures anew',
  reset: 'Back to the usual values',
  saved: 'Saved: the figures are being made anew.',
};
export const words = { it, en };
export type ValueKind = keyof typeof it.kinds;
