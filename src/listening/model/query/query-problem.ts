/** What is wrong with a query, and where in its text (UTF-16 units, end excluded). */
export type QueryProblem = {
  readonly kind: keyof typeof it;
  readonly start: number;
  readonly end: number;
  /** The text that it is about, as typed; empty where something is missing. */
  readonly at: string;
};

const it = {
  empty: () => 'Scrivi almeno una parola da cercare.',
  'too-long': () => 'La ricerca è troppo lunga: al massimo 10.000 caratteri.',
  'too-many': () => 'Sono troppe parole per un ascolto solo: al massimo 300. Dividilo in due.',
  'too-deep': () => 'Ci sono troppe parentesi una dentro l’altra.',
  'unclosed-quote': () => 'Qui si aprono le virgolette ma non si chiudono.',
  'unclosed-paren': () => 'Qui si apre una parentesi che non si chiude.',
  'unopened-paren': () => 'Questa parentesi chiude qualcosa che non è stato aperto.',
  'empty-group': () => 'Tra queste parentesi non c’è niente.',
  'empty-phrase': () => 'Tra queste virgolette non c’è nessuna parola.',
  'no-word': (at) => `«${at}» non contiene né lettere né cifre: non si può cercare.`,
  'nothing-before': (at) => `Prima di «${at}» manca qualcosa.`,
  'nothing-after': (at) => `Dopo «${at}» manca qualcosa.`,
  'near-distance': (at) => `«${at}»: la distanza va da 1 a 100 parole, per esempio VICINO/5.`,
  'near-part': (at) => `Accanto a «${at}» possono stare solo parole, frasi, o più parole unite da O.`,
  'star-short': (at) => `«${at}»: con l’asterisco servono almeno tre lettere, per esempio degust*.`,
  'star-inside': (at) => `«${at}»: l’asterisco va in fondo o all’inizio della parola, uno solo.`,
  'unknown-field': (at) =>
    `«${at}» non è un filtro. Ci sono canale:, lingua:, autore:, link: e luogo:. Per cercare proprio questo testo, mettilo tra virgolette.`,
  'empty-field': (at) => `Dopo «${at}» manca che cosa filtrare.`,
  'only-filters': () => 'Un filtro da solo non basta: aggiungi almeno una parola da cercare.',
  'only-exclusions': () => 'Qui c’è solo quello che non vuoi: aggiungi almeno una parola da cercare.',
} as const satisfies Readonly<Record<string, (at: string) => string>>;

const en: { readonly [Kind in keyof typeof it]: (at: string) => string } = {
  empty: () => 'Write at least one word to look for.',
  'too-long': () => 'The query is too long: 10,000 characters at most.',
  'too-many': () => 'Too many words for one watch: 300 at most. Make two of it.',
  'too-deep': () => 'Too many parentheses inside one another.',
  'unclosed-quote': () => 'Quotation marks open here and do not close.',
  'unclosed-paren': () => 'A parenthesis opens here and does not close.',
  'unopened-paren': () => 'This parenthesis closes something that was not opened.',
  'empty-group': () => 'There is nothing between these parentheses.',
  'empty-phrase': () => 'There is no word between these quotation marks.',
  'no-word': (at) => `“${at}” has neither letters nor digits: it cannot be looked for.`,
  'nothing-before': (at) => `Something is missing before “${at}”.`,
  'nothing-after': (at) => `Something is missing after “${at}”.`,
  'near-distance': (at) => `“${at}”: the distance is 1 to 100 words, such as NEAR/5.`,
  'near-part': (at) => `Beside “${at}” there can only be words, phrases, or words joined by OR.`,
  'star-short': (at) => `“${at}”: an asterisk needs at least three letters with it, such as degust*.`,
  'star-inside': (at) =>
    `“${at}”: the asterisk goes at the end or at the beginning of a word, and there is one.`,
  'unknown-field': (at) =>
    `“${at}” is not a filter. There are channel:, lang:, author:, link: and place:. To look for this very text, put it in quotation marks.`,
  'empty-field': (at) => `What to filter by is missing after “${at}”.`,
  'only-filters': () => 'A filter alone is not enough: add at least one word to look for.',
  'only-exclusions': () => 'There is only what you do not want: add at least one word to look for.',
};

const words = { it, en };

/** A problem in a person's language. */
export const tellQueryProblem = ({ kind, at }: QueryProblem, language: 'it' | 'en'): string =>
  words[language][kind](at);
