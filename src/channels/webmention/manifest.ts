import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

export const webmentionManifest: Manifest = {
  id: 'webmention',
  name: { it: 'Menzioni dal web (Webmention)', en: 'Mentions from the web (Webmention)' },
  summary: {
    it: 'Quando un blog o un sito parla di una vostra pagina ve lo dice: risposte, recensioni, apprezzamenti. Potete rispondere.',
    en: 'When a blog or a site speaks of a page of yours it tells you: answers, reviews, likes. You can answer.',
  },
  icon: 'at-sign',
  auth: 'none',
  fields: [
    {
      name: 'site',
      kind: 'url',
      label: { it: 'Il vostro sito', en: 'Your site' },
      help: {
        it: 'Accettiamo solo menzioni di pagine di questo sito.',
        en: 'Only mentions of pages of this site are taken.',
      },
      placeholder: 'https://www.cantinarossi.it',
      required: true,
    },
  ],
  capabilities: supportOf(
    {
      mentions: { how: 'push' },
      comments: { how: 'push' },
      reviews: {
        how: 'push',
        why: {
          it: 'Le recensioni scritte su un blog con il formato h-review.',
          en: 'Reviews written on a blog in the h-review format.',
        },
      },
      reply: {
        how: 'push',
        why: {
          it: 'La risposta è una pagina pubblica nostra, e l’altro sito ne è avvisato: se accetta webmention la mostra.',
          en: 'The answer is a public page of ours, and the other site is told: if it takes webmentions it shows it.',
        },
      },
      retract: { how: 'push' },
    },
    {
      it: 'Con le webmention arrivano solo le pagine che parlano di noi.',
      en: 'Webmentions only bring pages that speak of us.',
    },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://www.w3.org/TR/webmention/',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 24 * 60 * 60 * 1000,
  door: {
    help: {
      it: 'Nelle pagine del vostro sito, dentro <head>, aggiungete: <link rel="webmention" href="L’INDIRIZZO QUI SOPRA">. Rinnovandolo, le pagine con le risposte già date non si aprono più dopo sette giorni.',
      en: 'In the pages of your site, inside <head>, add: <link rel="webmention" href="THE ADDRESS ABOVE">. When it is renewed, the pages with the answers already given no longer open after seven days.',
    },
  },
};
