import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';

/** How this room's refusals are told, by the `kind` that an action gave. */
export const problems = {
  'not-allowed': notAllowed,
  'not-found': notFound,
  over: {
    status: 409,
    code: 'practice-over',
    title: { it: 'Questa prova è già finita.', en: 'This practice conversation is over.' },
  },
  'not-over': {
    status: 409,
    code: 'practice-not-over',
    title: { it: 'Questa prova non è ancora finita.', en: 'This practice conversation is not over yet.' },
  },
} as const satisfies Record<string, Problem>;
