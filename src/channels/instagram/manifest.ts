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

export const instagramManifest: Manifest = {
  id: 'instagram',
  name: { it: 'Instagram', en: 'Instagram' },
  summary: {
    it: 'Commenti, menzioni, tag e messaggi privati del vostro account professionale. Serve che sia collegato a una Pagina Facebook, e un’app Meta vostra.',
    en: 'Comments, mentions, tags and private messages of your professional account. It must be linked to a Facebook Page, and takes a Meta app of your own.',
  },
  icon: 'camera',
  auth: 'oauth2',
  steps: [
    {
      it: 'Nell’app di Instagram passa a un account professionale (Impostazioni > Tipo di account) e collegalo alla vostra Pagina Facebook; in Messaggi > Strumenti collegati consenti l’accesso ai messaggi.',
      en: 'In the Instagram app switch to a professional account (Settings > Account type) and link it to your Facebook Page; under Messages > Connected tools allow access to messages.',
    },
    ...pageSteps(
      {
        it: 'Aggiungi il caso d’uso «Gestisci messaggi e contenuti su Instagram», con la configurazione «API con Facebook Login».',
        en: 'Add the use case “Manage messaging and content on Instagram”, with the setup “API with Facebook Login”.',
      },
      'instagram_basic, instagram_manage_comments, instagram_manage_messages, pages_show_list, pages_read_engagement, pages_manage_metadata, business_management',
    ),
  ],
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
          it: 'I tag nelle foto anche senza avvisi; le menzioni in didascalie e commenti altrui solo con gli avvisi. Le storie e gli account privati mai.',
          en: 'Tags in photos without notices too; mentions in others’ captions and comments only with notices. Stories and private accounts never.',
        },
      },
      'direct-messages': {
        how: 'push',
        why: {
          it: 'Si risponde entro 24 ore, o entro 7 giorni con la funzione Human Agent.',
          en: 'To be answered within 24 hours, or 7 days with the feature Human Agent.',
        },
      },
      reply: {
        how: 'push',
        why: {
          it: 'Sotto il commento (300 caratteri) o in privato a chi l’ha scritto, una volta sola ed entro 7 giorni.',
          en: 'Beneath the comment (300 characters) or privately to who wrote it, once and within 7 days.',
        },
      },
      hide: { how: 'push' },
      retract: {
        how: 'push',
        why: { it: 'I commenti sì, i messaggi no.', en: 'Comments, but not messages.' },
      },
      search: {
        how: 'absent',
        why: {
          it: 'Instagram non lascia cercare parole.',
          en: 'Instagram does not let words be searched for.',
        },
      },
      publish: {
        how: 'absent',
        why: { it: 'Da qui per ora si risponde soltanto.', en: 'From here one only answers for now.' },
      },
    },
    { it: 'Da qui non si fa: si usa Instagram.', en: 'Not done from here: use Instagram.' },
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
    help: callbackHelp(
      { it: 'Instagram', en: 'Instagram' },
      'comments, mentions, messages, message_reactions, messaging_seen',
    ),
    token: { it: 'Token di verifica', en: 'Verify token' },
  },
};
