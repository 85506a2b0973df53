import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';
import { xPrices } from './prices.ts';
import { X_API } from './settings.ts';

const poll = { how: 'poll' } as const;

export const xManifest: Manifest = {
  id: 'x',
  name: { it: 'X', en: 'X' },
  summary: {
    it: 'Chi vi nomina su X e chi parla di voi, con risposte da qui. X si fa pagare a consumo: voi mettete un tetto al mese, e noi ci fermiamo prima.',
    en: 'Who names you on X and who speaks of you, answered from here. X charges by use: you set a limit a month, and we stop before it.',
  },
  icon: 'hash',
  auth: 'oauth2',
  steps: [
    {
      it: 'Su console.x.com fai un account da sviluppatore, compra un po’ di credito e metti anche lì un limite di spesa.',
      en: 'On console.x.com make a developer account, buy some credit and set a spending limit there too.',
    },
    {
      it: 'Crea un’app di tipo «Web App, Automated App or Bot», con permesso «Read and write», e come indirizzo di ritorno (Callback URI) quello qui sotto.',
      en: 'Create an app of the type “Web App, Automated App or Bot”, with the permission “Read and write”, and as Callback URI the address of return below.',
    },
    {
      it: 'Copia qui Client ID e Client Secret di OAuth 2.0.',
      en: 'Copy the Client ID and Client Secret of OAuth 2.0 here.',
    },
  ],
  fields: [
    {
      name: 'clientId',
      kind: 'text',
      label: { it: 'Client ID', en: 'Client ID' },
      required: false,
      defaultValue: '',
    },
    {
      name: 'clientSecret',
      kind: 'password',
      label: { it: 'Client Secret', en: 'Client Secret' },
      required: false,
      secret: true,
    },
    {
      name: 'budget',
      kind: 'number',
      label: { it: 'Budget al mese', en: 'Budget a month' },
      help: {
        it: 'Non spenderemo di più. Prima di ogni chiamata contiamo quanto può costare al massimo; finito il budget ci fermiamo fino al mese dopo.',
        en: 'We will not spend more. Before each call we count what it may cost at most; when the budget is used up we stop until the next month.',
      },
      required: false,
      defaultValue: 5,
    },
    {
      name: 'currency',
      kind: 'choice',
      label: { it: 'In', en: 'In' },
      help: {
        it: 'X conta in dollari. Un euro lo contiamo come un dollaro, che vale meno: così non si sfora.',
        en: 'X counts in dollars. We take a euro for a dollar, which is worth less: so nothing is overspent.',
      },
      required: false,
      defaultValue: 'EUR',
      choices: [
        { value: 'EUR', label: { it: 'euro', en: 'euros' } },
        { value: 'USD', label: { it: 'dollari', en: 'dollars' } },
      ],
    },
    {
      name: 'publicSearch',
      kind: 'toggle',
      label: { it: 'Cerca le parole dei vostri ascolti', en: 'Look for the words of your watches' },
      help: {
        it: 'Ogni post trovato si paga. Prima si conta quanti sono in una settimana: le parole troppo comuni per il budget non si cercano.',
        en: 'Each post found is paid for. First it is counted how many there are in a week: words too common for the budget are not looked for.',
      },
      required: false,
      defaultValue: true,
    },
    {
      name: 'bearerToken',
      kind: 'password',
      label: { it: 'Bearer token (solo lettura)', en: 'Bearer token (reading only)' },
      help: {
        it: 'Al posto di Client ID e Secret, per chi vuole soltanto ascoltare. Serve anche il nome utente qui sotto.',
        en: 'In place of Client ID and Secret, for those who only want to listen. Needs the user name below too.',
      },
      required: false,
      secret: true,
      advanced: true,
    },
    {
      name: 'username',
      kind: 'text',
      label: { it: 'Il vostro nome su X', en: 'Your name on X' },
      placeholder: '@cantina',
      required: false,
      advanced: true,
      defaultValue: '',
    },
    {
      name: 'apiUrl',
      kind: 'url',
      label: { it: 'Indirizzo dell’API', en: 'Address of the API' },
      required: false,
      advanced: true,
      defaultValue: X_API,
    },
  ],
  capabilities: supportOf(
    {
      mentions: poll,
      comments: poll,
      search: {
        how: 'poll',
        why: { it: 'A pagamento, entro il budget.', en: 'For money, within the budget.' },
      },
      reply: {
        how: 'poll',
        why: {
          it: 'A pagamento: pochi centesimi, venti con un link.',
          en: 'For money: a cent or two, twenty with a link.',
        },
      },
      publish: poll,
      retract: poll,
      image: {
        how: 'absent',
        why: { it: 'Da qui su X si scrive soltanto testo.', en: 'From here only words are written on X.' },
      },
      'direct-messages': {
        how: 'absent',
        why: {
          it: 'Si leggono e si scrivono su X.',
          en: 'They are read and written on X.',
        },
      },
      stream: {
        how: 'absent',
        why: {
          it: 'Guardiamo ogni due minuti: non costa di più, perché si paga solo ciò che si trova.',
          en: 'We look every two minutes: it costs no more, since only what is found is paid for.',
        },
      },
      edit: {
        how: 'absent',
        why: {
          it: 'Da qui un post si ritira e si riscrive.',
          en: 'From here a post is taken back and written anew.',
        },
      },
    },
    { it: 'Non lo usiamo su X.', en: 'We do not use it on X.' },
  ),
  dataTerms: {
    keepContent: { maxHours: 7 * 24 },
    profileAuthors: false,
    exportable: false,
    source: 'https://docs.x.com/developer-terms/agreement-and-policy',
    checkedOn: '2026-11-22',
  },
  prices: {
    currency: 'USD',
    lines: [
      {
        what: { it: 'Una menzione letta', en: 'A mention read' },
        micro: xPrices.ownedRead,
      },
      {
        what: {
          it: 'Il profilo di chi l’ha scritta, una volta al giorno',
          en: 'The profile of who wrote it, once a day',
        },
        micro: xPrices.userRead,
      },
      {
        what: {
          it: 'Un post trovato con una ricerca, e ogni giorno che lo teniamo',
          en: 'A post found by a search, and each day that we keep it',
        },
        micro: xPrices.postRead,
      },
      { what: { it: 'Una risposta', en: 'An answer' }, micro: xPrices.postCreate },
      {
        what: { it: 'Una risposta con un link', en: 'An answer with a link' },
        micro: xPrices.postCreateWithUrl,
      },
    ],
    example: {
      it: 'Con 30 menzioni e 10 risposte senza link al mese: circa 1,50 dollari, anche perché ogni post tenuto va ricontrollato una volta al giorno per una settimana.',
      en: 'With 30 mentions and 10 answers without links a month: about 1.50 dollars, not least because each post kept has to be looked at again once a day for a week.',
    },
    source: xPrices.source,
    checkedOn: xPrices.checkedOn,
  },
  pollEveryMs: 120_000,
};
