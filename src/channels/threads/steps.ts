import type { Words } from '../contract.ts';

/** https://developers.facebook.com/docs/development/create-an-app/threads-use-case , checked on 2026-11-22. */
export const threadsSteps: readonly Words[] = [
  {
    it: 'Su developers.facebook.com > Le mie app > Crea app, scegli il caso d’uso «Accedi all’API di Threads» e collega il vostro portfolio business.',
    en: 'On developers.facebook.com > My apps > Create app, choose the use case “Access the Threads API” and link your business portfolio.',
  },
  {
    it: 'In Casi d’uso > Personalizza aggiungi i permessi threads_basic, threads_content_publish, threads_read_replies, threads_manage_replies, threads_manage_mentions, threads_keyword_search e threads_delete. Per un account vostro bastano senza revisione, tranne due: threads_manage_mentions e threads_keyword_search, che prima della revisione di Meta mostrano solo persone e post vostri.',
    en: 'Under Use cases > Customise add the permissions threads_basic, threads_content_publish, threads_read_replies, threads_manage_replies, threads_manage_mentions, threads_keyword_search and threads_delete. For an account of your own they do without a review, but for two: threads_manage_mentions and threads_keyword_search, which before Meta’s review show only people and posts of yours.',
  },
  {
    it: 'Nelle impostazioni del caso d’uso metti l’indirizzo di ritorno qui sotto; copia ID app e Chiave segreta di Threads, che non sono quelli dell’app Meta.',
    en: 'In the settings of the use case enter the address of return below; copy the Threads app ID and app secret, which are not those of the Meta app.',
  },
  {
    it: 'In Ruoli dell’app aggiungi l’account come «Tester di Threads»; poi, su threads.net > Impostazioni > Account > Autorizzazioni dei siti web, accetta l’invito.',
    en: 'Under App roles add the account as a “Threads tester”; then accept the invitation on threads.net > Settings > Account > Website permissions.',
  },
  {
    it: 'Premi Continua e dai il permesso. Dura 60 giorni e si rinnova da solo finché il canale è attivo. Per gli avvisi immediati serve l’app pubblicata, e il portfolio verificato.',
    en: 'Press Continue and give permission. It holds for 60 days and renews itself as long as the channel is active. For notices at once the app must be published and the portfolio verified.',
  },
];
