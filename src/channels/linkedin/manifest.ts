import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';
import { LINKEDIN_API, LINKEDIN_VERSION } from './settings.ts';

const poll = { how: 'poll' } as const;

export const linkedinManifest: Manifest = {
  id: 'linkedin',
  name: { it: 'LinkedIn (pagina)', en: 'LinkedIn (page)' },
  summary: {
    it: 'I commenti ai post della pagina aziendale, di chi accetta di farli leggere: la legge europea (DMA) ci permette di leggerli, non di rispondere da qui.',
    en: 'Comments on the company page’s posts, from people who let them be read: European law (DMA) lets us read them, not answer from here.',
  },
  icon: 'linkedin',
  auth: 'oauth2',
  steps: [
    {
      it: 'Su linkedin.com/developers crea un’app legata alla pagina aziendale, e fai confermare il legame da chi amministra la pagina.',
      en: 'On linkedin.com/developers create an app tied to the company page, and have the tie confirmed by an administrator of the page.',
    },
    {
      it: 'In Products chiedi «Pages Data Portability API»: LinkedIn esamina la richiesta, può volerci qualche giorno.',
      en: 'Under Products ask for “Pages Data Portability API”: LinkedIn looks at the request, which may take some days.',
    },
    {
      it: 'In Auth aggiungi l’indirizzo di ritorno scritto qui sotto, e copia Client ID e Primary Client Secret. Il permesso lo deve dare chi amministra la pagina.',
      en: 'Under Auth add the address of return given below, and copy Client ID and Primary Client Secret. The permission has to come from an administrator of the page.',
    },
  ],
  fields: [
    { name: 'clientId', kind: 'text', label: { it: 'Client ID', en: 'Client ID' }, required: true },
    {
      name: 'clientSecret',
      kind: 'password',
      label: { it: 'Client secret', en: 'Client secret' },
      required: true,
      secret: true,
    },
    {
      name: 'page',
      kind: 'text',
      label: { it: 'Numero della pagina', en: 'Number of the page' },
      help: {
        it: 'Solo se amministri più pagine: è il numero che si vede nell’indirizzo quando la amministri.',
        en: 'Only if you administer several: the number seen in the address while administering it.',
      },
      required: false,
    },
    {
      name: 'apiVersion',
      kind: 'text',
      label: { it: 'Versione dell’API (anno e mese)', en: 'Version of the API (year and month)' },
      placeholder: LINKEDIN_VERSION,
      required: false,
      advanced: true,
      defaultValue: LINKEDIN_VERSION,
    },
    {
      name: 'apiUrl',
      kind: 'url',
      label: { it: 'Indirizzo dell’API', en: 'Address of the API' },
      required: false,
      advanced: true,
      defaultValue: LINKEDIN_API,
    },
  ],
  capabilities: supportOf(
    {
      comments: {
        ...poll,
        why: {
          it: 'Un post alla volta, circa mezz’ora per giro; mancano i commenti di chi non accetta di condividerli con chi amministra pagine.',
          en: 'One post at a time, about half an hour a round; comments of people who do not share them with administrators of pages are missing.',
        },
      },
      reply: {
        how: 'absent',
        why: {
          it: 'Per rispondere LinkedIn chiede un’altra approvazione (Community Management API), che non può stare sulla stessa app. Si risponde su LinkedIn.',
          en: 'For answering LinkedIn wants another approval (Community Management API), which cannot stand on the same app. Answers are given on LinkedIn.',
        },
      },
      stream: {
        how: 'absent',
        why: {
          it: 'Con questo permesso LinkedIn non avvisa dei commenti.',
          en: 'With this permission LinkedIn does not tell of comments.',
        },
      },
      'direct-messages': {
        how: 'absent',
        why: {
          it: 'I messaggi alla pagina non li leggiamo: non abbiamo potuto verificarne la forma.',
          en: 'Messages to the page are not read: we could not verify their form.',
        },
      },
    },
    {
      it: 'Il permesso europeo di portabilità serve solo a leggere.',
      en: 'The European permission of portability is for reading only.',
    },
  ),
  // No enrichment of customer data, no prospecting, no export. How long what members do may be kept could not be read in
  // LinkedIn's own table: two days is our cautious choice, and what is asked about again each day is theirs to take back.
  dataTerms: {
    keepContent: { maxHours: 48 },
    profileAuthors: false,
    exportable: false,
    source: 'https://www.linkedin.com/legal/l/portability-api-terms',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 90_000,
};
