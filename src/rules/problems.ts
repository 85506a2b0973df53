import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';
import type { RuleFailure } from './actions/keep-rules.ts';
import type { RunFailure } from './actions/start-run.ts';

/** How this room's refusals are told. */
export const problemOf = (failure: RuleFailure | RunFailure): Problem => {
  switch (failure.kind) {
    case 'not-allowed':
      return notAllowed;
    case 'not-found':
      return notFound;
    case 'cannot-be':
      return { ...cannotBe, errors: failure.fields };
    case 'run-over':
      return runOver;
    default:
      return plain[failure.kind];
  }
};

const cannotBe: Problem = {
  status: 422,
  code: 'rule-cannot-be',
  title: { it: 'Così la regola non può andare.', en: 'The rule cannot be like this.' },
};

const runOver: Problem = {
  status: 409,
  code: 'run-over',
  title: { it: 'Ormai è finita.', en: 'It is over by now.' },
};

const plain = {
  changed: {
    status: 409,
    code: 'changed-meanwhile',
    title: {
      it: 'Intanto qualcuno ha cambiato questa regola.',
      en: 'Somebody has changed this rule meanwhile.',
    },
    detail: {
      it: 'Guarda che cosa è cambiato, poi riprova.',
      en: 'Look at what changed, then try again.',
    },
  },
  'too-many': {
    status: 422,
    code: 'too-many-rules',
    title: {
      it: 'Sono già cento regole: togline una.',
      en: 'There are a hundred rules already: remove one.',
    },
  },
  'not-all': {
    status: 422,
    code: 'not-all-rules',
    title: { it: 'L’ordine deve nominare tutte le regole.', en: 'The order must name all rules.' },
    errors: [{ path: 'ids', message: 'each rule once' }],
  },
} as const satisfies Record<string, Problem>;
