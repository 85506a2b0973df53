import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

export const fediverseManifest: Manifest = {
  id: 'fediverse',
  name: { it: 'Fediverso', en: 'Fediverse' },
  summary: {
    it: 'Mastodon e le altre reti libere che parlano la stessa lingua: menzioni e risposte arrivano qui, e da qui si risponde.',
    en: 'Mastodon and the other free networks that speak the same language: mentions and replies arrive here and are answered from here.',
  },
  icon: 'orbit',
  auth: 'oauth2',
  fields: [
    {
      name: 'instance',
      kind: 'text',
      label: { it: 'La vostra istanza', en: 'Your instance' },
      help: {
        it: 'Il sito dove avete l’account. Va bene anche il nome completo, come @cantina@mastodon.uno. Poi vi portiamo lì a dare il permesso.',
        en: 'The site where your account lives. The full name will do as well, such as @cantina@mastodon.uno. We then take you there to give permission.',
      },
      placeholder: 'mastodon.uno',
      required: true,
    },
    {
      name: 'publicSearch',
      kind: 'toggle',
      label: { it: 'Cerca nei post pubblici', en: 'Search public posts' },
      help: {
        it: 'Cerca le parole dei vostri ascolti tra i post che l’istanza conosce. Gli hashtag si trovano sempre, le altre parole solo dove l’istanza ha una ricerca sua.',
        en: 'Looks for the words of your watches among the posts that the instance knows. Hashtags are always found, other words only where the instance has a search of its own.',
      },
      required: false,
      defaultValue: true,
      advanced: true,
    },
    {
      name: 'pastedToken',
      kind: 'password',
      label: { it: 'Token d’accesso', en: 'Access token' },
      help: {
        it: 'Di solito non serve. Se preferite crearlo a mano: sull’istanza, in Preferenze > Sviluppo, con i permessi read, write:statuses e write:media.',
        en: 'Usually not needed. If you prefer to make one by hand: on the instance, under Preferences > Development, with the scopes read, write:statuses and write:media.',
      },
      required: false,
      secret: true,
      advanced: true,
    },
  ],
  capabilities: supportOf(
    {
      mentions: { how: 'push' },
      comments: { how: 'push' },
      'direct-messages': { how: 'push' },
      search: {
        how: 'poll',
        why: {
          it: 'Gli hashtag sempre; le altre parole dove l’istanza ha una ricerca nei testi.',
          en: 'Hashtags always; other words where the instance searches texts.',
        },
      },
      stream: {
        how: 'push',
        why: {
          it: 'Dove l’istanza offre la diretta; altrove si guarda ogni mezzo minuto.',
          en: 'Where the instance streams; elsewhere we look every half minute.',
        },
      },
      reply: { how: 'push' },
      publish: { how: 'push' },
      image: { how: 'push' },
      'alt-text': { how: 'push' },
      retract: { how: 'push' },
      edit: {
        how: 'absent',
        why: {
          it: 'Da qui un post si ritira e si riscrive; per correggerlo si usa il sito dell’istanza.',
          en: 'From here a post is taken back and written anew; to edit it use the instance’s own site.',
        },
      },
    },
    { it: 'Il Fediverso non lo offre.', en: 'The Fediverse does not offer it.' },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://docs.joinmastodon.org/client/intro/',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 30_000,
};
