import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';

export type ImportFailure = {
  readonly kind: 'not-allowed' | 'not-found' | 'too-many' | 'other-place' | 'other-length' | 'not-now';
};

/** How this room's refusals are told. */
export const problemOf = ({ kind }: ImportFailure): Problem => {
  switch (kind) {
    case 'not-allowed':
      return notAllowed;
    case 'not-found':
      return notFound;
    default:
      return {
        status: kind === 'other-place' || kind === 'not-now' ? 409 : 422,
        code: kind,
        title: titles[kind],
        ...(fields[kind] ? { errors: [{ path: fields[kind], message: kind }] } : {}),
      };
  }
};

const fields: Partial<Readonly<Record<ImportFailure['kind'], string>>> = {
  'other-length': 'offset',
};

const titles = {
  'too-many': {
    it: 'Ci sono già troppe importazioni aperte: finiscile o scartale.',
    en: 'Too many imports are open already: finish or discard them.',
  },
  'other-place': {
    it: 'Il file non continua da qui: guarda fin dove è arrivato.',
    en: 'The file does not go on from here: see how far it has come.',
  },
  'other-length': {
    it: 'Il file è più lungo di quanto annunciato, o questa parte è vuota.',
    en: 'The file is longer than was announced, or this part is empty.',
  },
  'not-now': {
    it: 'Adesso non si può: l’importazione è a un altro punto.',
    en: 'Not now: the import has come to another point.',
  },
} as const;
