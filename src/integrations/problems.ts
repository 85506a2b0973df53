import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';

/** How this room's refusals are told, by the `kind` that an action gave. */
export const problems = {
  'not-found': notFound,
  'not-allowed': notAllowed,
  'bad-address': {
    status: 422,
    code: 'bad-address',
    title: { it: 'A questo indirizzo non possiamo scrivere.', en: 'We cannot write to this address.' },
    detail: {
      it: 'Serve un indirizzo pubblico di Internet, che comincia con https:// e che esiste.',
      en: 'It must be a public address of the Internet that begins with https:// and exists.',
    },
    errors: [{ path: 'url', message: 'https://' }],
  },
  'too-many': {
    status: 422,
    code: 'too-many',
    title: { it: 'Ci sono già venti indirizzi.', en: 'There are twenty addresses already.' },
    detail: { it: 'Togline uno che non serve più.', en: 'Remove one that is no longer needed.' },
  },
  'not-active': {
    status: 409,
    code: 'not-active',
    title: { it: 'Questo indirizzo è fermo.', en: 'This address is stopped.' },
    detail: { it: 'Riattivalo, poi riprova.', en: 'Turn it on, then try again.' },
  },
} as const satisfies Record<string, Problem>;
