import type { Manifest } from '../contract.ts';
import {
  appIdField,
  appSecretField,
  earlierSecretField,
  GRAPH_HOST,
  hostField,
  versionField,
} from '../meta/fields.ts';
import { callbackHelp, humanAgentField, pageField, pageSteps } from '../meta/page-words.ts';
import { supportOf } from '../support-of.ts';

export const facebookManifest: Manifest = {
  id: 'facebook',
  name: { it: 'Pagina Facebook', en: 'Facebook Page' },
  summary: {
    it: 'Commenti, post dei visitatori, menzioni, consigli e messaggi di Messenger della vostra Pagina. Serve un’app Meta vostra.',
    en: 'Comments, visitors’ posts, mentions, recommendations and Messenger messages of your Page. It takes a Meta app of your own.',
  },
  icon: 'thumbs-up',
  auth: 'oauth2',
  steps: pageSteps(
    {
      it: 'Aggiungi i casi d’uso «Gestisci tutto ciò che riguarda la tua Pagina» e «Interagisci con i clienti su Messenger».',
      en: 'Add the use cases “Manage everything on your Page” and “Engage with customers on Messenger”.',
    },
    'pages_show_list, pages_read_engagement, pages_read_user_content, pages_manage_engagement, pages_manage_metadata, pages_messaging, business_management',
  ),
  fields: [
    appIdField,
    appSecretField,
    pageField,
    humanAgentField,
    earlierSecretField,
    hostField('apiUrl', GRAPH_HOST),
    versionField,
  ],
  capabilities: supportOf(
    {
      comments: {
        how: 'push',
        why: {
          it: 'Con gli avvisi subito; senza, ogni cinque minuti, e solo sotto i post più recenti.',
          en: 'At once with notices; without them every five minutes, and only beneath the most recent posts.',
        },
      },
      mentions: {
        how: 'push',
        why: {
          it: 'Solo dove altri citano la Pagina in pubblico e Meta ce lo dice.',
          en: 'Only where others name the Page in public and Meta tells us.',
        },
      },
      reviews: { how: 'push' },
      'direct-messages': {
        how: 'push',
        why: {
          it: 'Messenger: si risponde entro 24 ore, o entro 7 giorni con la funzione Human Agent.',
          en: 'Messenger: to be answered within 24 hours, or 7 days with the feature Human Agent.',
        },
      },
      reply: { how: 'push' },
      hide: { how: 'push' },
      retract: {
        how: 'push',
        why: { it: 'I commenti sì, i messaggi no.', en: 'Comments, but not messages.' },
      },
      search: {
        how: 'absent',
        why: {
          it: 'Meta non lascia cercare tra i post pubblici.',
          en: 'Meta does not let public posts be searched.',
        },
      },
      publish: {
        how: 'absent',
        why: { it: 'Da qui per ora si risponde soltanto.', en: 'From here one only answers for now.' },
      },
    },
    { it: 'Da qui non si fa: si usa Facebook.', en: 'Not done from here: use Facebook.' },
  ),
  dataTerms: {
    keepContent: 'yes',
    // https://developers.facebook.com/terms/ 3.a: no profiles of users without their consent; deletion when they ask (3.d).
    profileAuthors: false,
    exportable: true,
    source: 'https://developers.facebook.com/terms/',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 5 * 60_000,
  door: {
    help: callbackHelp(
      { it: 'Page', en: 'Page' },
      'feed, mention, ratings, messages, message_echoes, message_deliveries, message_reads, message_reactions',
    ),
    token: { it: 'Token di verifica', en: 'Verify token' },
  },
};
