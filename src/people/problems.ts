import type { Problem } from '../platform/http/problem.ts';
import { notAllowed, notFound } from '../platform/http/problem.ts';

/** How this room's refusals are told, by the `kind` that an action gave. */
export const problems = {
  'not-found': notFound,
  'not-allowed': notAllowed,
  'already-set-up': {
    status: 409,
    code: 'already-set-up',
    title: { it: 'Passaparola è già avviato.', en: 'Passaparola is set up already.' },
    detail: { it: 'Entra con il tuo accesso, o fatti invitare.', en: 'Sign in, or ask for an invitation.' },
  },
  'wrong-set-up-token': {
    status: 403,
    code: 'wrong-set-up-token',
    title: { it: 'Questo indirizzo di avvio non vale.', en: 'This set-up link is not valid.' },
    detail: {
      it: 'Usa quello stampato all’ultimo avvio del programma.',
      en: 'Use the one that the program printed at its latest start.',
    },
  },
  'last-coordinator': {
    status: 409,
    code: 'last-coordinator',
    title: { it: 'Serve sempre almeno una persona che coordina.', en: 'There must always be a coordinator.' },
    detail: {
      it: 'Prima affida il coordinamento a qualcun altro.',
      en: 'Make somebody else a coordinator first.',
    },
  },
  'already-member': {
    status: 409,
    code: 'already-member',
    title: { it: 'Questa persona fa già parte dell’azienda.', en: 'This person is a member already.' },
  },
  'invitation-accepted': {
    status: 410,
    code: 'invitation-accepted',
    title: { it: 'Questo invito è già stato usato.', en: 'This invitation was used already.' },
    detail: { it: 'Se l’hai usato tu, entra con il tuo accesso.', en: 'If it was you, sign in.' },
  },
  'invitation-withdrawn': {
    status: 410,
    code: 'invitation-withdrawn',
    title: { it: 'Questo invito è stato ritirato.', en: 'This invitation was withdrawn.' },
    detail: { it: 'Chiedi a chi coordina di mandartene uno nuovo.', en: 'Ask a coordinator for a new one.' },
  },
  'invitation-expired': {
    status: 410,
    code: 'invitation-expired',
    title: { it: 'Questo invito è scaduto.', en: 'This invitation has expired.' },
    detail: { it: 'Chiedi a chi coordina di mandartene uno nuovo.', en: 'Ask a coordinator for a new one.' },
  },
  'invitation-for-another': {
    status: 403,
    code: 'invitation-for-another',
    title: { it: 'Questo invito è per un altro indirizzo.', en: 'This invitation is for another address.' },
    detail: {
      it: 'Esci e rientra con l’indirizzo invitato.',
      en: 'Sign out and sign in with the invited address.',
    },
  },
  'bad-key': {
    status: 401,
    code: 'bad-key',
    title: { it: 'Questa chiave non vale.', en: 'This key is not valid.' },
    detail: {
      it: 'È scritta male, scaduta o revocata: chi coordina può farne una nuova.',
      en: 'It is mistyped, ended or revoked: a coordinator can make a new one.',
    },
  },
  'scope-missing': {
    status: 403,
    code: 'scope-missing',
    title: { it: 'Questa chiave non può farlo.', en: 'This key may not do this.' },
  },
  'not-for-keys': {
    status: 403,
    code: 'not-for-keys',
    title: {
      it: 'Questo lo fa solo una persona che è entrata, non una chiave.',
      en: 'Only a person who is signed in does this, not a key.',
    },
  },
  'too-many-requests': {
    status: 429,
    code: 'too-many-requests',
    title: { it: 'Troppe richieste con questa chiave.', en: 'Too many requests with this key.' },
    detail: {
      it: 'Riprova dopo i secondi scritti in Retry-After.',
      en: 'Try again after the seconds that Retry-After says.',
    },
  },
  'scope-not-yours': {
    status: 422,
    code: 'scope-not-yours',
    title: {
      it: 'Una chiave non può avere più permessi di chi la fa.',
      en: 'A key cannot have more rights than whoever makes it.',
    },
  },
  'too-many-keys': {
    status: 422,
    code: 'too-many-keys',
    title: { it: 'Ci sono già troppe chiavi.', en: 'There are too many keys already.' },
    detail: { it: 'Revoca quelle che non servono più.', en: 'Revoke those that are no longer needed.' },
  },
  'key-ended': {
    status: 409,
    code: 'key-ended',
    title: { it: 'Questa chiave è già finita.', en: 'This key has ended already.' },
    detail: { it: 'Fanne una nuova.', en: 'Make a new one.' },
  },
  'sign-in-first': {
    status: 401,
    code: 'sign-in-first',
    title: { it: 'Hai già un accesso: entra per accettare.', en: 'You have an account: sign in to accept.' },
  },
} as const satisfies Record<string, Problem>;
