import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';

export type RelationsFailure = {
  readonly kind:
    | 'not-allowed'
    | 'not-found'
    | 'in-the-future'
    | 'same-person'
    | 'merged-since'
    | 'undone-already'
    | 'terms'
    | 'import-unreadable'
    | 'until-past';
};

/** How this room's refusals are told. */
export const problemOf = ({ kind }: RelationsFailure): Problem => {
  switch (kind) {
    case 'not-allowed':
      return notAllowed;
    case 'not-found':
      return notFound;
    default:
      return {
        status: kind === 'merged-since' || kind === 'undone-already' ? 409 : 422,
        code: kind,
        title: titles[kind],
      };
  }
};

const titles = {
  'in-the-future': {
    it: 'Questa data deve ancora venire: un incontro si segna quando c’è stato.',
    en: 'This date is yet to come: a meeting is entered once it has happened.',
  },
  'same-person': {
    it: 'È già la stessa scheda.',
    en: 'It is the same person already.',
  },
  'merged-since': {
    it: 'Dopo, questa persona è stata unita a un’altra: separa prima quelle.',
    en: 'This person was made one with another since: take that apart first.',
  },
  'undone-already': {
    it: 'Sono già separate.',
    en: 'They have been taken apart already.',
  },
  terms: {
    it: 'Uno dei canali di queste persone non permette di unire i profili.',
    en: 'One of these people’s channels does not allow profiles to be joined.',
  },
  'import-unreadable': {
    it: 'Questo testo non è del formato scelto.',
    en: 'This text is not of the chosen format.',
  },
  'until-past': {
    it: '“Più tardi” vuole un giorno che deve ancora venire.',
    en: '“Later” wants a day that is yet to come.',
  },
} as const satisfies Record<string, Problem['title']>;
