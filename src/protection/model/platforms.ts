import type { Words } from './law.ts';

/** How a platform takes reports, as we read it there, and when. What we could not read is said to be unknown. */
export type ReportingPath = {
  readonly id: string;
  readonly name: string;
  /** What one does, in order; empty when unknown. */
  readonly steps: readonly Words[];
  /** What it asks for, or warns of. */
  readonly asks: Words;
  readonly link: string | null;
  readonly source: { readonly url: string; readonly readOn: string } | null;
};

const READ_ON = '2026-11-22';
const menu = (it: string, en: string): readonly Words[] => [
  { it: 'Apri i tre puntini accanto al contenuto.', en: 'Open the three dots beside the content.' },
  { it, en },
  {
    it: 'Scegli la via «contenuto illegale» (DSA), non solo «viola le regole»: obbliga a rispondere con una motivazione.',
    en: 'Choose the "illegal content" way (DSA), not only "breaks the rules": it obliges them to answer with reasons.',
  },
];
const MENUS = 'https://leydeserviciosdigitales-dsa.xnet-x.net/en/action/moderation';
const asArticle16: Words = {
  it: 'Motivo, indirizzo esatto, nome e mail di chi segnala, buona fede: il testo pronto qui sotto li ha tutti.',
  en: 'Reason, exact address, name and mail of whoever reports, good faith: the ready text below has them all.',
};

export const platforms: readonly ReportingPath[] = [
  {
    id: 'google',
    name: 'Google',
    steps: [
      {
        it: 'Apri lo strumento di gestione delle recensioni con l’account del profilo dell’attività.',
        en: 'Open the Reviews Management Tool with the account of your Business Profile.',
      },
      {
        it: '«Segnala una nuova recensione per la rimozione», poi «Segnala» e il motivo.',
        en: '"Report a new review for removal", then "Report" and the reason.',
      },
      {
        it: 'Lo stato si vede nello stesso strumento; ci vogliono alcuni giorni.',
        en: 'Its state is shown in the same tool; it takes several days.',
      },
    ],
    asks: {
      it: 'Toglie solo ciò che viola le sue regole: non entra nelle dispute sui fatti, e dice di non segnalare una recensione solo perché non piace.',
      en: 'Removes only what breaks its rules: it does not enter disputes about facts, and says not to report a review merely because you dislike it.',
    },
    link: 'https://support.google.com/business/answer/4596773',
    source: { url: 'https://support.google.com/business/answer/4596773', readOn: READ_ON },
  },
  {
    id: 'tripadvisor',
    name: 'Tripadvisor',
    steps: [
      {
        it: 'Nel Management Center apri «Recensioni», poi «Segnala una recensione».',
        en: 'In the Management Center open "Reviews", then "Report a Review".',
      },
      {
        it: 'Per chi minaccia una recensione in cambio di qualcosa: «Segnala frode», poi «minaccia di ricatto», prima che la pubblichi.',
        en: 'For somebody who threatens a review to get something: "Report fraud", then "blackmail threat", before it is published.',
      },
    ],
    asks: {
      it: 'Mese e anno della visita, nome o mail di chi ha scritto, più particolari possibile; conserva mail e messaggi.',
      en: 'Month and year of the visit, name or mail of the writer, as many details as possible; keep mails and messages.',
    },
    link: 'https://www.tripadvisorsupport.com/hc/en-sg/articles/200614417',
    source: {
      url: 'https://www.tripadvisor.com/business/insights/hotels/resources/report-blackmail-threat',
      readOn: READ_ON,
    },
  },
  {
    id: 'trustpilot',
    name: 'Trustpilot',
    steps: [
      {
        it: 'Dall’account aziendale, bandierina sotto la recensione, e un solo motivo.',
        en: 'From the business account, the flag below the review, and one reason only.',
      },
    ],
    asks: {
      it: 'Cinque motivi: dannosa o illegale, dati personali, pubblicità, altra azienda, non basata su un’esperienza vera (anche: scritta più di 12 mesi dopo). Segnalare più volte la stessa, dopo un no, è un abuso.',
      en: 'Five reasons: harmful or illegal, personal data, advertising, another business, not a genuine experience (also: written more than 12 months later). Reporting the same again after a no is misuse.',
    },
    link: 'https://support.trustpilot.com/hc/en-us/articles/207312357',
    source: {
      url: 'https://support.trustpilot.com/hc/en-us/articles/207312357-Reporting-reviews-from-your-business-account',
      readOn: READ_ON,
    },
  },
  {
    id: 'booking',
    name: 'Booking.com',
    steps: [
      {
        it: 'Nell’extranet, scrivi dalla scheda «Posta in arrivo» scegliendo l’argomento delle recensioni.',
        en: 'In the extranet, write from the "Inbox" tab, choosing the topic of reviews.',
      },
      {
        it: 'Per il comportamento di un ospite: «Prenotazioni», l’ospite, «Segnala comportamento scorretto», entro 7 giorni dalla partenza.',
        en: 'For a guest’s conduct: "Reservations", the guest, "Report guest misconduct", within 7 days of departure.',
      },
    ],
    asks: {
      it: 'Toglie solo ciò che viola le regole: insulti e minacce, attacchi a chi lavora chiamato per nome, dati personali.',
      en: 'Removes only what breaks the rules: profanity and threats, attacks on named staff, personal data.',
    },
    link: 'https://partner.booking.com/en-us/help/first-steps/how-do-i-report-issues-about-guest-misconduct',
    source: {
      url: 'https://partner.booking.com/en-us/community/property-management/guest-review-5',
      readOn: READ_ON,
    },
  },
  {
    id: 'facebook',
    name: 'Facebook',
    steps: menu('«Segnala».', '"Report".'),
    asks: asArticle16,
    link: null,
    source: { url: MENUS, readOn: READ_ON },
  },
  {
    id: 'instagram',
    name: 'Instagram',
    steps: menu('«Segnala».', '"Report".'),
    asks: asArticle16,
    link: null,
    source: { url: MENUS, readOn: READ_ON },
  },
  {
    id: 'x',
    name: 'X',
    steps: menu(
      '«Segnala post», o «Segnala contenuto illegale UE».',
      '"Report post", or "Report EU illegal content".',
    ),
    asks: asArticle16,
    link: null,
    source: { url: MENUS, readOn: READ_ON },
  },
  {
    id: 'youtube',
    name: 'YouTube',
    steps: menu('«Segnala».', '"Report".'),
    asks: asArticle16,
    link: null,
    source: { url: MENUS, readOn: READ_ON },
  },
  {
    id: 'amazon',
    name: 'Amazon',
    steps: [
      {
        it: '«Segnala un abuso» accanto alla recensione.',
        en: '"Report abuse" beside the review.',
      },
    ],
    asks: {
      it: 'Una spiegazione breve di quale regola è violata e il collegamento al prodotto.',
      en: 'A short explanation of which rule is broken, and the link to the product.',
    },
    link: null,
    source: {
      url: 'https://sellercentral-europe.amazon.com/seller-forums/discussions/t/036786d9-acb9-4d35-bad7-2299c1be1bee',
      readOn: READ_ON,
    },
  },
  {
    id: 'thefork',
    name: 'TheFork',
    steps: [],
    asks: {
      it: 'Non abbiamo trovato una pagina pubblica che lo dica: chiedi a chi segue il tuo ristorante in TheFork Manager. Il testo pronto vale anche lì.',
      en: 'We found no public page that says it: ask whoever looks after your restaurant in TheFork Manager. The ready text holds there too.',
    },
    link: null,
    source: null,
  },
  {
    id: 'other',
    name: 'Altro',
    steps: [],
    asks: {
      it: 'Chi ospita contenuti di altri nell’Unione deve avere un modo elettronico e facile per segnalarli (DSA, art. 16): cerca «segnala» o «contenuti illegali» in fondo alle pagine.',
      en: 'Whoever hosts content of others in the Union must have an easy electronic way to report it (DSA, art. 16): look for "report" or "illegal content" at the foot of the pages.',
    },
    link: null,
    source: null,
  },
];

