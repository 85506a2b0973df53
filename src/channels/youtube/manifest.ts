import type { Manifest } from '../contract.ts';
import { googleFields, googleSteps } from '../google/form.ts';
import { supportOf } from '../support-of.ts';
import { YOUTUBE_API } from './settings.ts';

const poll = { how: 'poll' } as const;

export const youtubeManifest: Manifest = {
  id: 'youtube',
  name: { it: 'YouTube', en: 'YouTube' },
  summary: {
    it: 'I commenti ai video del vostro canale, anche quelli in attesa di controllo: si leggono, si approvano e si risponde da qui.',
    en: 'The comments on your channel’s videos, also those held for review: read, approved and answered from here.',
  },
  icon: 'youtube',
  auth: 'oauth2',
  steps: googleSteps(['YouTube Data API v3']),
  fields: [
    ...googleFields(YOUTUBE_API),
    {
      name: 'searchVideos',
      kind: 'toggle',
      label: { it: 'Cerca anche video che parlano di voi', en: 'Also look for videos that speak of you' },
      help: {
        it: 'YouTube concede cento ricerche al giorno: ne facciamo una ogni sedici minuti, a turno tra i vostri ascolti.',
        en: 'YouTube grants a hundred searches a day: we make one every sixteen minutes, your watches taking turns.',
      },
      required: false,
      advanced: true,
      defaultValue: false,
    },
  ],
  capabilities: supportOf(
    {
      comments: poll,
      search: {
        how: 'poll',
        why: {
          it: 'Solo titoli e descrizioni di video, e solo se lo chiedete: le ricerche sono contate.',
          en: 'Only titles and descriptions of videos, and only if you ask for it: searches are counted.',
        },
      },
      reply: poll,
      retract: poll,
      publish: {
        how: 'absent',
        why: {
          it: 'Su YouTube si pubblicano video, e si fa da YouTube Studio.',
          en: 'What is published on YouTube is videos, and that is done in YouTube Studio.',
        },
      },
      edit: {
        how: 'absent',
        why: {
          it: 'Da qui una risposta si ritira e si riscrive.',
          en: 'From here an answer is taken back and written anew.',
        },
      },
      stream: {
        how: 'absent',
        why: {
          it: 'YouTube non avvisa dei commenti: li guardiamo ogni cinque minuti.',
          en: 'YouTube does not tell of comments: we look every five minutes.',
        },
      },
    },
    { it: 'YouTube non lo offre alle applicazioni.', en: 'YouTube does not offer it to applications.' },
  ),
  // Developer Policies III.E.4: data is to be refreshed or deleted within 30 calendar days.
  dataTerms: {
    keepContent: { maxHours: 30 * 24 },
    profileAuthors: false,
    exportable: false,
    source: 'https://developers.google.com/youtube/terms/developer-policies',
    checkedOn: '2026-11-22',
  },
  holds: true,
  pollEveryMs: 5 * 60_000,
};
