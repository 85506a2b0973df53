import type { Check } from '../language/index.ts';
import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';
import type { CrisisState } from './model/crisis.ts';

type Failure =
  | { readonly kind: 'not-allowed' | 'not-found' | keyof typeof plain }
  | { readonly kind: 'not-from-here'; readonly state: CrisisState }
  | { readonly kind: 'checks'; readonly checks: readonly Check[] };

/** How this room's refusals are told. */
export const problemOf = (failure: Failure, language: 'it' | 'en'): Problem => {
  switch (failure.kind) {
    case 'not-allowed':
      return notAllowed;
    case 'not-found':
      return notFound;
    case 'not-from-here':
      return { status: 409, code: 'not-from-here', title: from[failure.state] };
    case 'checks':
      return {
        status: 422,
        code: 'check-blocked',
        title: { it: 'Così non si può pubblicare.', en: 'It cannot be published like this.' },
        errors: failure.checks.map(({ key, why, mend }) => ({
          path: key,
          message: `${why[language]} ${mend[language]}`,
        })),
      };
    default:
      return plain[failure.kind];
  }
};

const from: Readonly<Record<CrisisState, Problem['title']>> = {
  proposed: { it: 'È soltanto proposta.', en: 'It is only proposed.' },
  declared: { it: 'La crisi è in corso.', en: 'The crisis is on.' },
  closed: { it: 'La crisi è chiusa.', en: 'The crisis is closed.' },
  dismissed: { it: 'È stata scartata.', en: 'It was dismissed.' },
};

const plain = {
  'changed-meanwhile': {
    status: 409,
    code: 'changed-meanwhile',
    title: {
      it: 'Intanto qualcun altro l’ha cambiata: ora la vedi aggiornata.',
      en: 'Somebody else has changed it meanwhile: you now see it up to date.',
    },
  },
  'another-is-on': {
    status: 409,
    code: 'another-is-on',
    title: { it: 'C’è già una crisi in corso.', en: 'There is a crisis on already.' },
  },
  'not-on': {
    status: 409,
    code: 'not-on',
    title: { it: 'La crisi non è in corso.', en: 'The crisis is not on.' },
  },
  'not-a-member': {
    status: 422,
    code: 'not-a-member',
    title: { it: 'Non fa parte dell’azienda.', en: 'They do not belong to the company.' },
    errors: [{ path: 'personId', message: 'not a member of this workspace' }],
  },
  'no-such-cause': {
    status: 422,
    code: 'no-such-cause',
    title: { it: 'Questa causa non c’è più.', en: 'There is no such cause any more.' },
    errors: [{ path: 'causeId', message: 'not a cause of this workspace' }],
  },
} as const satisfies Record<string, Problem>;
