import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

export const blueskyManifest: Manifest = {
  id: 'bluesky',
  name: { it: 'Bluesky', en: 'Bluesky' },
  summary: {
    it: 'Menzioni, risposte e tutto quello che si dice di voi in pubblico su Bluesky: si ascolta e si risponde da qui.',
    en: 'Mentions, replies and all that is said about you in public on Bluesky: listen and answer from here.',
  },
  icon: 'cloud',
  auth: 'password',
  fields: [
    {
      name: 'handle',
      kind: 'text',
      label: { it: 'Nome utente', en: 'Handle' },
      help: {
        it: 'Quello che si legge sotto il nome del profilo, con il punto dentro.',
        en: 'What is written under the name of the profile, with the dot in it.',
      },
      placeholder: 'cantina.bsky.social',
      required: true,
    },
    {
      name: 'appPassword',
      kind: 'password',
      label: { it: 'Password per app', en: 'App password' },
      help: {
        it: 'Si crea su Bluesky in Impostazioni > Privacy e sicurezza > Password per app. Mai la password principale: questa si può revocare da sola, quando vuoi.',
        en: 'Made on Bluesky under Settings > Privacy and security > App passwords. Never the main password: this one can be revoked by itself, whenever you like.',
      },
      placeholder: 'xxxx-xxxx-xxxx-xxxx',
      required: true,
      secret: true,
    },
    {
      name: 'publicSearch',
      kind: 'toggle',
      label: { it: 'Cerca nei post pubblici', en: 'Search public posts' },
      help: {
        it: 'Cerca ogni mezzo minuto le parole dei vostri ascolti anche in chi non vi ha menzionato.',
        en: 'Every half minute looks for the words of your watches also among those who did not mention you.',
      },
      required: false,
      defaultValue: true,
      advanced: true,
    },
    {
      name: 'stream',
      kind: 'toggle',
      label: { it: 'Ascolta tutto in diretta', en: 'Listen to everything live' },
      help: {
        it: 'Riceve ogni post pubblico di Bluesky nel momento in cui esce e tiene solo quelli che vi riguardano. Il flusso si legge una volta sola per tutti i collegamenti di questa installazione. Di solito la ricerca basta, con mezzo minuto di ritardo.',
        en: 'Receives every public post of Bluesky as it appears and keeps only those about you. The stream is read once for all connections of this installation. Searching is usually enough, half a minute later.',
      },
      required: false,
      defaultValue: false,
      advanced: true,
    },
    {
      name: 'streamKind',
      kind: 'choice',
      label: { it: 'Quale flusso', en: 'Which stream' },
      help: {
        it: 'Jetstream porta solo i post, in forma leggera. Il flusso completo porta tutto quello che succede, con le prove di chi lo ha scritto: decine di gigabyte al giorno.',
        en: 'Jetstream brings the posts alone, in a light form. The full stream brings all that happens, with the proofs of who wrote it: tens of gigabytes a day.',
      },
      required: false,
      defaultValue: 'jetstream',
      choices: [
        { value: 'jetstream', label: { it: 'Jetstream (consigliato)', en: 'Jetstream (advised)' } },
        { value: 'firehose', label: { it: 'Il flusso completo', en: 'The full stream' } },
      ],
      advanced: true,
    },
    {
      name: 'streamUrl',
      kind: 'text',
      label: { it: 'Indirizzo del flusso', en: 'Address of the stream' },
      help: {
        it: 'Vuoto: quello solito di Bluesky.',
        en: 'Empty: Bluesky’s usual one.',
      },
      placeholder: 'wss://jetstream2.us-east.bsky.network',
      required: false,
      advanced: true,
    },
    {
      name: 'service',
      kind: 'url',
      label: { it: 'Server dell’account', en: 'Server of the account' },
      help: {
        it: 'Da cambiare solo se l’account vive su un server diverso da Bluesky.',
        en: 'To be changed only if the account lives on a server other than Bluesky’s.',
      },
      placeholder: 'https://bsky.social',
      required: false,
      defaultValue: 'https://bsky.social',
      advanced: true,
    },
  ],
  capabilities: supportOf(
    {
      mentions: { how: 'poll' },
      comments: { how: 'poll' },
      search: { how: 'poll' },
      stream: { how: 'push' },
      reply: { how: 'push' },
      publish: { how: 'push' },
      image: { how: 'push' },
      'alt-text': { how: 'push' },
      retract: { how: 'push' },
      'direct-messages': {
        how: 'absent',
        why: {
          it: 'I messaggi privati di Bluesky passano da un servizio a parte, che qui non si legge.',
          en: 'Bluesky’s private messages go through a service of their own, which is not read here.',
        },
      },
      edit: {
        how: 'absent',
        why: {
          it: 'Su Bluesky un post non si corregge: si toglie e si riscrive.',
          en: 'On Bluesky a post is not edited: it is taken away and written anew.',
        },
      },
    },
    { it: 'Bluesky non lo offre.', en: 'Bluesky does not offer it.' },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://docs.bsky.app/docs/support/developer-guidelines',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 30_000,
};