const other = platforms.at(-1) as ReportingPath;
export const platformIds: readonly string[] = platforms.map(({ id }) => id);
export const platformOf = (id: string): ReportingPath => platforms.find((one) => one.id === id) ?? other;

const channels: ReadonlyMap<string, string> = new Map([
  ['google-business', 'google'],
  ['facebook', 'facebook'],
  ['instagram', 'instagram'],
  ['x', 'x'],
  ['youtube', 'youtube'],
]);

/** Where something was said: by its channel, else by the host of its address. Both lead to one of `platforms`. */
export const whichPlatform = (channel: string, url: string | null): string => {
  const known = channels.get(channel);
  if (known) return known;
  const host = (url && URL.parse(url)?.hostname) || '';
  const named = (names: readonly string[]) =>
    names.some((name) => host === name || host.endsWith(`.${name}`));
  if (/(^|\.)google\.[a-z.]{2,6}$/.test(host) || named(['goo.gl'])) return 'google';
  if (/(^|\.)tripadvisor\.[a-z.]{2,6}$/.test(host)) return 'tripadvisor';
  if (/(^|\.)trustpilot\.[a-z.]{2,6}$/.test(host)) return 'trustpilot';
  if (named(['booking.com'])) return 'booking';
  if (/(^|\.)amazon\.[a-z.]{2,6}$/.test(host)) return 'amazon';
  if (/(^|\.)(thefork|lafourchette)\.[a-z.]{2,6}$/.test(host)) return 'thefork';
  if (named(['facebook.com', 'fb.com'])) return 'facebook';
  if (named(['instagram.com'])) return 'instagram';
  if (named(['x.com', 'twitter.com'])) return 'x';
  if (named(['youtube.com', 'youtu.be'])) return 'youtube';
  return 'other';
};
