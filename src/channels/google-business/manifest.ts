import type { Manifest } from '../contract.ts';
import { googleFields, googleSteps } from '../google/form.ts';
import { supportOf } from '../support-of.ts';
import { BUSINESS_API } from './settings.ts';

const poll = { how: 'poll' } as const;

export const businessManifest: Manifest = {
  id: 'google-business',
  name: { it: 'Recensioni Google', en: 'Google reviews' },
  summary: {
    it: 'Le recensioni dei vostri luoghi su Google Maps e sulla Ricerca, con le stelle; la risposta del proprietario parte da qui.',
    en: 'The reviews of your places on Google Maps and Search, with their stars; the owner’s answer leaves from here.',
  },
  icon: 'star',
  auth: 'oauth2',
  steps: [
    {
      it: 'Serve un profilo dell’attività verificato da almeno 60 giorni, e Google deve approvare il progetto: la richiesta si fa da developers.google.com/my-business/content/prereqs. Senza approvazione la quota è zero e Google risponde di rallentare.',
      en: 'It takes a business profile verified for at least 60 days, and Google has to approve the project: ask at developers.google.com/my-business/content/prereqs. Without approval the quota is zero and Google answers to slow down.',
    },
    ...googleSteps([
      'Google My Business API',
      'My Business Account Management API',
      'My Business Business Information API',
    ]),
  ],
  fields: [
    ...googleFields(BUSINESS_API),
    {
      name: 'location',
      kind: 'text',
      label: { it: 'Solo questo luogo', en: 'Only this place' },
      help: {
        it: 'Il nome di uno dei vostri luoghi su Google. Vuoto: tutti quelli che l’account gestisce.',
        en: 'The name of one of your places on Google. Empty: all that the account manages.',
      },
      placeholder: 'Enoteca Boschetto',
      required: false,
      advanced: true,
      defaultValue: '',
    },
  ],
  capabilities: supportOf(
    {
      reviews: poll,
      reply: {
        how: 'poll',
        why: {
          it: 'Una risposta per recensione: scriverne un’altra sostituisce la prima. Google la controlla e può rifiutarla anche dopo.',
          en: 'One answer a review: writing another replaces the first. Google checks it and may refuse it later.',
        },
      },
      edit: {
        how: 'absent',
        why: {
          it: 'Per correggere una risposta se ne scrive un’altra: prende il posto della prima.',
          en: 'To correct an answer write another: it takes the place of the first.',
        },
      },
      retract: poll,
      image: {
        how: 'absent',
        why: { it: 'Le risposte alle recensioni sono solo testo.', en: 'Answers to reviews are text only.' },
      },
      stream: {
        how: 'absent',
        why: {
          it: 'Gli avvisi di Google passano da Cloud Pub/Sub, un altro servizio da attivare: guardiamo noi ogni mezz’ora.',
          en: 'Google’s notices go through Cloud Pub/Sub, another service to set up: we look every half hour.',
        },
      },
      publish: {
        how: 'absent',
        why: {
          it: 'I post del profilo si scrivono ancora da Google.',
          en: 'Posts of the profile are still written at Google.',
        },
      },
    },
    {
      it: 'Google non lo offre per i profili delle attività.',
      en: 'Google does not offer it for business profiles.',
    },
  ),
  // For managing and reporting on one's own listings, and for nothing else ("General API policies"); the page sets no time for keeping.
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: false,
    exportable: false,
    source: 'https://developers.google.com/my-business/content/policies',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 30 * 60_000,
};
