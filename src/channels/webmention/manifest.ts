import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

export const webmentionManifest: Manifest = {
  id: 'webmention',
  name: {
    it: 'Menzioni dal web (Webmention, Pingback)',
    en: 'Mentions from the web (Webmention, Pingback)',
  },
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
    {
      name: 'tellLinks',
      kind: 'toggle',
      label: {
        it: 'Avvisa le pagine citate nei vostri nuovi articoli',
        en: 'Tell the pages that your new articles link to',
      },
      help: {
        it: 'Quando sul vostro sito esce un articolo, le pagine a cui rimanda ne sono avvisate con webmention o pingback, se li accettano. Se lo fa già il vostro sito, lasciate spento.',
        en: 'When an article appears on your site, the pages that it links to are told by webmention or pingback, if they take them. If your site does so already, leave it off.',
      },
      required: false,
      defaultValue: false,
    },
    {
      name: 'feed',
      kind: 'url',
      label: { it: 'Il feed dei vostri articoli', en: 'The feed of your articles' },
      help: {
        it: 'Solo se il sito non lo indica da sé nella prima pagina.',
        en: 'Only if the site does not name it in its first page.',
      },
      required: false,
      advanced: true,
    },
  ],
  capabilities: supportOf(
    {
      mentions: {
        how: 'push',
        why: {
          it: 'Pingback e trackback restano in attesa finché qualcuno non li guarda: chiunque può mandarne.',
          en: 'Pingbacks and trackbacks wait until somebody looks: anybody can send them.',
        },
      },
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
  holds: true,
  pollEveryMs: 15 * 60 * 1000,
  door: {
    help: {
      it: 'Nelle pagine del vostro sito, dentro <head>, aggiungete: <link rel="webmention" href="L’INDIRIZZO QUI SOPRA"> e <link rel="pingback" href="L’INDIRIZZO QUI SOPRA"> (oppure fate rispondere al sito X-Pingback: L’INDIRIZZO QUI SOPRA). Per i trackback l’indirizzo da dare è L’INDIRIZZO QUI SOPRA/trackback?target=LA PAGINA. Rinnovando l’indirizzo, le pagine con le risposte già date non si aprono più dopo sette giorni.',
      en: 'In the pages of your site, inside <head>, add: <link rel="webmention" href="THE ADDRESS ABOVE"> and <link rel="pingback" href="THE ADDRESS ABOVE"> (or let the site answer with X-Pingback: THE ADDRESS ABOVE). For trackbacks the address to give out is THE ADDRESS ABOVE/trackback?target=THE PAGE. When the address is renewed, the pages with the answers already given no longer open after seven days.',
    },
  },
};
