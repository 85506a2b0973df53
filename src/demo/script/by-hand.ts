/** What happened away from any screen, written down by a colleague the same day. */
export type Encounter = {
  readonly id: string;
  readonly daysAgo: number;
  readonly hour: `${number}:${number}`;
  readonly form: 'call' | 'encounter' | 'note';
  readonly who: { readonly name: string; readonly contact?: string };
  readonly text: string;
};

export const encounters: readonly Encounter[] = [
  {
    id: 'h1',
    daysAgo: 18,
    hour: '15:30',
    form: 'call',
    who: { name: 'Franca Dotti', contact: '0555 010 118' },
    text: 'Ordine per La Madia, circa 70 bottiglie. Ci tengono ai vuoti a rendere: è il motivo per cui ci hanno scelti. Manda lei la mail.',
  },
  {
    id: 'h2',
    daysAgo: 13,
    hour: '11:45',
    form: 'encounter',
    who: { name: 'Signora del banco del miele' },
    text: 'In negozio ha detto che i suoi clienti le chiedono sempre del nostro passito. Proverebbe a tenerne qualche bottiglia sul banco al mercato.',
  },
  {
    id: 'h3',
    daysAgo: 8,
    hour: '17:05',
    form: 'call',
    who: { name: 'Enoteca del Corso', contact: '0555 010 907' },
    text: 'Sentiti per il prezzo del Rosso. Era un errore di cartellino, lo tengono a 11,50. Si sono scusati.',
  },
  {
    id: 'h4',
    daysAgo: 1,
    hour: '16:20',
    form: 'encounter',
    who: { name: 'Coppia di Bergamo' },
    text: 'Sono arrivati tardi perché dal bivio non c’è un cartello. Gentili, hanno preso 12 bottiglie, ma hanno detto che altri al posto loro sarebbero tornati indietro.',
  },
];
