import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

const poll = { how: 'poll' } as const;
const push = { how: 'push' } as const;

export const discourseManifest: Manifest = {
  id: 'discourse',
  name: { it: 'Discourse', en: 'Discourse' },
  summary: {
    it: 'Un forum Discourse, vostro o di altri: quello che si dice di voi, chi vi risponde, i messaggi privati.',
    en: 'A Discourse forum, yours or somebody else’s: what is said about you, who answers you, private messages.',
  },
  icon: 'messages-square',
  auth: 'password',
  fields: [
    {
      name: 'site',
      kind: 'url',
      label: { it: 'Indirizzo del forum', en: 'Address of the forum' },
      placeholder: 'https://forum.example.it',
      required: true,
    },
    {
      name: 'username',
      kind: 'text',
      label: { it: 'Il vostro nome utente', en: 'Your user name' },
      help: {
        it: 'A nome di chi si legge e si risponde. La chiave deve valere per questo nome.',
        en: 'In whose name we read and answer. The key must be good for this name.',
      },
      placeholder: 'cantina',
      required: true,
    },
    {
      name: 'apiKey',
      kind: 'password',
      label: { it: 'Chiave API', en: 'API key' },
      help: {
        it: 'La fa chi amministra il forum: Amministrazione > API > Nuova chiave, per un solo utente (il vostro).',
        en: 'Made by the forum’s admin: Admin > API > New API key, for a single user (yours).',
      },
      required: true,
      secret: true,
    },
    {
      name: 'keepAll',
      kind: 'toggle',
      label: { it: 'È il nostro forum: tieni tutto', en: 'It is our forum: keep everything' },
      help: {
        it: 'Se no, solo ciò che è rivolto a voi o che i vostri ascolti cercano.',
        en: 'If not, only what is said to you or what your watches look for.',
      },
      required: false,
      defaultValue: false,
    },
    {
      name: 'privateMessages',
      kind: 'toggle',
      label: { it: 'Leggi anche i messaggi privati', en: 'Read private messages too' },
      required: false,
      advanced: true,
      defaultValue: true,
    },
    {
      name: 'category',
      kind: 'number',
      label: { it: 'Categoria per i nostri argomenti', en: 'Category for topics of ours' },
      help: {
        it: 'Il numero che si legge in fondo all’indirizzo della categoria.',
        en: 'The number at the end of the category’s address.',
      },
      required: false,
      advanced: true,
    },
  ],
  capabilities: supportOf(
    {
      mentions: push,
      comments: push,
      'direct-messages': poll,
      search: poll,
      reply: push,
      publish: push,
      image: push,
      'alt-text': push,
      retract: push,
      stream: {
        how: 'absent',
        why: {
          it: 'Con il webhook del forum arriva tutto subito; senza, ogni minuto.',
          en: 'With the forum’s webhook everything comes at once; without it, every minute.',
        },
      },
      edit: {
        how: 'absent',
        why: {
          it: 'Da qui un messaggio si ritira e si riscrive; per correggerlo si usa il forum.',
          en: 'From here a post is taken back and written anew; to edit it use the forum.',
        },
      },
    },
    { it: 'Discourse non lo offre.', en: 'Discourse does not offer it.' },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://docs.discourse.org/',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 60_000,
  door: {
    help: {
      it: 'Facoltativo, per avere tutto subito: Amministrazione > API > Webhook, con questo indirizzo, questo segreto, tipo application/json, eventi Post, Argomento e Mi piace.',
      en: 'Optional, to have everything at once: Admin > API > Webhooks, with this address, this secret, content type application/json, events Post, Topic and Like.',
    },
    token: { it: 'Segreto', en: 'Secret' },
  },
};
