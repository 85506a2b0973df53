import type { Manifest } from '../contract.ts';
import { appIdField, appSecretField, earlierSecretField, hostField } from '../meta/fields.ts';
import { supportOf } from '../support-of.ts';
import { THREADS_HOST } from './settings.ts';
import { threadsSteps } from './steps.ts';

export const threadsManifest: Manifest = {
  id: 'threads',
  name: { it: 'Threads', en: 'Threads' },
  summary: {
    it: 'Menzioni e risposte su Threads arrivano qui, e da qui si risponde; si possono cercare parole tra i post pubblici. Serve un’app Meta vostra.',
    en: 'Mentions and replies on Threads arrive here and are answered from here; words can be searched for among public posts. It takes a Meta app of your own.',
  },
  icon: 'at-sign',
  auth: 'oauth2',
  steps: threadsSteps,
  fields: [
    {
      ...appIdField,
      label: { it: 'ID app di Threads', en: 'Threads app ID' },
      help: {
        it: 'Nella vostra app Meta, Casi d’uso > Accedi all’API di Threads > Impostazioni. Non è l’ID dell’app Meta.',
        en: 'In your Meta app, Use cases > Access the Threads API > Settings. It is not the ID of the Meta app.',
      },
    },
    { ...appSecretField, label: { it: 'Chiave segreta dell’app di Threads', en: 'Threads app secret' } },
    {
      name: 'publicSearch',
      kind: 'toggle',
      label: { it: 'Cerca nei post pubblici', en: 'Search public posts' },
      help: {
        it: 'Cerca le parole dei vostri ascolti. Finché Meta non ha rivisto il permesso threads_keyword_search, trova solo i vostri post.',
        en: 'Looks for the words of your watches. Until Meta has reviewed the permission threads_keyword_search it finds only your own posts.',
      },
      required: false,
      advanced: true,
      defaultValue: true,
    },
    earlierSecretField,
    hostField('apiUrl', THREADS_HOST),
  ],
  capabilities: supportOf(
    {
      mentions: {
        how: 'push',
        why: {
          it: 'Finché Meta non ha rivisto il permesso threads_manage_mentions arrivano solo quelle di chi prova l’app.',
          en: 'Until Meta has reviewed the permission threads_manage_mentions only those of the app’s testers arrive.',
        },
      },
      comments: {
        how: 'push',
        why: {
          it: 'Con gli avvisi subito; senza, ogni cinque minuti, e solo sotto i vostri dieci post più recenti.',
          en: 'At once with notices; without them every five minutes, and only beneath your ten most recent posts.',
        },
      },
      search: {
        how: 'poll',
        why: {
          it: 'Dopo la revisione di Meta; prima trova solo i vostri post.',
          en: 'After a review by Meta; before that it finds only your own posts.',
        },
      },
      reply: { how: 'push' },
      hide: { how: 'poll' },
      retract: { how: 'push' },
      publish: {
        how: 'absent',
        why: { it: 'Da qui per ora si risponde soltanto.', en: 'From here one only answers for now.' },
      },
      image: {
        how: 'absent',
        why: {
          it: 'Threads prende le immagini solo da un indirizzo pubblico: le risposte partono senza.',
          en: 'Threads takes images only from a public address: answers leave without.',
        },
      },
      'direct-messages': {
        how: 'absent',
        why: { it: 'Meta non lo offre ai programmi.', en: 'Meta does not offer it to programs.' },
      },
    },
    { it: 'Da qui non si fa: si usa Threads.', en: 'Not done from here: use Threads.' },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: false,
    exportable: true,
    source: 'https://developers.facebook.com/terms/',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 5 * 60_000,
  door: {
    help: {
      it: 'Nella vostra app Meta: Casi d’uso > Accedi all’API di Threads > Webhook: incolla questo indirizzo e il token di verifica, poi iscriviti a replies, mentions, delete e publish. Nelle impostazioni dello stesso caso d’uso metti lo stesso indirizzo con /deauthorise alla fine come callback di disinstallazione e con /data-deletion come callback di eliminazione.',
      en: 'In your Meta app: Use cases > Access the Threads API > Webhooks: paste this address and the verify token, then subscribe to replies, mentions, delete and publish. In the settings of the same use case enter the same address with /deauthorise at its end as the uninstall callback and with /data-deletion as the delete callback.',
    },
    token: { it: 'Token di verifica', en: 'Verify token' },
  },
};
